"""Changes language support, or ends it."""

from datetime import date
from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import LanguageSupport
from app.models.base import Shape
from app.models.language_support import LanguageSupportFields
from app.rules.code_lists import LanguageSupportKind
from app.use_cases.audit import audit
from app.use_cases.check_language_support import check_language_support
from app.use_cases.load import load_to_change
from app.use_cases.set_values import set_values


class LanguageSupportChange(Shape):
    """What can change about language support; only the fields that are set are changed."""

    kind: LanguageSupportKind | None = None
    hours_per_week: float | None = Field(default=None, gt=0, le=40)
    provider: str | None = Field(default=None, max_length=200)
    organisation_id: UUID | None = None
    starts_on: date | None = None
    ends_on: date | None = None


async def change_language_support(
    session: AsyncSession, *, by: Actor, support_id: UUID, version: int, change: LanguageSupportChange
) -> LanguageSupport:
    """Change what is known of language support; a last day ends it. The kind and the first day stay when emptied."""
    support = await load_to_change(session, LanguageSupport, support_id, version)
    values = change.model_dump(exclude_unset=True)
    for name in ("kind", "starts_on"):
        if values.get(name, ...) is None:
            del values[name]
    kept = {name: getattr(support, name) for name in LanguageSupportFields.model_fields}
    await check_language_support(session, LanguageSupportFields(**{**kept, **values}))
    changes = set_values(support, values)
    await session.flush()
    await audit(
        session,
        by=by,
        action="change",
        object_type="language_support",
        object_id=support.id,
        programme_id=support.programme_id,
        changes=changes,
    )
    return support
