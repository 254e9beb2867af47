"""The only place that reads the process environment: small typed readers that fail loudly."""

import os
from pathlib import Path
from urllib.parse import quote


class EnvironmentProblem(Exception):
    """A setting is missing or cannot be read; the message names it in plain words."""


def text(name: str, default: str = "") -> str:
    """Return NAME, or what the file named by NAME_FILE holds, or the default."""
    if path := os.environ.get(f"{name}_FILE"):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise EnvironmentProblem(f"{name}_FILE: {path} kan niet gelezen worden.") from error
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool = False) -> bool:
    """Return NAME as yes or no; only 1, 0, true, false, yes, no, on and off are understood."""
    value = text(name).lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise EnvironmentProblem(f"{name}: gebruik 1 of 0, niet {value!r}.")


def number(name: str, default: int) -> int:
    """Return NAME as a whole number."""
    value = text(name)
    if not value:
        return default
    try:
        return int(value)
    except ValueError as error:
        raise EnvironmentProblem(f"{name}: {value!r} is geen heel getal.") from error


def words(name: str, default: list[str] | None = None) -> list[str]:
    """Return NAME split on commas, without empty parts."""
    value = text(name)
    if not value:
        return list(default or [])
    return [part.strip() for part in value.split(",") if part.strip()]


def database_url(default: str = "") -> str:
    """Return DATABASE_URL, or the address DATABASE_HOST and its parts make, or the default."""
    if url := text("DATABASE_URL"):
        return url
    if not (host := text("DATABASE_HOST")):
        return default
    return _address(
        scheme="postgresql",
        host=host,
        port=text("DATABASE_PORT"),
        user=text("DATABASE_USER", "portal"),
        password=text("DATABASE_PASSWORD"),
        name=text("DATABASE_NAME", "portal"),
    )


def redis_url(default: str = "") -> str:
    """Return REDIS_URL, or the address REDIS_HOST and its parts make, or the default."""
    if url := text("REDIS_URL"):
        return url
    if not (host := text("REDIS_HOST")):
        return default
    return _address(
        scheme="redis",
        host=host,
        port=text("REDIS_PORT"),
        user=text("REDIS_USER"),
        password=text("REDIS_PASSWORD"),
        name="0",
    )


def _address(*, scheme: str, host: str, port: str, user: str, password: str, name: str) -> str:
    """Make an address of its parts. Any sign may stand in them: what would mean something is encoded."""
    login = quote(user, safe="") + (f":{quote(password, safe='')}" if password else "")
    before, after = (f"{login}@" if login else ""), f"/{quote(name, safe='')}"
    if host.startswith("/"):  # a directory with a socket
        return f"{scheme}://{before}{after}?host={quote(host, safe='')}"
    place = f"[{host}]" if ":" in host else host
    return f"{scheme}://{before}{place}{f':{port}' if port else ''}{after}"
