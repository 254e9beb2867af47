"""Fetches the front-end packages of package-lock.json into node_modules, without Node or npm.

We take files from these packages and run nothing of them, so all npm would do comes down to:
fetch the packages that package.json names, hold each to the checksum in the lock, and unpack it.
What a package itself depends on stays out. Registry, passwords and proxy come from npm's own
settings (`.npmrc`, `npm_config_…`), so a company's mirror works as it does for npm; where these
name no registry, npm itself is asked which one it uses.

    python -m novex_portal.runtime.frontend
"""

from __future__ import annotations

import base64
import hashlib
import http.client
import io
import json
import os
import re
import shutil
import ssl
import subprocess
import sys
import tarfile
import tempfile
import time
import urllib.request
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.error import HTTPError

from novex_portal.runtime.children import StartError

PROJECT = Path(__file__).resolve().parent.parent.parent
LOCK = PROJECT / "package-lock.json"
NODE_MODULES = PROJECT / "node_modules"
SERVED = {".css", ".js", ".svg", ".woff2"}
"""The kinds of files a browser gets; nothing else is unpacked."""
NO_REGISTRY = 3
"""How this ends where nobody knows the registry: npm has to be brought first."""
SILENT_SECONDS = 60
ATTEMPTS = 3
AT_ONCE = 6


@dataclass(frozen=True)
class Package:
    """A package at the version of the lock, and the checksum of its archive."""

    name: str
    version: str
    sha512: str  # in hexadecimals


def wanted_packages(lock: Path) -> list[Package]:
    """Return the packages that package.json names, as the lock holds them."""
    held = json.loads(lock.read_text("utf-8"))["packages"]
    found = []
    for name in held[""]["dependencies"]:
        entry = held[f"node_modules/{name}"]
        kind, _, checksum = entry["integrity"].partition("-")
        if kind != "sha512":
            raise StartError(f"Van {name} staat geen sha512 in {lock.name}.")
        found.append(Package(name, entry["version"], base64.b64decode(checksum).hex()))
    return found


def bring(packages: list[Package], target: Path, cache: Path, registry: Registry) -> None:
    """Make `target` hold these packages and no others; it changes only when all have come."""
    making = target.with_name(f"{target.name}.new")
    shutil.rmtree(making, ignore_errors=True)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        archives = pool.map(lambda package: _archive(package, cache, registry), packages)
        for package, archive in zip(packages, archives, strict=True):
            unpack(archive, making / package.name)
    shutil.rmtree(target, ignore_errors=True)
    making.rename(target)


def _archive(package: Package, cache: Path, registry: Registry) -> bytes:
    """Return a package's archive, from the cache if it is there; refuse any with another checksum."""
    kept = cache / f"{package.sha512}.tgz"
    if kept.exists():
        archive = kept.read_bytes()
        if hashlib.sha512(archive).hexdigest() == package.sha512:
            return archive
    archive = registry.archive(package)
    if hashlib.sha512(archive).hexdigest() != package.sha512:
        raise StartError(f"Wat voor {package.name} {package.version} binnenkwam, is niet wat {LOCK.name} noemt.")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=cache, delete=False) as file:
        file.write(archive)
    Path(file.name).replace(kept)
    return archive


def unpack(archive: bytes, target: Path) -> None:
    """Write the files of an archive that can be served below `target`, without the folder they all are in."""
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as files:
        for member in files:
            path = PurePosixPath(member.name.partition("/")[2])
            content = files.extractfile(member) if member.isfile() and path.suffix in SERVED else None
            if content is None:
                continue
            if path.is_absolute() or ".." in path.parts:
                raise StartError(f"In een pakket staat een bestand met het pad {member.name}.")
            place = target / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content.read())


# --- where packages come from ---------------------------------------------------------------------


