"""Says what is wrong with language support as somebody wants to record it."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.errors import UnknownReference
from app.models import Organisation
from app.models.language_support import LanguageSupportFields
from app.rules.sentence import Sentence
from app.use_cases.faults import fault, not_before, raise_for


async def check_language_support(session: AsyncSession, support: LanguageSupportFields) -> None:
    """Refuse an end before the beginning, two providers at once, and an organisation that is not there."""
    two = support.provider is not None and support.organisation_id is not None
    one_is_enough = Sentence("Name an organisation, or say in words who gives it; not both.")
    raise_for(
        [
            not_before("ends_on", support.ends_on, support.starts_on),
            fault("provider", "two-providers", one_is_enough) if two else None,
        ]
    )
    if support.organisation_id and await session.get(Organisation, support.organisation_id) is None:
        unknown = Sentence("This organisation is not there.")
        raise UnknownReference([fault("organisation_id", "unknown", unknown)])
