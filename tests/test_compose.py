"""The containers start what `make run` starts, and keep nothing but the database and the media."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from redis import Redis

from novex_portal.runtime import processes
from novex_portal.runtime.binaries import valkey_binary
from novex_portal.runtime.throwaway import PROJECT
from tests.worker import until

FILLED_IN = {"host": "0.0.0.0", "port": "8000", "schedule": "/data/run/schedule"}
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


def test_only_the_proxy_publishes_ports_to_others() -> None:
    ports = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}

    assert ports.pop("proxy") == ["${PORTAL_HTTP_PORT:-80}:80", "${PORTAL_HTTPS_PORT:-443}:443"]
    assert all(port.startswith("127.0.0.1:") for published in ports.values() for port in published)


def test_two_web_processes_run_by_default() -> None:
    assert SERVICES["web"]["deploy"]["replicas"] == 2


def test_visitor_goes_to_the_web_process_with_the_least_to_do() -> None:
    assert "lb_policy least_conn" in (PROJECT / ".docker" / "Caddyfile").read_text()


def test_web_process_is_judged_by_whether_it_lives_alone() -> None:
    assert "/livez" in SERVICES["web"]["healthcheck"]["test"]


def test_mail_catcher_comes_only_when_asked_for() -> None:
    catchers = [name for name, service in SERVICES.items() if service.get("profiles")]

    assert catchers == ["mailpit"]
    assert not any("mailpit" in str(value) for value in SERVICES["web"]["environment"].values())


def test_no_log_grows_without_end() -> None:
    limits = [service["logging"]["options"]["max-size"] for service in SERVICES.values()]

    assert limits == ["10m"] * len(SERVICES)


def test_no_address_is_put_together_with_a_password() -> None:
    values = [str(value) for service in SERVICES.values() for value in service.get("environment", {}).values()]

    assert not [value for value in values if "PASSWORD" in value and "://" in value]


def test_web_and_worker_can_be_scaled_by_number() -> None:
    fixed = {"container_name", "hostname", "ports"}

    assert not fixed & (SERVICES["web"].keys() | SERVICES["worker"].keys())


def test_database_media_and_certificates_are_kept() -> None:
    assert set(COMPOSE["volumes"]) == {"postgres", "media", "certificates"}
    assert "certificates:/data" in SERVICES["proxy"]["volumes"]


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
    assert all(re.fullmatch(r"\$\{[A-Z_]+:(\?.+|-)\}", value) for value in values)


def test_broker_takes_a_password_with_any_sign_in_it(tmp_path: Path) -> None:
    password = """--a/b@c#d%e$f'g"h\\i j"""
    server, socket = tmp_path / "valkey-server", tmp_path / "socket"
    server.write_text(f'#!/bin/sh\nexec {valkey_binary()} "$@" --port 0 --unixsocket {socket}\n')
    server.chmod(0o755)
    command = [word.replace("$$", "$") for word in SERVICES["valkey"]["command"]]
    env = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "VALKEYCLI_AUTH": password}

    with subprocess.Popen(command, env=env, cwd=tmp_path, stdout=subprocess.DEVNULL) as broker:
        listens = until(socket.exists)
        answers = Redis(unix_socket_path=str(socket), password=password).ping()
        broker.terminate()

    assert (listens, answers) == (True, True)


def test_image_does_not_run_as_root_and_says_so_by_number() -> None:
    assert re.search(r"^USER 10001:10001$", (PROJECT / "Dockerfile").read_text(), re.MULTILINE)


def test_first_layer_of_the_image_has_all_that_brings_the_packages(tmp_path: Path) -> None:
    copied = re.findall(r"novex_portal/(?:runtime/)?\w+\.py", (PROJECT / "Dockerfile").read_text())
    for name in copied:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((PROJECT / name).read_bytes())

    answer = subprocess.run([sys.executable, "-c", "import novex_portal.runtime.bootstrap"], cwd=tmp_path, check=False)

    assert answer.returncode == 0
