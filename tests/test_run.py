"""Starting and stopping the whole portal, as `make run` does."""

import os
import signal
import socket
import stat
import tempfile
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from novex_portal.runtime.address import own_addresses
from novex_portal.runtime.children import StartError
from novex_portal.runtime.embedded import refuse_other_major
from tests.running import RunningPortal, free_port, run_command, run_portal, start_portal
from tests.worker import until

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    """A data directory that the first start fills and later starts find."""
    with tempfile.TemporaryDirectory(prefix="novex-run-") as made:
        Path(made).chmod(0o711)  # root's PostgreSQL account must get through
        yield Path(made) / "data"


class House:
    """Where one portal at a time runs, for the whole network: a test that leaves it well leaves it to the next."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.printed = ""
        self._running: list[RunningPortal] = []

    def portal(self) -> RunningPortal:
        """Return the portal that runs, started when there is none."""
        if not self._running or self._running[0].process.poll() is not None:
            self.end()
            self._running.append(start_portal(self.data, "--host", "0.0.0.0"))
            self.printed = self._running[0].wait_until_ready()
        return self._running[0]

    def end(self) -> None:
        """Leave no portal running."""
        while self._running:
            self._running.pop().end()


@pytest.fixture(scope="module")
def house(data: Path) -> Iterator[House]:
    house = House(data)
    yield house
    house.end()


@pytest.fixture
def portal(house: House) -> RunningPortal:
    return house.portal()


def test_portal_starts_says_where_and_stops_within_five_seconds(portal: RunningPortal) -> None:
    healthy = portal.health()[0]
    secrets = portal.data / "secrets.env"
    began = time.monotonic()
    portal.process.send_signal(signal.SIGTERM)
    status = portal.process.wait(10)

    assert (healthy, status, portal.survivors(0)) == (200, 0, [])
    assert time.monotonic() - began < 5
    assert stat.S_IMODE(secrets.stat().st_mode) == 0o600


def test_every_part_that_is_killed_starts_again_and_none_survives_the_portal(portal: RunningPortal) -> None:
    for child, command in _children(portal):
        if any(name in command for name in ("granian", "celery", "valkey-server", "postgres -D")):
            os.kill(child, signal.SIGKILL)

    assert until(lambda: _restarts(portal) == dict.fromkeys(("postgres", "valkey", "web", "worker", "beat"), 1))
    assert portal.process.poll() is None
    assert "Onderdeel 'beat' is gestopt (SIGKILL)" in (portal.data / "log" / "portal.log").read_text()
    portal.process.kill()
    assert portal.survivors(5) == []


def test_portal_for_the_whole_network_answers_to_this_machine_s_own_names_alone(house: House) -> None:
    portal = house.portal()
    statuses = [_status_under(name, portal.port) for name in (*own_addresses(), "elders.example.nl")]

    assert "iedereen in uw netwerk" in house.printed
    assert f"Op een telefoon in hetzelfde netwerk: http://{own_addresses()[0]}:{portal.port}/" in house.printed
    assert statuses == [200] * len(own_addresses()) + [400]


def test_command_beside_a_running_portal_works_on_that_portal(portal: RunningPortal) -> None:
    answer = run_command(["give_role", "eerste@example.org", "regieteam", "--name", "Eerste"], portal.data)

    assert (answer.returncode, answer.stderr) == (0, "")
    assert f"http://{own_addresses()[0]}:{portal.port}/uitnodiging/" in answer.stdout


def test_command_says_it_when_no_portal_runs(tmp_path: Path) -> None:
    answer = run_command(["give_role", "eerste@example.org", "regieteam"], tmp_path)

    assert answer.returncode == 1
    assert f"Er draait geen portaal met de gegevensmap {tmp_path}" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_command_names_a_database_that_does_not_answer(tmp_path: Path) -> None:
    answer = run_command(["migrate"], tmp_path, DATABASE_URL="postgresql://niemand@127.0.0.1:1/niets")

    assert (answer.returncode, "De database is niet bereikbaar" in answer.stderr) == (1, True)
    assert "Traceback" not in answer.stderr


def test_second_portal_on_the_same_data_is_refused(portal: RunningPortal) -> None:
    answer = run_portal(["--port", str(free_port()), "--data", str(portal.data)])

    assert (answer.returncode, "Er draait al een portaal" in answer.stderr) == (1, True)


def test_taken_port_is_named_with_the_way_out(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        answer = run_portal(["--port", str(port), "--data", str(tmp_path / "data")])

    assert (answer.returncode, f"Poort {port} is al in gebruik" in answer.stderr) == (1, True)


def test_data_of_another_postgresql_is_left_alone(tmp_path: Path) -> None:
    cluster = tmp_path / "postgres-9"
    cluster.mkdir()
    (cluster / "PG_VERSION").write_text("9\n")

    with pytest.raises(StartError, match="zijn van PostgreSQL 9; hier draait PostgreSQL 18"):
        refuse_other_major(tmp_path, 18)


def test_port_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    answer = run_portal(["--port", "70000", "--data", str(tmp_path)])

    assert (answer.returncode, "tussen 1 en 65535" in answer.stderr) == (2, True)


def _status_under(name: str, port: int) -> int:
    """Return the status of the sign-in page, asked for under a host name."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    host = f"[{name}]" if ":" in name else name
    connection.request("GET", "/accounts/login/", headers={"Host": f"{host}:{port}"})
    return connection.getresponse().status


def _restarts(portal: RunningPortal) -> dict[str, int]:
    """Return how often each part was started again, once all is well."""
    status, answer = portal.health()
    parts: Any = answer.get("parts", {}) if status == 200 else {}
    return {name: part["restarts"] for name, part in parts.items()}


def _children(portal: RunningPortal) -> list[tuple[int, str]]:
    """Return process id and command line of what the portal started itself."""
    found = []
    for directory in Path("/proc").glob("[0-9]*"):
        try:
            parent = (directory / "stat").read_text().rsplit(")", 1)[1].split()[1]
            command = (directory / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        if parent == str(portal.process.pid):
            found.append((int(directory.name), command))
    return found
