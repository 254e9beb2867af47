"""Fill the practice environment."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from areas.models import User
from novex_portal.demo.seed import seed


class Command(BaseCommand):
    help = "Vult de oefenomgeving met verzonnen rollen en gesprekken; alleen in een lege database."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Dit is geen oefenomgeving: zet PORTAL_DEMO=1.")
        if User.objects.exists():
            raise CommandError("Er zijn al gebruikers. De oefenomgeving vult alleen een lege database.")
        seed(today=timezone.localdate())
        self.stdout.write("De oefenomgeving is gevuld.")
