"""Everything between an empty or older database and a portal that can start."""

import hashlib
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from areas.models import User


class Command(BaseCommand):
    """Migrate, load the areas, fill an empty practice environment, collect the static files.

    May be run as often as one likes. One command, since starting Python and Django takes longer
    than most of these.
    """

    help = "Maakt de database gereed: migraties, gebieden en, als die leeg is, de oefenomgeving."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do the four steps in order and say which were done."""
        settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True, mode=0o700)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_areas", verbosity=0)
        if settings.DEMO and not User.objects.exists():
            call_command("seed_demo", verbosity=0)
            self.stdout.write("De oefenomgeving is gevuld.")
        if not settings.PRODUCTION and os.access(Path(settings.STATIC_ROOT).parent, os.W_OK):
            self._collect_static_files()  # an image brings its own, and cannot be written
        self.stdout.write("De database is bij.")

    def _collect_static_files(self) -> None:
        root = Path(settings.STATIC_ROOT)
        stamp = root.with_name(root.name + ".stamp")
        now = _fingerprint()
        if root.exists() and stamp.exists() and stamp.read_text() == now:
            return
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(now)


def _fingerprint() -> str:
    """Return a digest that changes when a static file, a package or the storage does."""
    digest = hashlib.sha256(repr((settings.STORAGES, settings.STATICFILES_FINDERS)).encode())
    sources = [settings.BASE_DIR / "package-lock.json", settings.BASE_DIR / "requirements.txt"]
    sources += [path for path in (settings.BASE_DIR / "static").rglob("*") if path.is_file()]
    for path in sorted(sources):
        facts = path.stat()
        digest.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()
