"""Everything between an empty or older database and a portal that can start."""

import contextlib
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from areas.models import User
from novex_portal.toolkit.frontend import nodefiles, stylesheets


class Command(BaseCommand):
    """Migrate, load the areas, fill an empty practice environment, collect the static files.

    May be run as often as one likes. One command, since starting Python and Django takes longer
    than most of these.
    """

    help = "Maakt de database gereed: migraties, gebieden en, als die leeg is, de oefenomgeving."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do the four steps, the last beside the others, and say each before it begins in a line that ends in "…"."""
        settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._collecting_static_files():
            self._bring_tables_up_to_date()
            self.stdout.write("De gebieden laden…")
            call_command("load_areas", verbosity=0)
            if settings.DEMO and not User.objects.exists():
                self.stdout.write("De oefenomgeving vullen…")
                call_command("seed_demo", verbosity=0)
        self.stdout.write("De database is bij.")

    def _bring_tables_up_to_date(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("De tabellen maken of bijwerken…")
            call_command("migrate", interactive=False, stdout=self.stdout)

    @contextlib.contextmanager
    def _collecting_static_files(self) -> Iterator[None]:
        """Collect the static files in a process of its own, unless they are there; an image brings its own."""
        root = Path(settings.STATIC_ROOT)
        stamp = root.with_name(root.name + ".stamp")
        now = _fingerprint()
        there = root.exists() and stamp.exists() and stamp.read_text() == now
        if there or settings.PRODUCTION or not os.access(root.parent, os.W_OK):
            yield
            return
        self.stdout.write("De bestanden voor de browser klaarzetten…")
        command = [
            sys.executable,
            "manage.py",
            "collectstatic",
            "--noinput",
            "--clear",
            "--skip-checks",
            "--verbosity=0",
        ]
        with subprocess.Popen(command, cwd=settings.BASE_DIR) as collecting:
            try:
                yield
            except BaseException:
                collecting.kill()
                raise
        if collecting.returncode != 0:
            raise CommandError("De bestanden voor de browser konden niet worden klaargezet.")
        stamp.write_text(now)


def _fingerprint() -> str:
    """Return a digest that changes when a static file, a package, the storage or how files are made does."""
    digest = hashlib.sha256(repr((settings.STORAGES, settings.STATICFILES_FINDERS)).encode())
    sources = [settings.BASE_DIR / name for name in ("package-lock.json", "requirements.txt")]
    sources += [Path(str(module.__file__)) for module in (nodefiles, stylesheets)]  # what is made, and how
    sources += [path for path in (settings.BASE_DIR / "static").rglob("*") if path.is_file()]
    for path in sorted(sources):
        facts = path.stat()
        digest.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()
