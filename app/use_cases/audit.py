"""Writes the audit log, in the transaction of the act itself."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import AuditEvent
from app.models.row_security.free_text import FREE_TEXT

UNTOLD = frozenset(FREE_TEXT) | {
    "bounce_reason",
    "contact_language",
    "display_name",
    "email",
    "first_name",
    "last_name",
    "phone",
    "reply_to",
    "search_name",
    "sender_name",
}
"""Fields in which a name may stand: the log says that they changed, not what they say."""

UNTOLD_OF = {"employer_contact": {"name"}, "message_template": {"body"}}
"""As above, in one kind of thing only: the name of a programme is told, that of a person is not."""

WITHHELD = "not shown"
"""What the log holds instead of what such a field says."""

Changes = Mapping[str, tuple[object, object]]


async def audit(
    session: AsyncSession,
    *,
    by: Actor,
    action: str,
    object_type: str,
    object_id: UUID | None = None,
    programme_id: UUID | None = None,
    reason: str | None = None,
    changes: Changes | None = None,
) -> None:
    """Record one act. `changes` maps a field to its old and new value."""
    await session.execute(
        insert(AuditEvent),
        [audit_row(by, action, object_type, object_id, programme_id, reason, changes)],
    )


def audit_row(
    by: Actor,
    action: str,
    object_type: str,
    object_id: UUID | None = None,
    programme_id: UUID | None = None,
    reason: str | None = None,
    changes: Changes | None = None,
) -> dict[str, object]:
    """One row of the audit log, for whoever writes many at once."""
    return {
        "at": by.at,
        "account_id": by.account_id,
        "origin": by.origin,
        "action": action,
        "object_type": object_type,
        "object_id": object_id,
        "programme_id": programme_id,
        "reason": reason,
        "changes": {field: _told(object_type, field, old, new) for field, (old, new) in (changes or {}).items()},
    }


def differences(before: object, after: object, fields: Iterable[str]) -> Changes:
    """The fields in which two rows differ, each with its old and new value."""
    pairs = {field: (getattr(before, field), getattr(after, field)) for field in fields}
    return {field: (old, new) for field, (old, new) in pairs.items() if old != new}


def _told(object_type: str, field: str, old: object, new: object) -> list[object]:
    if field in UNTOLD or field in UNTOLD_OF.get(object_type, ()):
        return [WITHHELD, WITHHELD]
    return [_plain(old), _plain(new)]


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date | datetime | UUID):
        return str(value)
    return value
