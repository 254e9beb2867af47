"""Django's migrate, which makes an empty database at once."""

from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import migrate
from django.core.management.sql import emit_post_migrate_signal
from django.db import connections, transaction

from novex_portal import schema

ASKS_FOR_LESS = ("app_label", "fake", "fake_initial", "plan", "check_unapplied", "prune", "step_by_step")


class Command(migrate.Command):
    """Brings any database up to date. Of two that are started together the second waits."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--step-by-step", action="store_true", help="Volg ook in een lege database elke migratie.")

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        with schema.one_at_a_time(connection):
            if any(options[name] for name in ASKS_FOR_LESS) or not schema.can_be_made_at_once(connection):
                super().handle(*args, **options)
                return
            with transaction.atomic(using=connection.alias):
                schema.make_at_once(connection)
                # What follows a migration: content types and permissions.
                emit_post_migrate_signal(0, options["interactive"], connection.alias, plan=[])
            if options["verbosity"]:
                self.stdout.write("Een lege database: alle tabellen zijn in één keer gemaakt.")
