"""What the address of a server means in Django's settings: database, broker and cache, mail."""

from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


def database(url: str, *, pool: int) -> dict[str, object]:
    """Turn postgresql://user:password@host:port/name?sslmode=require into Django's settings.

    What follows the question mark goes to libpq as it is; `host` there may be a directory with a
    socket. `pool` is how many connections one process may keep; 0 is one of its own per thread.
    """
    parts = urlsplit(url)
    options: dict[str, object] = dict(parse_qsl(parts.query))
    host = str(options.pop("host", unquote(parts.hostname or "")))
    if pool:
        # As long as a server needs to start again a visitor waits. To connect is tried anew at such
        # lengths too: left alone, the pool would wait ever longer between two attempts.
        options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 4, "reconnect_timeout": 4}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def cache(url: str) -> dict[str, object]:
    """Turn the broker's address into the cache's: the same server, database 1.

    Celery says redis+socket:///path, redis-py says unix:///path.
    """
    parts = urlsplit(url)
    socket = parts.scheme == "redis+socket"
    location = f"unix://{parts.path}?db=1" if socket else parts._replace(path="/1").geturl()
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": location}


def mailer(url: str, password: str, letterbox: Path) -> dict[str, object]:
    """Turn smtp://user:password@host:port (or smtps://) into a mailer; nothing given: files.

    A `password` given apart may hold any sign; it goes before the one in the address.
    """
    if not url:
        return {
            "BACKEND": "novex_portal.toolkit.mail.building.LetterboxBackend",
            "OPTIONS": {"file_path": str(letterbox)},
        }
    parts = urlsplit(url)
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": parts.hostname,
            "port": parts.port or (465 if parts.scheme == "smtps" else 25),
            "username": unquote(parts.username or ""),
            "password": password or unquote(parts.password or ""),
            "use_ssl": parts.scheme == "smtps",
            "use_tls": parts.scheme == "smtp+starttls",
            "timeout": 20,
        },
    }
