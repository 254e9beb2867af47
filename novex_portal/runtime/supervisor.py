"""Starts the whole portal and stops it again: `manage.py portal`.

PostgreSQL and Valkey first, then the database is brought up to date, then web, worker and beat.
A part that ends is started again (keeper.py), and nothing survives us, however we go.
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import fcntl
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO
from urllib.parse import urlsplit

from novex_portal import env
from novex_portal.runtime import beside, disk, pango, processes
from novex_portal.runtime.address import Address, address_of
from novex_portal.runtime.binaries import SHARED
from novex_portal.runtime.children import StartError, die_with_parent, spawn, stop_together
from novex_portal.runtime.embedded import Server, log_file, start_postgres, start_valkey, stop_servers
from novex_portal.runtime.preparation import Preparation
from novex_portal.runtime.progress import Steps, Stillness, cost_of_the_start, size, work_of
from novex_portal.runtime.throwaway import PROJECT, sweep_leftovers
from novex_portal.runtime.upkeep.keeper import Keeper, Part, with_last_lines
from novex_portal.runtime.upkeep.probe import ask_health

LOCK_SECONDS = 6
PARTS_STOP_SECONDS = 3.0
SERVERS_STOP_SECONDS = 1.0
TIDY_SECONDS = 10.0


class Stopped(Exception):
    """Somebody asked us to stop."""


@dataclass
class Process:
    """One of the portal's own processes, as the keeper looks after it."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    launch: Callable[[], subprocess.Popen[bytes]]
    stop_signal: signal.Signals = signal.SIGTERM


