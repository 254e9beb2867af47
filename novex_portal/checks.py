"""The production profile: what must be in order before the portal serves real people."""

import base64
import binascii
from collections.abc import Mapping
from urllib.parse import urlsplit

from novex_portal.toolkit.few import LEAST

SHORTEST_SECRET = 50
LEAST_DIFFERENT_CHARACTERS = 16
MAIL_CATCHERS = {"mailpit", "mailhog", "mailcatcher", "maildev"}
MAIL_CATCHER_PORT = 1025


def production_problems(settings: Mapping[str, object]) -> list[str]:
    """Return what forbids `settings` in production, each line naming the variable to set.

    An empty list means the portal may start. Nothing of a secret's value is in the lines.
    """
    problems = [
        *_secret_problems(settings),
        *_address_problems(settings),
        *_mail_problems(settings),
    ]
    if settings.get("DEBUG"):
        problems.append("PORTAL_DEBUG: zet dit uit; foutpagina's tonen anders de binnenkant van het portaal.")
    if settings.get("DEMO"):
        problems.append("PORTAL_DEMO: zet dit uit; in de oefenomgeving kan iedereen zonder wachtwoord naar binnen.")
    if int(str(settings.get("K_THRESHOLD", LEAST))) < LEAST:
        problems.append(f"PORTAL_K_THRESHOLD: kies {LEAST} of meer; met minder is een partij te herkennen.")
    return problems


def _secret_problems(settings: Mapping[str, object]) -> list[str]:
    too_weak = f"ontbreekt of is te zwak; geef minstens {SHORTEST_SECRET} willekeurige tekens."
    problems = []
    if _is_weak(str(settings.get("SECRET_KEY") or "")):
        problems.append(f"PORTAL_SECRET_KEY: {too_weak}")
    fallbacks = settings.get("SECRET_KEY_FALLBACKS")
    if isinstance(fallbacks, list) and any(_is_weak(key) for key in fallbacks):
        problems.append(f"PORTAL_SECRET_KEY_FALLBACKS: {too_weak}")
    if not _is_fernet_key(str(settings.get("FIELD_KEY") or "")):
        problems.append("PORTAL_FIELD_KEY: ontbreekt of is geen Fernet-sleutel (32 willekeurige bytes in base64).")
    return problems


def _is_weak(secret: str) -> bool:
    short = len(secret) < SHORTEST_SECRET or len(set(secret)) < LEAST_DIFFERENT_CHARACTERS
    return short or "insecure" in secret


def _is_fernet_key(value: str) -> bool:
    try:
        key = base64.urlsafe_b64decode(value)
    except (ValueError, binascii.Error):
        return False
    return len(key) == 32 and len(set(key)) > 8


def _address_problems(settings: Mapping[str, object]) -> list[str]:
    """A public https address; without one, links in mails and cookies are not safe."""
    problems = []
    address = urlsplit(str(settings.get("BASE_URL") or ""))
    host = address.hostname or ""
    if address.scheme != "https" or host in {"", "localhost"} or host.startswith("127."):
        problems.append("PORTAL_BASE_URL: geef het openbare adres, bijvoorbeeld https://portaal.example.nl.")
    hosts = settings.get("ALLOWED_HOSTS")
    if not isinstance(hosts, list) or host not in hosts or "*" in hosts:
        problems.append(
            "PORTAL_ALLOWED_HOSTS: noem de namen van het portaal, waaronder die in PORTAL_BASE_URL; geen *."
        )
    if not settings.get("DATABASE_URL"):
        problems.append("DATABASE_URL: noem de database.")
    if not settings.get("REDIS_URL"):
        problems.append("REDIS_URL: noem de Valkey- of Redis-server.")
    return problems


def _mail_problems(settings: Mapping[str, object]) -> list[str]:
    problems = []
    server = urlsplit(str(settings.get("EMAIL_URL") or ""))
    if server.scheme not in {"smtp", "smtps", "smtp+starttls"} or not server.hostname:
        problems.append("PORTAL_EMAIL_URL: noem de mailserver, bijvoorbeeld smtps://naam:wachtwoord@mail.example.nl.")
    elif server.hostname in MAIL_CATCHERS or server.port == MAIL_CATCHER_PORT:
        problems.append(
            "PORTAL_EMAIL_URL: dit is een mailvanger; alle mail blijft daar liggen. Noem de echte mailserver."
        )
    sender = str(settings.get("EMAIL_FROM") or "")
    if "@" not in sender or "localhost" in sender:
        problems.append("PORTAL_EMAIL_FROM: geef het adres waarvandaan het portaal mailt.")
    return problems
