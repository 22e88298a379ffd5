"""The coordinator who asks for the pages that are measured."""

from dataclasses import dataclass
from datetime import timedelta

import psycopg

from app import clock
from app.demo.sign_ins import SIGN_INS
from app.routers.acting import SESSION_COOKIE
from app.rules.code_lists import Role
from app.use_cases.secrets import new_secret


@dataclass(frozen=True, slots=True)
class Visitor:
    """A coordinator with a cookie and a token, and some trajectories of the programme."""

    account_id: str
    cookie: dict[str, str]
    token: dict[str, str]
    trajectories: list[str]


def visitor(url: str, trajectories: int) -> Visitor:
    """Sign the coordinator of the first programme in, and choose trajectories by chance."""
    email = next(one.email for one in SIGN_INS if one.role is Role.COORDINATOR)
    now = clock.now()
    cookie, cookie_hash = new_secret()
    token, token_hash = new_secret()
    with psycopg.connect(url, autocommit=True) as connection:
        account = _one(connection, "select id::text from account where email = %s", [email])
        connection.execute(
            "insert into sign_in_session (id, token_hash, account_id, started_at, last_seen_at) "
            "values (gen_random_uuid(), %s, %s, %s, %s)",
            [cookie_hash, account, now, now],
        )
        connection.execute(
            "insert into api_token (id, recorded_at, account_id, name, token_hash, expires_at) "
            "values (gen_random_uuid(), %s, %s, 'bench', %s, %s)",
            [now, account, token_hash, now + timedelta(days=1)],
        )
        chosen = connection.execute(
            "select id::text from trajectory where coordinator_id = %s and started_on is not null "
            "order by md5(id::text) limit %s",
            [account, trajectories],
        ).fetchall()
    return Visitor(
        account_id=account,
        cookie={"Cookie": f"{SESSION_COOKIE}={cookie}"},
        token={"Authorization": f"Bearer {token}"},
        trajectories=[str(row[0]) for row in chosen],
    )


def _one(connection: psycopg.Connection, query: str, parameters: list[object]) -> str:
    ((value,),) = connection.execute(query.encode(), parameters).fetchall()
    return str(value)
