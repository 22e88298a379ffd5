"""Makes the link with which an employer answers one question, without an account."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import Conflict
from app.models import ConfirmationLink, FollowUp, Placement
from app.rules.asking_schedule import TIMES_AT_MOST
from app.rules.code_lists import AskedOf, FollowUpState
from app.rules.follow_up_life import Hand
from app.rules.follow_up_schedule import OPEN_STATES
from app.rules.link_state import LASTS
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.issue_rating_link import ask_employer
from app.use_cases.load import load
from app.use_cases.pass_follow_up import pass_on
from app.use_cases.secrets import new_secret


@dataclass(frozen=True)
class IssuedLink:
    """A new link. Its secret is shown this once; only the hash is kept."""

    link: ConfirmationLink
    secret: str


async def issue_confirmation_link(session: AsyncSession, *, by: Actor, placement_id: UUID) -> IssuedLink:
    """Make a link about a placement, to be passed on by hand. The follow-up that waits for an answer is asked by it.

    Earlier links made by hand stop working; those in messages do not. Raises Conflict when the placement has not begun.
    """
    placement = await load(session, Placement, placement_id)
    if placement.starts_on > by.today:
        raise Conflict(
            Sentence("This placement begins on %(day)s. Ask the employer after that.", day=placement.starts_on)
        )
    await _revoke_earlier(session, by, placement)
    await ask_employer(session, by=by, placement=placement)
    follow_up = await _waiting(session, by, placement)
    if follow_up:
        _count(follow_up, by)
    return await hand_out(
        session,
        by=by,
        placement=placement,
        follow_up_id=follow_up.id if follow_up else None,
        asked_of=AskedOf.EMPLOYER,
    )


async def hand_out(
    session: AsyncSession, *, by: Actor, placement: Placement, follow_up_id: UUID | None, asked_of: AskedOf
) -> IssuedLink:
    """Make a link that somebody of the team passes on by hand."""
    secret, hashed = new_secret()
    link = ConfirmationLink(
        **placement.fact_keys,
        placement_id=placement.id,
        organisation_id=placement.organisation_id,
        follow_up_id=follow_up_id,
        asked_of=asked_of,
        token_hash=hashed,
        expires_at=by.at + LASTS,
    )
    session.add(link)
    await session.flush()
    await audit(
        session,
        by=by,
        action="issue",
        object_type="confirmation_link",
        object_id=link.id,
        programme_id=link.programme_id,
    )
    return IssuedLink(link, secret)


def _count(follow_up: FollowUp, by: Actor) -> None:
    """It has been asked once more; what is made anew on the same day is the same asking."""
    if follow_up.last_asked_on != by.today:
        follow_up.times_asked = min(follow_up.times_asked + 1, TIMES_AT_MOST)
    follow_up.last_asked_on = by.today
    pass_on(follow_up, FollowUpState.ASKED, by=Hand.TEAM, on=by.today)


async def _revoke_earlier(session: AsyncSession, by: Actor, placement: Placement) -> None:
    working = select(ConfirmationLink).where(
        col(ConfirmationLink.placement_id) == placement.id,
        col(ConfirmationLink.revoked_at).is_(None),
        col(ConfirmationLink.message_id).is_(None),
        col(ConfirmationLink.asked_of) == AskedOf.EMPLOYER,
    )
    for link in await session.scalars(working.with_for_update()):
        link.revoked_at = by.at


async def _waiting(session: AsyncSession, by: Actor, placement: Placement) -> FollowUp | None:
    """The first follow-up about this placement that waits for an answer."""
    open_now = (
        select(FollowUp)
        .where(
            col(FollowUp.placement_id) == placement.id,
            col(FollowUp.state).in_(OPEN_STATES),
            col(FollowUp.opens_on) <= by.today,
        )
        .order_by(col(FollowUp.due_on))
        .limit(1)
    )
    return (await session.scalars(open_now.with_for_update())).one_or_none()