class Registry:
    """The registry, or registries, that npm's settings point to."""

    def __init__(self, settings: Mapping[str, str]) -> None:
        self._settings = settings
        context = ssl.create_default_context()
        context.verify_flags &= ~ssl.VERIFY_X509_STRICT  # which company proxies' own certificates rarely pass
        if cafile := settings.get("cafile"):
            context.load_verify_locations(cafile)
        handlers: list[urllib.request.BaseHandler] = [urllib.request.HTTPSHandler(context=context)]
        if proxy := settings.get("https-proxy") or settings.get("proxy"):
            handlers.append(urllib.request.ProxyHandler({"http": proxy, "https": proxy}))
        self._opener = urllib.request.build_opener(*handlers)

    def archive(self, package: Package) -> bytes:
        """Fetch a package's archive: at the usual address, else where the registry says it is."""
        scope, _, bare = package.name.rpartition("/")
        base = self._settings.get(f"{scope}:registry") or self._settings["registry"]
        base = base.rstrip("/")
        try:
            return self._get(f"{base}/{package.name}/-/{bare}-{package.version}.tgz")
        except HTTPError:
            page = json.loads(self._get(f"{base}/{package.name.replace('/', '%2f')}"))
            return self._get(page["versions"][package.version]["dist"]["tarball"])

    def _get(self, address: str) -> bytes:
        request = urllib.request.Request(address)  # noqa: S310 - the address is of the registry
        if word := self._password(address):
            request.add_unredirected_header("Authorization", word)
        for attempt in range(1, ATTEMPTS + 1):
            try:
                with self._opener.open(request, timeout=SILENT_SECONDS) as answer:
                    return bytes(answer.read())
            except (OSError, http.client.HTTPException) as error:
                refused = isinstance(error, HTTPError) and error.code < 500 and error.code != 429
                if refused or attempt == ATTEMPTS:
                    raise
                time.sleep(attempt)
        raise AssertionError("unreachable")

    def _password(self, address: str) -> str:
        place = address.partition(":")[2]
        for name, value in self._settings.items():
            where, _, kind = name.rpartition(":")
            if where.startswith("//") and place.startswith(where.rstrip("/") + "/"):
                if kind == "_authToken":
                    return f"Bearer {value}"
                if kind == "_auth":
                    return f"Basic {value}"
        return ""


def npm_settings(env: Mapping[str, str], project: Path) -> dict[str, str]:
    """Return npm's settings: of the machine, the user, the project and the environment, the last of which wins."""
    given = {name[11:].lower(): value for name, value in env.items() if name.lower().startswith("npm_config_")}
    home = Path(env.get("HOME") or "/nonexistent")
    files = [Path("/etc/npmrc"), Path(given.get("userconfig") or home / ".npmrc"), project / ".npmrc"]
    made = {"cafile": env.get("NODE_EXTRA_CA_CERTS", "")}
    for file in files:
        lines = file.read_text("utf-8").splitlines() if file.is_file() else []
        for name, sign, value in (line.partition("=") for line in lines):
            if sign and not name.lstrip().startswith(("#", ";")):
                made[name.strip()] = _filled_in(value.strip().strip("\"'"), env)
    return made | {name.replace("_", "-"): value for name, value in given.items()}


def _filled_in(value: str, env: Mapping[str, str]) -> str:
    return re.sub(r"\$\{([^}]+)\}", lambda found: env.get(found[1], found[0]), value)


def registry_of(npm: str | None) -> str:
    """Return the registry this npm would use; empty without an npm, or when it does not run."""
    if npm is None:
        return ""
    try:
        said = subprocess.run(
            [npm, "config", "get", "registry"], cwd=PROJECT, capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    address = said.stdout.strip()
    return address if said.returncode == 0 and address.startswith(("https://", "http://")) else ""


def _cache(env: Mapping[str, str]) -> Path:
    """Return where archives are kept for a next checkout: the user's cache, else inside the project."""
    home = Path(env.get("HOME") or "/nonexistent")
    if os.access(home, os.W_OK):
        return Path(env.get("XDG_CACHE_HOME") or home / ".cache") / "novex-portal" / "npm"
    return PROJECT / ".npm-cache"


def main() -> int:
    """Fill node_modules; say what went wrong."""
    settings = npm_settings(os.environ, PROJECT)
    settings["registry"] = settings.get("registry") or registry_of(shutil.which("npm"))
    if not settings["registry"]:
        return NO_REGISTRY
    try:
        bring(wanted_packages(LOCK), NODE_MODULES, _cache(os.environ), Registry(settings))
    except (StartError, OSError, http.client.HTTPException, tarfile.TarError, LookupError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
