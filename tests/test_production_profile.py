"""The production profile starts only when everything it needs is there."""

import os
import subprocess
import sys

import pytest

from novex_portal.checks import production_problems
from novex_portal.runtime.throwaway import PROJECT

GOOD = {
    "SECRET_KEY": "".join(chr(48 + i % 70) for i in range(64)),
    "SECRET_KEY_FALLBACKS": [],
    "FIELD_KEY": "MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=",
    "DEBUG": False,
    "DEMO": False,
    "BASE_URL": "https://portaal.example.nl",
    "ALLOWED_HOSTS": ["portaal.example.nl"],
    "DATABASE_URL": "postgresql://portal:x@postgres/portal",
    "REDIS_URL": "redis://valkey:6379/0",
    "EMAIL_URL": "smtps://portaal:x@mail.example.nl",
    "EMAIL_FROM": "portaal@example.nl",
}


def test_complete_settings_have_no_problems() -> None:
    assert production_problems(GOOD) == []


@pytest.mark.parametrize(
    ("name", "value", "variable"),
    [
        ("SECRET_KEY", "", "PORTAL_SECRET_KEY"),
        ("SECRET_KEY", "a" * 64, "PORTAL_SECRET_KEY"),
        ("SECRET_KEY", "django-insecure-" + "".join(map(chr, range(48, 110))), "PORTAL_SECRET_KEY"),
        ("SECRET_KEY_FALLBACKS", ["short"], "PORTAL_SECRET_KEY_FALLBACKS"),
        ("FIELD_KEY", "", "PORTAL_FIELD_KEY"),
        ("FIELD_KEY", "geen sleutel", "PORTAL_FIELD_KEY"),
        ("DEBUG", True, "PORTAL_DEBUG"),
        ("DEMO", True, "PORTAL_DEMO"),
        ("BASE_URL", "", "PORTAL_BASE_URL"),
        ("BASE_URL", "http://portaal.example.nl", "PORTAL_BASE_URL"),
        ("BASE_URL", "https://localhost", "PORTAL_BASE_URL"),
        ("ALLOWED_HOSTS", ["*"], "PORTAL_ALLOWED_HOSTS"),
        ("DATABASE_URL", "", "DATABASE_URL"),
        ("REDIS_URL", "", "REDIS_URL"),
        ("EMAIL_URL", "", "PORTAL_EMAIL_URL"),
        ("EMAIL_URL", "smtp://mailpit:25", "PORTAL_EMAIL_URL"),
        ("EMAIL_URL", "smtp://mail:1025", "PORTAL_EMAIL_URL"),
        ("EMAIL_FROM", "portaal@localhost", "PORTAL_EMAIL_FROM"),
        ("K_THRESHOLD", 0, "PORTAL_K_THRESHOLD"),
    ],
)
def test_each_missing_or_weak_setting_is_named(name: str, value: object, variable: str) -> None:
    problems = production_problems(GOOD | {name: value})

    assert any(problem.startswith(f"{variable}:") for problem in problems)


def test_everything_missing_is_named_at_once() -> None:
    assert len(production_problems({})) == 8


def test_problem_never_repeats_a_secret() -> None:
    problems = production_problems(GOOD | {"SECRET_KEY": "mijn-geheim", "FIELD_KEY": "mijn-sleutel"})

    assert "mijn-" not in " ".join(problems)


def test_commands_refuse_to_start_and_say_why() -> None:
    env = {"PATH": os.environ["PATH"], "PORTAL_PROFILE": "production", "PORTAL_DEMO": "1"}
    command = [sys.executable, "manage.py", "check"]

    answer = subprocess.run(command, cwd=PROJECT, env=env, capture_output=True, text=True, check=False)

    assert answer.returncode == 1
    assert "PORTAL_DEMO" in answer.stderr
    assert "PORTAL_SECRET_KEY" in answer.stderr
    assert "Traceback" not in answer.stderr
