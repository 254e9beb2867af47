"""`manage.py load_areas`: put the sixteen areas in the database; running it again changes nothing."""

from typing import Any

from django.core.management.base import BaseCommand

from areas.actions.areas import load_areas
from areas.catalogue import read_catalogue


class Command(BaseCommand):
    help = "Laadt de NOVEX-gebieden. Wat er al staat of ooit stond, blijft zoals het is."

    def handle(self, *args: Any, **options: Any) -> None:
        added = load_areas(catalogue=read_catalogue())
        self.stdout.write(
            f"Toegevoegd: {added.areas} gebieden, {added.challenges} opgaven, "
            f"{added.attention_points} aandachtspunten, {added.milestones} mijlpalen."
        )
