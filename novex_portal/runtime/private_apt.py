"""Fetches shared libraries of this Debian or Ubuntu without installing anything, as root or not.

apt gets lists and a cache of its own and is told that nothing is installed, so it names all that is
needed. Sources, proxies and keys are those of the machine; a source without a signature that holds
is refused, whatever the machine's settings say. What belongs to the C library is left out: the
running Python has it, and a second one would bring it down.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from novex_portal.runtime.children import StartError, die_with_parent

C_LIBRARY = "libc6"
SETTINGS = """\
Dir::State "{work}/state";
Dir::State::status "{work}/state/status";
Dir::Cache "{work}/cache";
Acquire::Languages "none";
Acquire::AllowInsecureRepositories "false";
Acquire::AllowDowngradeToInsecureRepositories "false";
APT::Get::AllowUnauthenticated "false";
APT::Sandbox::User "root";
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
"""


def there_is_apt() -> bool:
    """Say whether this machine has what fetching takes."""
    return all(shutil.which(program) for program in ("apt-get", "dpkg-deb"))


def fetch_libraries(wanted: Sequence[str], *, optional: Sequence[str] = (), into: Path, seconds: float) -> None:
    """Fill the new folder `into` with the libraries of packages and of all they need, named as programs ask for them.

    `into` holds plain files only, writable by us alone. Raises StartError with what went wrong.
    """
    work = into.with_name(f"{into.name}.apt")
    work.mkdir(mode=0o700)
    try:
        apt = _Apt(work, time.monotonic() + seconds)
        apt.run("update", problem=None)  # a source that fails is no matter as long as another has the packages
        beneath = apt.packages_for(C_LIBRARY)
        packages = apt.packages_for(*wanted, *optional) or apt.packages_for(*wanted)
        if not beneath or not packages:
            raise StartError(f"Geen bron van apt heeft {' '.join(wanted)}.")
        apt.run("download", *sorted(packages - beneath), problem="De pakketten konden niet worden opgehaald.")
        for package in sorted(work.glob("*.deb")):
            apt.unpack(package)
        _keep_libraries(work / "unpacked", into)
    finally:
        shutil.rmtree(work, ignore_errors=True)


class _Apt:
    """apt with a world of its own in the folder `work`, until a moment of the monotonic clock."""

    def __init__(self, work: Path, deadline: float) -> None:
        self._work = work
        self._deadline = deadline
        for folder in ("state/lists/partial", "cache/archives/partial"):
            (work / folder).mkdir(parents=True)
        (work / "state" / "status").touch()
        (work / "apt.conf").write_text(SETTINGS.format(work=work))

    def packages_for(self, *wanted: str) -> set[str]:
        """Return the names of all packages that installing `wanted` takes; empty when that cannot be."""
        said = self.run("install", "--print-uris", "--no-install-recommends", *wanted, problem=None)
        # A line says: address, name_version_architecture.deb, size, checksum.
        return {line.split()[1].partition("_")[0] for line in said.splitlines() if line.startswith("'")}

    def run(self, *words: str, problem: str | None) -> str:
        """Return what `apt-get` says on standard output; raise StartError with `problem` when it fails."""
        return self._run(["apt-get", "-c", str(self._work / "apt.conf"), "-qq", *words], problem)

    def unpack(self, package: Path) -> None:
        """Unpack a package; what it would run when installed is not run."""
        command = ["dpkg-deb", "-x", str(package), str(self._work / "unpacked")]
        self._run(command, f"{package.name} kon niet worden uitgepakt.")

    def _run(self, command: list[str], problem: str | None) -> str:
        parent = os.getpid()
        answer = subprocess.run(
            command,
            cwd=self._work,
            env=os.environ | {"LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=max(1.0, self._deadline - time.monotonic()),
            check=False,
            preexec_fn=lambda: die_with_parent(signal.SIGTERM, parent),
        )
        if problem and answer.returncode != 0:
            raise StartError(f"{problem} {answer.stderr.strip()[-500:]}")
        return answer.stdout if answer.returncode == 0 else ""


def _keep_libraries(unpacked: Path, into: Path) -> None:
    """Copy every library that lies in `unpacked` to `into`, under the name programs know: libx.so.1."""
    into.mkdir(mode=0o755)
    for found in unpacked.rglob("lib*.so.*"):
        file = found.resolve()
        if found.name.rpartition(".so.")[2].isdigit() and file.is_file() and file.is_relative_to(unpacked.resolve()):
            shutil.copyfile(file, into / found.name)
            (into / found.name).chmod(0o644)
    into.chmod(0o755)
