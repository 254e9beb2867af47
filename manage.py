#!/usr/bin/env python
"""Run a management command; `portal` starts everything and needs no Django itself."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "novex_portal.settings")
    if sys.argv[1:2] == ["portal"]:
        # The supervisor starts PostgreSQL before anything imports Django: seconds faster.
        from novex_portal.runtime.supervisor import main as start_portal

        sys.exit(start_portal(sys.argv[2:]))
    from django.core.management import execute_from_command_line

    from novex_portal.env import EnvironmentProblem

    try:
        execute_from_command_line(sys.argv)
    except EnvironmentProblem as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