class Portal:
    """What we have started, in order, and all that is needed to end it."""

    def __init__(self, address: Address, data: Path, env: dict[str, str]) -> None:
        self.address = address
        self.data = data
        self.env = env
        self.keeper = Keeper(data / "run" / "parts.json", self.say, self._hopeless)
        self.servers: list[Server] = []
        self.processes: list[Process] = []
        self.short_of_room = False
        self.log_began: dict[Path, int] = {}

    def say(self, text: str) -> None:
        """Tell the person at the terminal, and whoever looks later."""
        _say(text)
        with contextlib.suppress(OSError), log_file(self.data / "log", "portal").open("a") as log:
            log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {text}\n")

    def start_servers(self) -> None:
        """Start PostgreSQL and Valkey, each unless an address of one was given."""
        if not env.database_url():
            self._keep_server(start_postgres(self.data), "DATABASE_URL")
        if not env.redis_url():
            self._keep_server(start_valkey(self.data / "log"), "REDIS_URL")

    def _keep_server(self, server: Server, variable: str) -> None:
        self.servers.append(server)
        self.log_began[server.log] = server.log.stat().st_size if server.log.exists() else 0
        self.keeper.take(server, time.monotonic())
        self.env[variable] = server.url

    def start(self, name: str, **parts: str) -> None:
        """Start one of the portal's own processes, and keep it running."""
        process = self._process(name, **parts)
        self.processes.append(process)
        self.keeper.take(process, time.monotonic())

    def start_once(self, name: str) -> Process:
        """Start one that ends by itself."""
        process = self._process(name)
        self.processes.append(process)
        self.keeper.watchdog.register(process.process, process.stop_signal)
        return process

    def _process(self, name: str, **parts: str) -> Process:
        command = [sys.executable, *processes.command(name, **parts)]
        log = log_file(self.data / "log", name)

        def launch() -> subprocess.Popen[bytes]:
            return spawn(command, output=log, env=os.environ | self.env, cwd=PROJECT)

        return Process(name, launch(), log, launch)

    def fetch_pango(self) -> None:
        """Fetch the libraries for PDFs beside everything else, where they are needed; the start does not wait."""
        if pango.should_fetch():
            self.start_once("pango")

    def is_fetching_pango(self) -> bool:
        """Say whether that still goes on."""
        return any(part.name == "pango" and part.process.poll() is None for part in self.processes)

    def prepare(self) -> None:
        """Bring the database up to date and say each step; raises StartError with what went wrong.

        Nothing is done when all that decides the outcome is what it was the last time.
        """
        markers = [file for server in self.servers for file in server.log.parent.glob("postgres-*/portal-database")]
        preparation = Preparation(self.data, markers, os.environ | self.env)
        if preparation.is_done():
            self.say("Er is niets veranderd sinds de vorige start.")
            return
        preparation.begin()
        steps = Steps(self.data / "log" / "prepare.log", "de database klaarzetten…")
        self.say("Het portaal laden en nakijken…")
        prepare = self.start_once("prepare")
        still = Stillness()
        while prepare.process.poll() is None:
            for step in steps.new():
                self.say(step)
            if still.is_too_long((size(prepare.log), work_of(prepare.process.pid))):
                raise StartError(with_last_lines(f"Al een tijd beweegt er niets bij: {steps.doing}", prepare.log))
            time.sleep(0.05)
        if prepare.process.returncode != 0:
            raise StartError(with_last_lines("De database kon niet worden bijgewerkt", prepare.log))
        preparation.end()

    def wait_until_ready(self) -> None:
        """Wait until /healthz says that all is well."""
        still = Stillness()
        while (answer := self._ask_health())[0] != 200:
            self.keeper.refuse_ended()
            known = str({**answer[1], "worker_heartbeat_seconds": answer[1].get("worker_heartbeat_seconds") is None})
            if still.is_too_long((known, *((size(part.log), work_of(part.process.pid)) for part in self.processes))):
                raise StartError(f"Het portaal komt niet verder. Wat /healthz zegt: {answer[1]}")
            time.sleep(0.1)

    def _ask_health(self) -> tuple[int, dict[str, object]]:
        name = urlsplit(os.environ.get("PORTAL_BASE_URL") or self.env["PORTAL_BASE_URL"]).netloc
        return ask_health(self.address.port, address=self.address.from_here, host_header=name)

    def watch(self, stopping: Callable[[], bool]) -> None:
        """Keep everything running until somebody stops us, or until that is no use."""
        tidy_at = time.monotonic()
        while not stopping():
            now = time.monotonic()
            self.keeper.look(now)
            if now >= tidy_at:
                self.keeper.shorten_logs()
                self._look_at_the_disk()
                tidy_at = now + TIDY_SECONDS
            time.sleep(0.25)

    def _look_at_the_disk(self) -> None:
        """Say it once when little room is left, and once when there is room again."""
        short = disk.short_of_room(_places(self.data))
        if short and not self.short_of_room:
            self.say(f"Let op: de schijf is bijna vol: {', '.join(map(str, short))}. Maak ruimte.")
        elif self.short_of_room and not short:
            self.say("Er is weer ruimte op de schijf.")
        self.short_of_room = bool(short)

    def _hopeless(self, part: Part) -> str:
        """Say why the portal is of no use without `part`, which keeps ending; nothing when it may yet come back."""
        if part.name == "postgres" and not disk.short_of_room(_places(self.data), disk.NOTHING):
            return "PostgreSQL blijft stoppen en zonder database is er geen portaal"
        if part.name == "web" and self.address.problem():
            return f"Poort {self.address.port} is ondertussen van een ander programma"
        return ""

    def said_by_servers(self) -> str:
        """Return what the servers wrote in their logs since they started."""
        return "\n".join(log.read_bytes()[began:].decode(errors="replace") for log, began in self.log_began.items())

    def stop(self) -> None:
        """End everything, the last started first, within five seconds; leave nothing behind."""
        stop_together([(part.process, part.stop_signal) for part in self.processes[::-1]], PARTS_STOP_SECONDS)
        stop_servers(self.servers[::-1], SERVERS_STOP_SECONDS)
        self.keeper.watchdog.dismiss()


