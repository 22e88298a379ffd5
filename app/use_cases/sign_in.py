"""Signs somebody in with an e-mail address and a password, and out again."""

from dataclasses import dataclass, replace

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from app.actor import Actor
from app.database import act_as
from app.models import Account, Credential, SignInSession
from app.rules.sentence import Sentence
from app.rules.sign_in_limit import ATTEMPTS, WAIT, locked_until
from app.use_cases.audit import audit
from app.use_cases.passwords import password_fits
from app.use_cases.secrets import new_secret

NAME_THE_ACCOUNT = text("SELECT set_config('app.sign_in', :email, true)")


@dataclass(frozen=True)
class SignedIn:
    """The secret for the cookie; it is shown this once."""

    secret: str


@dataclass(frozen=True)
class SignInRefused:
    """Why not. It does not tell whether there is such an account."""

    reason: Sentence


async def sign_in(session: AsyncSession, *, by: Actor, email: str, password: str) -> SignedIn | SignInRefused:
    """Sign somebody in. Wrong passwords are counted; after five in a row the account waits a quarter of an hour."""
    address = email.strip().lower()
    await session.execute(NAME_THE_ACCOUNT, {"email": address})
    known = (
        select(Credential)
        .join(Account, col(Account.id) == col(Credential.account_id))
        .where(col(Account.email) == address, col(Account.closed_at).is_(None))
        .with_for_update(of=Credential)
    )
    credential = (await session.scalars(known)).one_or_none()
    fits = password_fits(password, credential.password_hash if credential else None)
    if credential is None or (credential.locked_until and credential.locked_until > by.at):
        return _refused()
    if not fits:
        credential.failed_attempts += 1
        credential.locked_until = locked_until(credential.failed_attempts, by.at)
        await session.flush()
        return _refused()
    credential.failed_attempts, credential.locked_until = 0, None
    await session.flush()
    secret, hashed = new_secret()
    actor = replace(by, account_id=credential.account_id, session_hash=hashed)
    await act_as(session, actor)
    session.add(
        SignInSession(token_hash=hashed, account_id=credential.account_id, started_at=by.at, last_seen_at=by.at)
    )
    await session.flush()
    await audit(session, by=actor, action="sign in", object_type="account", object_id=credential.account_id)
    return SignedIn(secret)


async def sign_out(session: AsyncSession, *, by: Actor) -> None:
    """End the session at hand; its cookie is worth nothing from now on."""
    await session.execute(delete(SignInSession).where(col(SignInSession.token_hash) == by.session_hash))
    if by.account_id is not None:
        await audit(session, by=by, action="sign out", object_type="account", object_id=by.account_id)


def _refused() -> SignInRefused:
    return SignInRefused(
        Sentence(
            "This e-mail address and this password do not belong together. "
            "After %(attempts)s wrong attempts you have to wait %(minutes)s minutes.",
            attempts=ATTEMPTS,
            minutes=int(WAIT.total_seconds() // 60),
        )
    )
