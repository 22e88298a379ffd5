"""Passwords of local accounts, hashed with argon2."""

from pwdlib import PasswordHash

HASHER = PasswordHash.recommended()
NOBODY = HASHER.hash("nobody has this password")
"""Compared with when there is no such account, so that the answer takes as long."""


def hash_password(password: str) -> str:
    """The argon2 hash of a password."""
    return HASHER.hash(password)


def password_fits(password: str, hashed: str | None) -> bool:
    """Whether a password is the right one; takes as long when there is nothing to compare with."""
    fits = HASHER.verify(password, hashed or NOBODY)
    return fits and hashed is not None
