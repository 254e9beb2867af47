"""Starts the portal as a person would, and finds whatever it leaves behind."""

import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from novex_portal.runtime.throwaway import PROJECT
from novex_portal.runtime.upkeep.probe import ask_health

START_SECONDS = 120


def free_port() -> int:
    """Return a port nobody listens on now."""
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        return int(attempt.getsockname()[1])


@dataclass
class RunningPortal:
    """A portal in a process of its own; every process it starts carries its mark."""

    process: subprocess.Popen[str]
    port: int
    data: Path
    mark: str

    def wait_until_ready(self) -> str:
        """Return what it printed up to and including the line that says it is ready."""
        printed = []
        assert self.process.stdout is not None
        for line in self.process.stdout:
            printed.append(line)
            if line.startswith("ready: "):
                return "".join(printed)
        raise AssertionError("".join(printed))

    def health(self) -> tuple[int, dict[str, object]]:
        """Ask /healthz."""
        return ask_health(self.port)

    def survivors(self, seconds: float) -> list[str]:
        """Return the command lines of its processes that still live after `seconds` at most."""
        deadline = time.monotonic() + seconds
        while (alive := _marked(self.mark)) and time.monotonic() < deadline:
            time.sleep(0.1)
        return alive

    def end(self) -> None:
        """End it, whatever its state."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)
        if self.process.stdout:
            self.process.stdout.close()


def start_portal(data: Path, *options: str) -> RunningPortal:
    """Start the portal on `data`, on a free port."""
    mark = uuid.uuid4().hex
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "manage.py", "portal", "--port", str(port), "--data", str(data), *options],
        cwd=PROJECT,
        env=_clean_environment() | {"PORTAL_TEST_MARK": mark},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return RunningPortal(process, port, data, mark)


def run_portal(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run `manage.py portal` that is expected to end by itself, and soon."""
    command = [sys.executable, "manage.py", "portal", *arguments]
    return subprocess.run(
        command,
        cwd=PROJECT,
        env=_clean_environment(),
        capture_output=True,
        text=True,
        timeout=START_SECONDS,
        check=False,
    )


def run_command(arguments: Sequence[str], data: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a management command as somebody would beside the portal on `data`."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=PROJECT,
        env=_clean_environment() | {"PORTAL_DATA": str(data)} | variables,
        capture_output=True,
        text=True,
        timeout=START_SECONDS,
        check=False,
    )


def _clean_environment() -> dict[str, str]:
    """Return our environment without the servers and settings of this test run."""
    ours = {"DATABASE_URL", "REDIS_URL", "PYTHONDONTWRITEBYTECODE"}
    return {name: value for name, value in os.environ.items() if name not in ours and not name.startswith("PORTAL_")}


def _marked(mark: str) -> list[str]:
    found = []
    for directory in Path("/proc").glob("[0-9]*"):
        try:
            environment = (directory / "environ").read_bytes()
            command = (directory / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if f"PORTAL_TEST_MARK={mark}".encode() in environment:
            found.append(command or directory.name)
    return found
