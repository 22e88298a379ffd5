"""What the page of a trajectory tells of asking: what went out about a follow-up, and what comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.queries.asking_of_follow_up import asking_facts
from app.rules.asking_outlook import AskingFacts, Outlook, may_ask_now, outlook_of
from app.rules.code_lists import AskedOf, MessagePurpose, MessageState
from app.rules.names import name_of
from app.rules.sentence import Sentence
from app.settings import settings

Facts = Mapping[str, Any]

TONES: Mapping[MessageState, str] = {
    MessageState.SENT: "ok",
    MessageState.UNCERTAIN: "warning",
    MessageState.REFUSED: "error",
    MessageState.BOUNCED: "error",
}


@dataclass(frozen=True)
class AskingLine:
    """One thing that went out, or is to: what it was, how it stands and since when."""

    sent: Facts
    what: Sentence
    outcome: Sentence
    tone: str
    at: str


@dataclass(frozen=True)
class AskingView:
    """Everything about asking one follow-up. `outlook` is None where there is nothing to expect.

    `way_out` is an address within the program, and what to do there so that it is asked by itself again.
    """

    outlook: Sentence | None
    way_out: tuple[str, Sentence] | None
    may_ask: bool
    lines: Sequence[AskingLine]


def asking_of(follow_up: Facts, today: date) -> AskingView:
    """Work out one follow-up of a trajectory."""
    facts = asking_facts(follow_up, texts=settings().text_is_set_up)
    is_its_time = follow_up["opensOn"] <= today.isoformat()
    return AskingView(
        outlook=_outlook(follow_up, facts, today) if is_its_time else None,
        way_out=_way_out(follow_up, outlook_of(facts, today)) if is_its_time else None,
        may_ask=may_ask_now(facts, today),
        lines=[_line(sent) for sent in follow_up["asking"]["history"]],
    )


def _outlook(follow_up: Facts, facts: AskingFacts, today: date) -> Sentence | None:
    contact = follow_up["asking"]["placement"]["contact"]
    address = contact["address"] if contact else ""
    day = max(facts.ready_on, today)
    match outlook_of(facts, today):
        case Outlook.FIRST:
            return Sentence(
                "The question goes to %(address)s by itself on %(day)s, or a few days later together with others.",
                address=address,
                day=day,
            )
        case Outlook.REMINDER:
            return Sentence(
                "No answer yet. A reminder goes to %(address)s by itself on %(day)s, or a few days later.",
                address=address,
                day=day,
            )
        case outlook:
            return STOPPED.get(outlook) or _stopped(outlook, facts, address)


STOPPED: Mapping[Outlook, Sentence] = {
    Outlook.UNDER_WAY: Sentence("A message with this question is on its way."),
    Outlook.RESPONDED: Sentence(
        "The employer has responded, but the answer is not complete. Nothing is asked by itself any more: call."
    ),
    Outlook.CANNOT_TELL: Sentence(
        "This job ended before that day, so the employer cannot know where this person works."
    ),
    Outlook.NO_CONTACT: Sentence("Nobody is asked by itself, because no contact person is known for this placement."),
    Outlook.SWITCHED_OFF: Sentence("This programme asks nobody by itself. You can ask here, or call."),
}
"""Why nothing is asked by itself."""


def _stopped(outlook: Outlook, facts: AskingFacts, address: str) -> Sentence | None:
    if outlook is Outlook.ASKED_ENOUGH:
        return Sentence("Asked %(times)s times without an answer. Call the employer.", times=facts.times_asked)
    if outlook is Outlook.BY_PHONE_ONLY:
        return Sentence("Of the contact person only a telephone number is known: call %(phone)s.", phone=address)
    if outlook is Outlook.BOUNCED:
        return Sentence(
            "Messages to %(address)s do not arrive, so nobody is asked by itself. Give another address, or call.",
            address=address,
        )
    return None


def _way_out(follow_up: Facts, outlook: Outlook) -> tuple[str, Sentence] | None:
    if outlook is Outlook.NO_CONTACT:
        return f"/placements/{follow_up['placementId']}/contact", Sentence("Add a contact person")
    if outlook is Outlook.CANNOT_TELL:
        return f"/follow-ups/{follow_up['id']}", Sentence("Ask the participant instead")
    if outlook is Outlook.BOUNCED:
        contact = follow_up["asking"]["placement"]["contact"]
        return f"/employer-contacts/{contact['id']}", Sentence("Correct the address")
    return None


def _line(sent: Facts) -> AskingLine:
    if sent["messageId"] is None:
        return _link_by_hand(sent)
    at = sent["wentAt"] or sent["notBefore"]
    what = _what(sent)
    if sent["droppedAt"]:
        gone = Sentence("Left out: it did not need to be asked any more")
        return AskingLine(sent, what, gone, "neutral", sent["droppedAt"])
    if sent["answeredAt"]:
        return AskingLine(sent, what, Sentence("Answered"), "ok", at)
    state = MessageState(sent["state"])
    return AskingLine(sent, what, name_of(state), TONES.get(state, "neutral"), at)


def _link_by_hand(sent: Facts) -> AskingLine:
    outcome, tone = Sentence("Not answered"), "neutral"
    if sent["answeredAt"]:
        outcome, tone = Sentence("Answered"), "ok"
    elif sent["revokedAt"]:
        outcome = Sentence("Taken back")
    to_participant = sent["askedOf"] == AskedOf.PARTICIPANT
    what = Sentence("A link for the participant") if to_participant else Sentence("A link made by hand")
    return AskingLine(sent, what, outcome, tone, sent["recordedAt"])


def _what(sent: Facts) -> Sentence:
    if sent["purpose"] == MessagePurpose.RENEWAL:
        return Sentence("A new link to %(address)s", address=sent["recipient"])
    if sent["nth"] == 1:
        return Sentence("The question to %(address)s", address=sent["recipient"])
    return Sentence("A reminder to %(address)s", address=sent["recipient"])