def main(arguments: list[str]) -> int:
    """Start everything, wait, stop everything; return the exit status."""
    options = _parse(arguments)
    began = time.monotonic()
    try:
        _on_signals(_stop)
        if options.with_parent:
            die_with_parent(signal.SIGTERM, os.getppid())
        address = address_of(options.host, options.port)
        data = _data_directory(Path(options.data))
        with _locked(data):
            if problem := address.problem():
                raise StartError(problem)
            sweep_leftovers()
            portal = Portal(address, data, _environment(data, address))
            try:
                _run(portal, began, parent=os.getppid() if options.with_parent else 0)
            except StartError as problem:
                raise StartError(disk.named(str(problem), *_places(data), said=portal.said_by_servers())) from None
            finally:
                _on_signals(signal.SIG_IGN)
                portal.stop()
    except StartError as problem:
        _say(str(problem), sys.stderr)
        return 1
    except OSError as problem:
        if not disk.is_full(problem):
            raise
        _say(disk.named(str(problem), *_places(Path(options.data))), sys.stderr)
        return 1
    except Stopped:
        _say("Het portaal is gestopt.")
    return 0


def _places(data: Path) -> list[Path]:
    """Return where the portal writes: for root the database may stand apart from the data directory."""
    return [data, SHARED] if SHARED.exists() else [data]


def _run(portal: Portal, began: float, *, parent: int) -> None:
    """Start the parts in order, say when the portal is ready, and watch until something ends."""
    portal.fetch_pango()
    _say("PostgreSQL en Valkey starten…")
    portal.start_servers()
    portal.prepare()
    _say(f"De database is gereed ({time.monotonic() - began:.1f} s).")
    with beside.remembered(portal.data, os.environ | portal.env):
        portal.start("web", host=portal.address.host, port=str(portal.address.port))
        portal.start("worker")
        portal.start("beat", schedule=str(portal.data / "beat" / "schedule"))
        portal.wait_until_ready()
        _say_ready(portal, began)
        portal.watch(lambda: bool(parent and _is_stopping(parent)))
    raise Stopped


def _say_ready(portal: Portal, began: float) -> None:
    if missing := pango.missing_packages():
        advice = (
            "Pango wordt nog opgehaald." if portal.is_fetching_pango() else f"Installeer daarvoor: {' '.join(missing)}"
        )
        _say(f"Let op: PDF's maken kan nog niet. {advice}")
    _say(f"{_cost(began)} Logboeken: {portal.data / 'log'}. Stoppen: Ctrl-C.")
    if portal.address.is_open:
        _say_that_it_is_open(portal.address)
    _say(f"ready: {portal.address.url}/")


def _say_that_it_is_open(address: Address) -> None:
    without = " en zonder wachtwoord een rol kiezen" if os.environ.get("PORTAL_DEMO") == "1" else ""
    _say(
        f"Let op: iedereen in uw netwerk kan nu bij dit portaal{without}. De verbinding is niet versleuteld.\n"
        "        Doe dit alleen in een netwerk dat u vertrouwt, zonder gegevens van echte mensen.\n"
        f"Op een telefoon in hetzelfde netwerk: {address.url_for_others}/"
    )


def _cost(began: float) -> str:
    """Say how long the start took, with the work of the processor: that hardly depends on what else the machine does."""
    cost = cost_of_the_start()
    if cost is None:
        return f"Gestart in {time.monotonic() - began:.1f} s."
    return "Gestart in {:.1f} s, met {:.1f} s rekentijd.".format(*cost)


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="manage.py portal", description="Start het hele portaal.")
    parser.add_argument(
        "--host", default="127.0.0.1", help="IP-adres; 0.0.0.0 is het hele netwerk (standaard 127.0.0.1)"
    )
    parser.add_argument("--port", type=int, default=8000, help="poort (standaard 8000)")
    parser.add_argument("--data", default=str(PROJECT / "var"), help="gegevensmap (standaard var)")
    parser.add_argument("--with-parent", action="store_true", help="stop als het startende proces stopt")
    options = parser.parse_args(arguments)
    if not 1 <= options.port <= 65535:
        parser.error(f"poort {options.port} bestaat niet; kies er een tussen 1 en 65535")
    return options


