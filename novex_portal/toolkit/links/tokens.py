"""What a link holds, and the only part of it that is kept."""

import hashlib
import secrets

from django.core.signing import BadSignature, Signer


def new_token(purpose: str) -> str:
    """Return a signed token of 256 random bits; a guess is refused without asking the database.

    A token of one purpose is no good for another.
    """
    return Signer(salt=purpose).sign(secrets.token_urlsafe(32))


def fingerprint(token: str, purpose: str) -> str:
    """Return the SHA-256 that stands for the token in the database; empty when the signature is not ours."""
    try:
        raw = Signer(salt=purpose).unsign(token)
    except BadSignature:
        return ""
    return hashlib.sha256(raw.encode()).hexdigest()
