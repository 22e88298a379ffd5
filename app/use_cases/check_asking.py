"""Says what about the way in which a programme asks cannot work."""

from collections.abc import Mapping
from typing import Any

from app.models.programme_design import AskingPolicy
from app.rules.addresses import folded_email
from app.rules.sentence import Sentence
from app.use_cases.faults import fault, raise_for


def refuse_impossible_asking(said: Mapping[str, Any] | None) -> None:
    """Refuse hours between which no message could go out, and an address to which nobody can write."""
    asking = AskingPolicy.model_validate(said or {})
    raise_for(
        [
            fault("quiet_from", "too-early", Sentence("Choose a later hour than that from which messages go out."))
            if asking.quiet_from <= asking.quiet_until
            else None,
            fault("reply_to", "email", Sentence("Fill in one e-mail address, such as naam@voorbeeld.nl."))
            if asking.reply_to and not folded_email(asking.reply_to)
            else None,
        ]
    )