def _data_directory(data: Path) -> Path:
    """Make the data directory and its parts. Media, mail and secrets are for our eyes only."""
    data = data.resolve()
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o711)
        for name in ("log", "run", "beat", "media", "mail"):
            (data / name).mkdir(exist_ok=True, mode=0o700)
    except OSError as error:
        raise StartError(
            f"De gegevensmap {data} is niet bruikbaar: {error.strerror}. Kies een andere met DATA=."
        ) from None
    return data


@contextlib.contextmanager
def _locked(data: Path):  # type: ignore[no-untyped-def]
    """Hold the data directory; a portal that is just stopping gets a few seconds to let go."""
    with (data / beside.LOCK).open("a") as lock:
        deadline = time.monotonic() + LOCK_SECONDS
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise StartError(
                        f"Er draait al een portaal met de gegevensmap {data}. Stop dat, of kies een andere met DATA=."
                    ) from None
                time.sleep(0.1)
        yield


def _environment(data: Path, address: Address) -> dict[str, str]:
    """Return what the parts find in their environment, besides the servers' addresses."""
    made = _secrets(data / "secrets.env") | {"PORTAL_BASE_URL": address.url_for_others}
    if address.is_open:
        made["PORTAL_ALLOWED_HOSTS"] = ",".join(address.names())
    chosen = {name: value for name, value in made.items() if not os.environ.get(name)}
    return chosen | {
        "PORTAL_DATA": str(data),
        "PORTAL_STATIC": str(data / "static"),
        "PORTAL_SUPERVISED": "1",  # see wsgi.py
        "CELERY_SKIP_CHECKS": "1",  # `prepare` has made Django's checks
        "PYTHONUNBUFFERED": "1",
    }


def _secrets(path: Path) -> dict[str, str]:
    """Read the installation's secrets; made on first start, readable by its owner only."""
    if not path.exists():
        made = {
            "PORTAL_SECRET_KEY": secrets.token_urlsafe(64),
            "PORTAL_FIELD_KEY": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        }
        new = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.writelines(f"{name}={value}\n" for name, value in made.items())
        new.rename(path)
    path.chmod(0o600)
    lines = (line.partition("=") for line in path.read_text().splitlines())
    return {name.strip(): value.strip() for name, sign, value in lines if sign and not name.startswith("#")}


def _is_stopping(parent: int) -> bool:
    """Say whether make, our parent, is in its handler for Ctrl-C or a closed terminal.

    Make passes TERM on to us, but it expects the terminal to send us INT and HUP. When one of
    those reached only make, it waits for us with that signal blocked, which Linux shows.
    """
    try:
        status = Path(f"/proc/{parent}/status").read_text()
    except OSError:
        return False
    blocked = next((line for line in status.splitlines() if line.startswith("SigBlk:")), "SigBlk: 0")
    wanted = (1 << (signal.SIGINT - 1)) | (1 << (signal.SIGHUP - 1))
    mask = int(blocked.split()[1], 16) & wanted
    return mask not in {0, wanted}


def _on_signals(handler) -> None:  # type: ignore[no-untyped-def]
    # Set all three: a shell starts its background jobs with INT ignored.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, handler)


def _stop(number: int, frame: object) -> None:
    _on_signals(signal.SIG_IGN)
    raise Stopped


def _say(text: str, stream: TextIO | None = None) -> None:
    """Print, also when the terminal is gone."""
    with contextlib.suppress(OSError, ValueError):
        print(text, file=stream or sys.stdout, flush=True)
