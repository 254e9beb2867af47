"""Makes the tables of an empty database at once, as the last migration leaves them behind.

Going through all migrations costs Django a minute of rebuilding model classes of the past, for
tables that hold nothing. `manage.py migrate` therefore makes an empty database at once; any other
is migrated step by step. A test lays the dumps of both roads side by side.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator

from django.contrib.postgres.operations import CreateExtension
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.operations.models import IndexOperation, ModelOperation
from django.db.migrations.state import ProjectState

DO = {
    ("pghistory", "0004_auto_20220906_1625"): "the function that tells the history who did it",
    ("pghistory", "0007_auto_20250421_0444"): "the same, quicker",
}
"""Migrations whose code also matters when there are no rows yet, and why."""
NOTHING_TO_DO = {
    ("account", "0006_emailaddress_lower"): "writes addresses in lower case",
    ("account", "0008_emailaddress_unique_primary_email_fixup"): "leaves one primary address per user",
    ("areas", "0007_area_code"): "gives areas their short code",
    ("areas", "0009_province_of_organisation"): "tells of every government of a province which one it is",
    ("auth", "0011_update_proxy_permissions"): "corrects permissions",
    ("coalition", "0003_seats_of_members"): "gives members of the planning group a seat",
    ("coalition", "0016_drafting"): "numbers articles and chains versions",
    ("coalition", "0021_amendment_answers"): "tells of every answer who gave it",
    ("coalition", "0024_positions_of_the_party"): "tells of every position who gave it",
    ("coalition", "0026_convenant"): "puts the parties of an akkoord in a row and numbers its points",
    ("coalition", "0028_amendments_of_all"): "tells of every proposal which akkoord it is about",
    ("contenttypes", "0002_remove_content_type_name"): "fills a column, on the way back only",
}
"""Migrations whose code finds nothing in an empty database, and what it does to rows."""
TOLD_BY_MODELS = (ModelOperation, FieldOperation, IndexOperation, CreateExtension)
"""Operations of which nothing is lost: models with their triggers, and extensions. All others are code."""
_LOCK = 7_368_413_020  # any number, as long as every process takes the same


@contextlib.contextmanager
def one_at_a_time(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Let whoever migrates the same database beside us wait until we are done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])


def can_be_made_at_once(connection: BaseDatabaseWrapper) -> bool:
    """Say whether the database has no table yet, and no migration runs code we know nothing of."""
    with connection.cursor() as cursor:
        if connection.introspection.table_names(cursor):
            return False
    return with_code(_plan(MigrationExecutor(connection))) <= DO.keys() | NOTHING_TO_DO.keys()


def make_at_once(connection: BaseDatabaseWrapper) -> None:
    """Make extensions, tables, indexes, constraints and triggers, and record every migration as applied.

    Call it in a transaction. What follows a migration (content types, permissions) is still to be done.
    """
    executor = MigrationExecutor(connection)
    plan = _plan(executor)
    state = executor.loader.project_state()
    with connection.schema_editor(atomic=False) as editor:  # its end makes indexes and constraints
        _run(plan, state, editor, _is_extension)
        for model in state.apps.get_models():
            if model._meta.managed and not model._meta.proxy:
                editor.create_model(model)  # with its triggers, thanks to pgtrigger
        _run([migration for migration in plan if _key(migration) in DO], state, editor, _is_code)
    executor.recorder.ensure_schema()
    for migration in plan:
        executor.record_migration(*_key(migration))


def with_code(migrations: Iterable[Migration]) -> set[tuple[str, str]]:
    """Return app and name of the migrations that do something their models do not tell."""
    return {_key(migration) for migration in migrations if any(map(_is_code, migration.operations))}


def _plan(executor: MigrationExecutor) -> list[Migration]:
    return [
        migration for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
    ]


def _key(migration: Migration) -> tuple[str, str]:
    return migration.app_label, migration.name


def _is_extension(operation: Operation) -> bool:
    return isinstance(operation, CreateExtension)


def _is_code(operation: Operation) -> bool:
    return not isinstance(operation, TOLD_BY_MODELS)


def _run(
    migrations: Iterable[Migration],
    state: ProjectState,
    editor: BaseDatabaseSchemaEditor,
    wanted: Callable[[Operation], bool],
) -> None:
    for migration in migrations:
        for operation in filter(wanted, migration.operations):
            operation.database_forwards(migration.app_label, editor, state, state)
