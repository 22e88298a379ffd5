"""Passwords of local accounts, hashed with argon2."""

from functools import cache

from pwdlib import PasswordHash

HASHER = PasswordHash.recommended()


def hash_password(password: str) -> str:
    """The argon2 hash of a password."""
    return HASHER.hash(password)


def password_fits(password: str, hashed: str | None) -> bool:
    """Whether a password is the right one; takes as long when there is nothing to compare with."""
    nobody = hash_of_nobody()
    return HASHER.verify(password, hashed or nobody) and hashed is not None


@cache
def hash_of_nobody() -> str:
    """What a password is compared with when there is no such account, made when first somebody signs in."""
    return HASHER.hash("nobody has this password")
