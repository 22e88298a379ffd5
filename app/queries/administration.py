"""The lists of the administration: people, organisations, programmes and the log, one statement each."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

ACCOUNTS = text(
    """
    SELECT account.id, account.display_name, account.email, account.closed_at,
           coalesce(json_agg(json_build_object(
               'role', membership.role, 'programme', programme.name, 'organisation', organisation.name
           ) ORDER BY membership.recorded_at) FILTER (WHERE membership.id IS NOT NULL), '[]') AS memberships
    FROM account
    LEFT JOIN membership ON membership.account_id = account.id
    LEFT JOIN programme ON programme.id = membership.programme_id
    LEFT JOIN organisation ON organisation.id = membership.organisation_id
    WHERE account.kind = 'person'
    GROUP BY account.id
    ORDER BY account.display_name
    """
)
ORGANISATIONS = text(
    """
    SELECT id, name, roles, kvk_number, municipality_code, nace_section
    FROM organisation
    ORDER BY name, id
    LIMIT :limit OFFSET :offset
    """
)
PROGRAMMES = text(
    """
    SELECT programme.id, programme.name, kind, follow_up_months, contact_norm_days,
           organisation.name AS lead_organisation
    FROM programme
    JOIN organisation ON organisation.id = programme.lead_organisation_id
    ORDER BY programme.name
    """
)
LOG = text(
    """
    SELECT audit_event.at, account.display_name, audit_event.origin, audit_event.action,
           audit_event.object_type, audit_event.object_id, programme.name AS programme, audit_event.changes
    FROM audit_event
    LEFT JOIN account ON account.id = audit_event.account_id
    LEFT JOIN programme ON programme.id = audit_event.programme_id
    ORDER BY audit_event.at DESC, audit_event.id
    LIMIT :limit OFFSET :offset
    """
)
CHOICES = text(
    """
    SELECT
        (SELECT coalesce(json_agg(json_build_array(id, name) ORDER BY name), '[]') FROM programme) AS programmes,
        (SELECT coalesce(json_agg(json_build_array(id, name) ORDER BY name), '[]')
         FROM (SELECT id, name FROM organisation WHERE cardinality(roles) > 0 ORDER BY name LIMIT 1000) AS known
        ) AS organisations
    """
)

Rows = Sequence[RowMapping]


async def read_accounts(session: AsyncSession) -> Rows:
    """Read the people who can sign in, each with the roles they have."""
    return (await session.execute(ACCOUNTS)).mappings().all()


async def read_organisations(session: AsyncSession, *, limit: int, offset: int) -> Rows:
    """Read a page of the organisations, by name."""
    return (await session.execute(ORGANISATIONS, {"limit": limit, "offset": offset})).mappings().all()


async def read_programmes(session: AsyncSession) -> Rows:
    """Read the programmes, by name."""
    return (await session.execute(PROGRAMMES)).mappings().all()


async def read_log(session: AsyncSession, *, limit: int, offset: int) -> Rows:
    """Read a page of the log, the latest first."""
    return (await session.execute(LOG, {"limit": limit, "offset": offset})).mappings().all()


async def read_choices(session: AsyncSession) -> dict[str, Any]:
    """Read the programmes and the organisations that a role can be for, as pairs of identity and name."""
    return dict((await session.execute(CHOICES)).mappings().one())
