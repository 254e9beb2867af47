"""The embedded PostgreSQL and Valkey of the one-command start and of the tests.

Nothing here knows Django: the servers start before it is imported, which saves seconds.

    server = start_postgres(Path("var"))        # server.url goes into DATABASE_URL
    broker = start_valkey(Path("var"))          # broker.url goes into REDIS_URL
    server.stop()

On the command line, inside a throw-away PostgreSQL and Valkey:

    python -m novex_portal.runtime.embedded manage makemigrations --check
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from novex_portal.runtime.binaries import SHARED, postgres_binaries, valkey_binary
from novex_portal.runtime.children import (
    Account,
    StartError,
    ask_to_end,
    run_as,
    server_account,
    spawn,
    stop_together,
)

DATABASE = "portal"
START_SECONDS = 30
STOP_SECONDS = 4.0
HURRY_SECONDS = 0.7
PREDECESSOR_SECONDS = 15
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
    launch: Callable[[], subprocess.Popen[bytes]]
    """Starts it once more, on the same data and the same socket."""
    leftovers: list[Path] = field(default_factory=list)

    def stop(self) -> None:
        """End the server in an orderly way, by force after a few seconds; may be called twice."""
        stop_servers([self], STOP_SECONDS)

    def clean(self) -> None:
        """Remove the socket directory and, of a throw-away server, its data."""
        for path in [self.socket_directory, *self.leftovers]:
            shutil.rmtree(path, ignore_errors=True)
        self.leftovers = []


def stop_servers(servers: Sequence[Server], seconds: float) -> None:
    """End servers in an orderly way; what has not ended after `seconds` must hurry.

    PostgreSQL in a hurry skips its last checkpoint and recovers at the next start. Killing it
    outright would leave its own children behind for a while.
    """
    ask_to_end([(server.process, server.stop_signal) for server in servers], seconds)
    stop_together([(server.process, signal.SIGQUIT) for server in servers], HURRY_SECONDS)
    for server in servers:
        server.clean()


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

    def launch() -> subprocess.Popen[bytes]:
        return _launch_postgres(binaries, cluster, sockets, account, throwaway=throwaway)

    process = launch()
    url = f"postgresql://{DATABASE}@/{DATABASE}?host={quote(str(sockets), safe='')}"
    server = Server("postgres", url, process, log_file(home, "postgres"), sockets, signal.SIGINT, launch)
    if throwaway:
        server.leftovers.append(cluster)
    try:
        server.process = _wait_for_postgres(process, cluster, launch)
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

    def launch() -> subprocess.Popen[bytes]:
        return spawn(command, output=log)

    process = launch()
    server = Server("valkey", f"redis+socket://{socket}", process, log, sockets, signal.SIGTERM, launch)
    try:
        _wait_until(socket.exists, process, "Valkey", log)
    except BaseException:
        server.stop()
        raise
    return server


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
    elif major >= 17 and sys.platform == "linux":
        command.append("--sync-method=syncfs")  # a thousand files at once
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
        # Made for discs that turn, the standard of 4 reads all names where an index finds them twelve times faster.
        "random_page_cost": "1.1",
        # So that little is left to write when the portal stops, and the next start need not recover.
        "checkpoint_timeout": "30s",
    }
    if sys.platform == "linux":
        options["recovery_init_sync_method"] = "syncfs"  # else a recovery opens each of thousands of files
    command = [str(binaries / "postgres"), "-D", str(cluster)]
    for name, value in options.items():
        command += ["-c", f"{name}={value}"]
    log = log_file(cluster.parent, "postgres")
    return spawn(command, stop_signal=signal.SIGINT, output=log, account=account)


def _wait_for_postgres(
    process: subprocess.Popen[bytes], cluster: Path, launch: Callable[[], subprocess.Popen[bytes]]
) -> subprocess.Popen[bytes]:
    """Wait until the server takes connections, as it says in postmaster.pid, and return it.

    A server that was killed leaves children for a moment, and no other may start beside them:
    then `launch` is tried again for a while.
    """
    log = log_file(cluster.parent, "postgres")
    deadline = time.monotonic() + PREDECESSOR_SECONDS
    while True:
        try:
            _wait_until(lambda: _takes_connections(process, cluster), process, "PostgreSQL", log)  # noqa: B023
            return process
        except StartError:
            busy = any(word in _last_lines(log, 1) for word in ("pre-existing shared memory", "lock file"))
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.3)
            process = launch()


def _takes_connections(process: subprocess.Popen[bytes], cluster: Path) -> bool:
    try:
        lines = (cluster / "postmaster.pid").read_text().splitlines()
    except OSError:
        return False
    return len(lines) >= 8 and lines[0].strip() == str(process.pid) and lines[7].strip() == "ready"


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


def _last_lines(log: Path, count: int) -> str:
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    return "\n".join(lines[-count:])


def _wait_until(ready: Callable[[], bool], process: subprocess.Popen[bytes], name: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            raise StartError(f"{name} start niet. Zie {log}:\n{_last_lines(log, 5)}")
        time.sleep(0.01)


if __name__ == "__main__":
    from novex_portal.runtime.throwaway import main

    sys.exit(main(sys.argv[1:]))
