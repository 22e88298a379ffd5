"""Whom a programme asks at which employer, and about how many jobs nobody can be asked: one statement, built once."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import Text

from app.models import EmployerContact
from app.models.employer_contact import EmployerContactPublic
from app.queries.collection import Collection
from app.queries.json_answers import table_of
from app.rules.code_lists import PAID_WORK

contact = table_of(EmployerContact)
EMPLOYER_CONTACTS = Collection(
    EmployerContactPublic,
    (contact,),
    filters={
        "programme": contact.c.programme_id == bindparam("programme"),
        "organisation": contact.c.organisation_id == bindparam("organisation"),
    },
)
"""Contact persons as other programs read them."""

CONTACTS = text(
    """
    SELECT coalesce(
        json_agg(employer ORDER BY employer.jobs > employer.asked DESC, employer.fails DESC, employer.name), '[]'
    )
    FROM (
        SELECT organisation.id, organisation.name, coalesce(job.jobs, 0) AS jobs, coalesce(job.asked, 0) AS asked,
            coalesce(person.people, '[]') AS people, coalesce(person.fails, false) AS fails
        FROM (
            SELECT organisation_id,
                count(*) AS jobs,
                count(*) FILTER (WHERE contact_id IS NOT NULL) AS asked
            FROM placement
            WHERE programme_id = :programme_id AND ends_on IS NULL AND kind = ANY (:paid)
            GROUP BY organisation_id
        ) AS job
        FULL JOIN (
            SELECT contact.organisation_id, json_agg(json_build_object(
                'id', contact.id, 'name', contact.name, 'email', contact.email, 'phone', contact.phone,
                'language', contact.language, 'bouncedAt', contact.bounced_at,
                'jobs', (
                    SELECT count(*) FROM placement
                    WHERE placement.contact_id = contact.id AND placement.ends_on IS NULL
                        AND placement.kind = ANY (:paid)
                )
            ) ORDER BY contact.name NULLS LAST, contact.email, contact.id) AS people,
                bool_or(contact.bounced_at IS NOT NULL) AS fails
            FROM employer_contact AS contact
            WHERE contact.programme_id = :programme_id
            GROUP BY contact.organisation_id
        ) AS person USING (organisation_id)
        JOIN organisation ON organisation.id = organisation_id
    ) AS employer
    """
).bindparams(bindparam("paid", sorted(kind.value for kind in PAID_WORK), type_=ARRAY(Text)))

AT_EMPLOYER = text(
    """
    SELECT contact.id::text, coalesce(contact.name || ', ', '') || coalesce(contact.email, contact.phone) AS person
    FROM employer_contact AS contact
    WHERE contact.programme_id = :programme_id AND contact.organisation_id = :organisation_id
    ORDER BY person, contact.id
    """
)
WITHOUT = text(
    "SELECT count(*) FROM placement WHERE programme_id = :programme_id AND organisation_id = :organisation_id "
    "AND contact_id IS NULL AND ends_on IS NULL"
)


async def read_contacts(session: AsyncSession, programme_id: UUID) -> list[dict[str, Any]]:
    """Read per employer the running jobs, those about which somebody can be asked, and the contact persons."""
    return list((await session.execute(CONTACTS, {"programme_id": programme_id})).scalar_one())


async def read_contacts_at(session: AsyncSession, programme_id: UUID, organisation_id: UUID) -> list[tuple[str, str]]:
    """Read the contact persons of a programme at one employer: identity, and name with address."""
    rows = await session.execute(AT_EMPLOYER, {"programme_id": programme_id, "organisation_id": organisation_id})
    return [(identity, person) for identity, person in rows]


async def count_without_contact(session: AsyncSession, programme_id: UUID, organisation_id: UUID) -> int:
    """Count the running placements at an employer about which nobody can be asked."""
    asked = {"programme_id": programme_id, "organisation_id": organisation_id}
    return int((await session.execute(WITHOUT, asked)).scalar_one())
