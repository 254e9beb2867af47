#!/usr/bin/env python3
"""Run a management command; `portal` starts everything and needs no Django itself.

Beside a portal that runs, a command works on that portal: `./manage.py give_role …`.
"""

import importlib.util
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OWN_PYTHON = HERE / ".venv" / "bin" / "python"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "novex_portal.settings")
    if sys.argv[1:2] == ["portal"]:
        # The supervisor starts PostgreSQL before anything imports Django: seconds faster.
        from novex_portal.runtime.supervisor import main as start_portal

        sys.exit(start_portal(sys.argv[2:]))
    _need_packages()
    _run_command()


def _need_packages() -> None:
    """Go on with the Python that has the portal's packages, when this one has not."""
    if importlib.util.find_spec("django"):
        return
    if not OWN_PYTHON.exists() or Path(sys.prefix) == OWN_PYTHON.parent.parent:
        sys.exit("De pakketten van het portaal zijn er nog niet. Start het eerst een keer met: make run")
    os.execv(OWN_PYTHON, [str(OWN_PYTHON), *sys.argv])  # noqa: S606 - the words are those we were given


def _run_command() -> None:
    from django.core.management import execute_from_command_line
    from django.db import OperationalError

    from novex_portal.env import EnvironmentProblem
    from novex_portal.runtime.beside import join

    nothing_to_join = join(os.environ, HERE / "var")
    os.environ.setdefault("PORTAL_DB_POOL", "0")  # a command needs one connection
    try:
        execute_from_command_line(sys.argv)
    except EnvironmentProblem as problem:
        sys.exit(str(problem))
    except OperationalError as problem:
        if _database_answers():
            raise
        sys.exit(nothing_to_join or f"De database is niet bereikbaar: {problem}")


def _database_answers() -> bool:
    from django.db import OperationalError, connection

    try:
        connection.ensure_connection()
    except OperationalError:
        return False
    return True


if __name__ == "__main__":
    main()
