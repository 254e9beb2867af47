"""`manage.py load_areas`: put the sixteen areas and their first factsheets in the database; again changes nothing."""

from typing import Any

from django.core.management.base import BaseCommand

from areas.area.actions.areas import load_areas
from areas.area.actions.catalogue import load_factsheets
from areas.area.catalogue import read_catalogue, read_factsheets, read_programmes


class Command(BaseCommand):
    help = "Laadt de NOVEX-gebieden. Wat er al staat of ooit stond, blijft zoals het is."

    def handle(self, *args: Any, **options: Any) -> None:
        added = load_areas(catalogue=read_catalogue())
        self.stdout.write(
            f"Toegevoegd: {added.areas} gebieden, {added.challenges} opgaven, "
            f"{added.attention_points} aandachtspunten, {added.milestones} mijlpalen."
        )
        sheets = load_factsheets(programmes=read_programmes(), factsheets=read_factsheets())
        self.stdout.write(
            f"En {sheets.programmes} nationale programma's, {sheets.headings} koppen van factsheets, "
            f"{sheets.contributions} bijdragen, {sheets.frictions} schuurpunten, {sheets.milestones} mijlpalen."
        )
