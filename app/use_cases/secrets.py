"""Secrets that are handed out once and kept only as a hash: cookies, API tokens and links."""

from hashlib import sha256
from secrets import token_urlsafe

SECRET_BYTES = 32


def new_secret() -> tuple[str, str]:
    """A random secret of 256 bits, and the hash that may be kept."""
    secret = token_urlsafe(SECRET_BYTES)
    return secret, hash_of(secret)


def hash_of(secret: str) -> str:
    """SHA-256 in hexadecimal. Enough for a secret that is itself random; passwords are hashed with argon2."""
    return sha256(secret.encode()).hexdigest()
