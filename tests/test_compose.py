"""The containers start what `make run` starts, and keep nothing but the database and the media."""

import json
import re
import subprocess
import sys
from typing import Any

import pytest
import yaml

from novex_portal.runtime import processes
from novex_portal.runtime.throwaway import PROJECT

FILLED_IN = {"host": "0.0.0.0", "port": "8000", "schedule": "/tmp/schedule"}  # noqa: S104
COMPOSE: dict[str, Any] = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
SERVICES: dict[str, Any] = COMPOSE["services"]
OURS = {"migrate": "prepare", "web": "web", "worker": "worker", "beat": "beat"}


def test_compose_file_follows_the_specification() -> None:
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.compose-spec",
        "docker-compose.yml",
    ]

    answer = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)

    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize(("service", "process"), OURS.items())
def test_container_starts_the_same_command_as_make_run(service: str, process: str) -> None:
    assert SERVICES[service]["command"] == ["python", *processes.command(process, **FILLED_IN)]


def test_image_starts_the_web_process_by_default() -> None:
    dockerfile = (PROJECT / "Dockerfile").read_text()
    command = re.search(r"^CMD (\[.*\])$", dockerfile, re.MULTILINE)

    assert command is not None
    assert json.loads(command.group(1)) == SERVICES["web"]["command"]


def test_only_the_proxy_publishes_ports() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]


def test_web_and_worker_can_be_scaled_by_number() -> None:
    fixed = {"container_name", "hostname", "ports"}

    assert not fixed & (SERVICES["web"].keys() | SERVICES["worker"].keys())


def test_only_database_and_media_are_kept() -> None:
    assert set(COMPOSE["volumes"]) == {"postgres", "media"}


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"migrate"}))
def test_every_lasting_service_has_a_health_check(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"]


def test_others_wait_until_the_database_is_migrated() -> None:
    waiting = [SERVICES[name]["depends_on"]["migrate"]["condition"] for name in ("web", "worker", "beat")]

    assert waiting == ["service_completed_successfully"] * 3


def test_database_in_a_container_sorts_and_folds_like_the_embedded_one() -> None:
    arguments = SERVICES["postgres"]["environment"]["POSTGRES_INITDB_ARGS"].split()

    assert {"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"} <= set(arguments)


def test_no_secret_stands_in_the_compose_file() -> None:
    secret = ("SECRET_KEY", "FIELD_KEY", "PASSWORD")
    values = [
        str(value)
        for service in SERVICES.values()
        for name, value in service.get("environment", {}).items()
        if name.endswith(secret)
    ]

    assert values
    assert all(re.fullmatch(r"\$\{[A-Z_]+:\?.+\}", value) for value in values)


def test_image_does_not_run_as_root() -> None:
    assert re.search(r"^USER portal$", (PROJECT / "Dockerfile").read_text(), re.MULTILINE)
