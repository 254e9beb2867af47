"""Is this the akkoord that was frozen? Of a PDF, or of a version in the database."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from coalition.agreement.versions.queries.proof import FileVerdict, chain_faults, check_file
from coalition.models import AgreementVersion
from novex_portal.toolkit.problems import Problem


class Command(BaseCommand):
    """Check a file or a version; exit status 1 when it is not what was frozen."""

    help = "Controleert of een PDF het bestand van een bevroren versie is, of een versie (zuid-limburg/2) bij haar kenmerk past."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take one thing to check."""
        parser.add_argument("wat", help="pad van een PDF, of <gebied>/<versie>, bijvoorbeeld zuid-limburg/2")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say in one line per finding what it is."""
        what = str(options["wat"])
        if Path(what).is_file():
            self._check_file(Path(what))
        else:
            self._check_version(what)

    def _check_file(self, path: Path) -> None:
        try:
            found = check_file(path.read_bytes())
        except Problem as problem:
            raise CommandError(str(problem)) from problem
        version = f" Versie {found.version.number} van {found.title or 'dit akkoord'}." if found.version else ""
        words = " ".join([f"{found.verdict}{version}", *_void(found.version), *found.differences])
        if found.verdict != FileVerdict.SAME_FILE:
            raise CommandError(words)
        self.stdout.write(words)

    def _check_version(self, what: str) -> None:
        slug, _, number = what.partition("/")
        versions = AgreementVersion.objects.filter(agreement__area__slug=slug)
        version = versions.filter(number=int(number)).first() if number.isdecimal() else None
        if version is None:
            raise CommandError(f"“{what}” is geen bestand, en ook geen versie zoals zuid-limburg/2.")
        if faults := chain_faults(version):
            raise CommandError(" ".join(faults))
        self.stdout.write(
            f"De tekst van versie {version.number}, en van alles ervoor, past bij haar kenmerk {version.sha256}."
        )
        self.stdout.writelines(_void(version))


def _void(version: AgreementVersion | None) -> list[str]:
    """Say that a version was declared void, and why."""
    return [f"Deze versie is vervallen verklaard: {version.why_void}"] if version and version.why_void else []
