"""`manage.py benchmark`: how many queries, how much time and how many bytes each page takes, at 1x, 10x and 100x."""

import io
import json
import os
import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.test.utils import override_settings
from django.utils import timezone

from novex_portal.runtime.throwaway import throwaway_servers

_INSIDE = "PORTAL_BENCHMARK_INSIDE"


class Command(BaseCommand):
    help = "Meet de pagina's tegen hun bodem, op een eigen wegwerpdatabase: nooit op die van het portaal."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--pages", default="", help="namen van pagina's, met komma's; leeg is alle")
        parser.add_argument("--scale", default="1,10,100", help="veelvouden van 2.000 gesprekken, met komma's")
        parser.add_argument("--rounds", type=int, default=60, help="rondes per pagina, afgewisseld met de bodem")
        parser.add_argument(
            "--import",
            type=int,
            default=0,
            metavar="REGELS",
            help="meet alleen de invoer van zoveel regels met partijen",
        )
        parser.add_argument("--network", action="store_true", help="meet alleen het tekenen van netwerken")
        parser.add_argument("--list", action="store_true", help="meet alleen de lijst van 100.000 gesprekken")
        parser.add_argument("--expressions", action="store_true", help="meet alleen wat getypte teksten leest")
        parser.add_argument("--notes", action="store_true", help="meet alleen het lezen van snelle notities")
        parser.add_argument(
            "--agreement", action="store_true", help="meet alleen het akkoord: pakketten, verschil, PDF"
        )
        parser.add_argument("--agenda", action="store_true", help="meet alleen de uitvoeringsagenda: domino, PDF")
        parser.add_argument("--json", action="store_true", help="alleen JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        if not os.environ.get(_INSIDE):
            self._start_inside()
            return
        scales = sorted({int(scale) for scale in options["scale"].split(",")})
        with override_settings(ROOT_URLCONF="novex_portal.benchmark.floor"):
            self._run(scales, {name for name in options["pages"].split(",") if name}, options)

    def _start_inside(self) -> None:
        """Run this same command again with a database and broker that are gone afterwards."""
        for name in ("DATABASE_URL", "REDIS_URL"):
            os.environ.pop(name, None)
        with throwaway_servers() as made:
            environment = (
                os.environ
                | made
                | {
                    "PORTAL_PROFILE": "local",  # as it runs: with a connection pool and hashed static files
                    "PORTAL_STATIC": f"{made['PORTAL_DATA']}/static",
                    "PORTAL_DEMO": "",
                    _INSIDE: "1",
                }
            )
            done = subprocess.run([sys.executable, *sys.argv], env=environment, check=False)
        if done.returncode:
            raise CommandError("De meting is niet gelukt.", returncode=done.returncode)

    def _run(self, scales: list[int], wanted: set[str], options: dict[str, Any]) -> None:
        from novex_portal.benchmark.agenda import measure_agenda
        from novex_portal.benchmark.agreement import measure_agreement
        from novex_portal.benchmark.listing import measure_list, measure_notes
        from novex_portal.benchmark.network import make_network, measure_drawing
        from novex_portal.benchmark.pages import pages
        from novex_portal.benchmark.reading import measure_reading
        from novex_portal.benchmark.report import table
        from novex_portal.benchmark.run import run
        from novex_portal.benchmark.seeding import make_portal

        alone = {
            "network": measure_drawing,
            "notes": measure_notes,
            "agreement": measure_agreement,
            "agenda": measure_agenda,
            "expressions": measure_reading,
        }
        for name, measure in alone.items():
            if options[name]:
                self.stdout.writelines(f"{line}\n" for line in measure())
                return
        call_command("prepare", stdout=io.StringIO())
        today = timezone.localdate()
        people = make_portal(today)
        make_network(people.registrar)
        if options["import"]:
            from novex_portal.benchmark.importing import measure_import

            measured = measure_import(options["import"], people.planner)
            self.stdout.write(json.dumps(measured.as_dict(), indent=2) if options["json"] else measured.in_words())
            return
        if options["list"]:
            for line in measure_list(people, today, rounds=options["rounds"]):
                self.stdout.write(line)
            return
        found = run(people, scales, wanted, rounds=options["rounds"], today=today, tell=self.stderr.write)
        if options["json"]:
            self.stdout.write(json.dumps([row.as_dict() for row in found], indent=2))
            return
        for line in table(found, [page.name for page in pages() if page.has_target]):
            self.stdout.write(line)
