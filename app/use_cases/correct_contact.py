"""Corrects a coaching contact. What it said before stays in its history."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import CoachingContact
from app.models.coaching_contact import CoachingContactSaid
from app.rules.contact_topics import is_on_the_list
from app.use_cases.audit import audit
from app.use_cases.faults import not_before, not_in_future, raise_for
from app.use_cases.load import load_to_change
from app.use_cases.set_values import set_values


async def correct_contact(
    session: AsyncSession, *, by: Actor, contact_id: UUID, version: int, correction: CoachingContactSaid
) -> CoachingContact:
    """Change the fields that were set. Words of a file that are no topic of the list stay beside the topics.

    Raises ChangedMeanwhile when somebody else was first.
    """
    contact = await load_to_change(session, CoachingContact, contact_id, version)
    values = correction.model_dump(exclude_unset=True)
    day = values.get("contacted_on") or contact.contacted_on
    raise_for(
        [
            not_in_future("contacted_on", day, by.today),
            not_before("next_contact_on", values.get("next_contact_on", contact.next_contact_on), day),
        ]
    )
    if "topics" in values:
        values["topics"] = [*values["topics"], *(word for word in contact.topics if not is_on_the_list(word))]
    kept_when_empty = {name for name in ("contacted_on", "kind") if values.get(name, ...) is None}
    changes = set_values(contact, {name: new for name, new in values.items() if name not in kept_when_empty})
    await session.flush()
    await audit(
        session,
        by=by,
        action="correct",
        object_type="coaching_contact",
        object_id=contact.id,
        programme_id=contact.programme_id,
        changes=changes,
    )
    return contact
