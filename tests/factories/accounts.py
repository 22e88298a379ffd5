"""Who signs in, with a browser or with a token."""

from datetime import datetime, timedelta
from typing import Any

from app import clock
from app.models import Account, ApiToken, Credential, Membership, Organisation, Programme, SignInSession
from app.routers.acting import SESSION_COOKIE
from app.rules.code_lists import Role
from app.use_cases.passwords import hash_password
from app.use_cases.secrets import new_secret
from tests.factories.rows import Rows


class Accounts(Rows):
    """Who signs in, with a browser or with a token."""

    async def account(self, role: Role | None = None, **fields: Any) -> Account:
        """An account, as a rule with one role: in a `programme`, or for an `organisation`."""
        programme: Programme | None = fields.pop("programme", None)
        organisation: Organisation | None = fields.pop("organisation", None)
        password = fields.pop("password", None)
        name = self.number("account")
        account = Account(**{"email": f"{name}@example.org", "display_name": name, **fields})
        await self.save(account)
        if role is not None:
            await self.membership(account, role, programme, organisation)
        if password is not None:
            await self.save(Credential(account_id=account.id, password_hash=hash_password(password)))
        return account

    async def membership(
        self,
        account: Account,
        role: Role,
        programme: Programme | None = None,
        organisation: Organisation | None = None,
    ) -> Membership:
        """One (more) role of an account."""
        return await self.row(
            Membership,
            {},
            account_id=account.id,
            role=role,
            programme_id=programme.id if programme else None,
            organisation_id=organisation.id if organisation else None,
        )

    async def signed_in(self, account: Account, at: datetime | None = None) -> dict[str, str]:
        """The cookies of a browser in which this account has just signed in."""
        secret, hashed = new_secret()
        moment = at or clock.now()
        await self.save(SignInSession(token_hash=hashed, account_id=account.id, started_at=moment, last_seen_at=moment))
        return {SESSION_COOKIE: secret}

    async def token(self, account: Account) -> dict[str, str]:
        """The header with which this account calls the API."""
        secret, hashed = new_secret()
        await self.api_token(account, token_hash=hashed)
        return {"Authorization": f"Bearer {secret}"}

    async def api_token(self, account: Account, **fields: Any) -> ApiToken:
        """A bearer token, valid for a day; its secret is thrown away unless a hash is given."""
        return await self.row(
            ApiToken,
            fields,
            account_id=account.id,
            name="test",
            token_hash=new_secret()[1],
            expires_at=clock.now() + timedelta(days=1),
        )
