"""Names the actor of a request and opens its transaction.

Every route takes one of these, or stands on the list of public routes (`tests/security/test_routes.py`).
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from app import clock
from app.actor import Actor, Audience
from app.database import act_as, session_for
from app.errors import Forbidden, NotSignedIn
from app.rules.code_lists import Role
from app.rules.link_state import bare_secret
from app.rules.sentence import Sentence
from app.use_cases.recognise import recognise_session, recognise_token
from app.use_cases.secrets import hash_of

SESSION_COOKIE = "bestendig_session"


@dataclass(frozen=True, slots=True)
class Acting:
    """A transaction, and for whom it is."""

    session: AsyncSession
    actor: Actor


def _entered(request: Request, session: AsyncSession, actor: Actor) -> Acting:
    """Somebody known by the real time, as a sign-in and a token run by it, who acts at the moment of the test clock."""
    if clock.is_moved():
        actor = replace(actor, at=clock.now())
        session.info["actor"] = actor
    request.state.actor = actor
    return Acting(session, actor)


async def somebody(request: Request) -> AsyncIterator[Acting]:
    """Whoever is signed in, by the cookie of a page."""
    hashed = hash_of(request.cookies.get(SESSION_COOKIE, ""))
    stranger = Actor.stranger(clock.now(), hashed)
    async with session_for(stranger) as session:
        actor = await recognise_session(session, hashed, at=clock.real_now())
        if actor is None:
            raise NotSignedIn(Sentence("Sign in to go on."))
        yield _entered(request, session, actor)


async def anybody(request: Request) -> AsyncIterator[Acting]:
    """Whoever comes, signed in or not: for the few public pages."""
    hashed = hash_of(request.cookies.get(SESSION_COOKIE, ""))
    stranger = Actor.stranger(clock.now(), hashed)
    async with session_for(stranger) as session:
        actor = await recognise_session(session, hashed, at=clock.real_now())
        if actor is None:
            yield Acting(session, stranger)
        else:
            yield _entered(request, session, actor)


async def caller(request: Request) -> AsyncIterator[Acting]:
    """Whoever calls the API, by a bearer token or by the cookie of a page."""
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    by_token = scheme.lower() == "bearer"
    hashed = hash_of(secret.strip() if by_token else request.cookies.get(SESSION_COOKIE, ""))
    stranger = Actor.stranger(clock.now(), hashed)
    recognise = recognise_token if by_token else recognise_session
    async with session_for(stranger) as session:
        actor = await recognise(session, hashed, at=clock.real_now())
        if actor is None:
            raise NotSignedIn(Sentence("Send a valid bearer token."))
        yield _entered(request, session, actor)


async def link_holder(request: Request, secret: str) -> AsyncIterator[Acting]:
    """Whoever holds a confirmation link: the secret stands in the address, and opens one placement."""
    actor = Actor.with_link(clock.now(), hash_of(bare_secret(secret)))
    async with session_for(actor) as session:
        request.state.actor = actor
        yield Acting(session, actor)


async def participant_link_holder(request: Request, secret: str) -> AsyncIterator[Acting]:
    """A participant who holds a link: the secret stands in the address, and opens one question."""
    actor = Actor.with_participant_link(clock.now(), hash_of(bare_secret(secret)))
    async with session_for(actor) as session:
        request.state.actor = actor
        yield Acting(session, actor)


Somebody = Annotated[Acting, Depends(somebody, scope="function")]
Anybody = Annotated[Acting, Depends(anybody, scope="function")]
Caller = Annotated[Acting, Depends(caller, scope="function")]
LinkHolder = Annotated[Acting, Depends(link_holder, scope="function")]
ParticipantLinkHolder = Annotated[Acting, Depends(participant_link_holder, scope="function")]


async def team(acting: Somebody) -> Acting:
    """Somebody of a programme team."""
    return _in_role(acting, Role.COORDINATOR, Role.COACH)


async def office(acting: Somebody) -> Acting:
    """Somebody of a programme team, or an administrator."""
    return _in_role(acting, Role.COORDINATOR, Role.COACH, Role.ADMINISTRATOR)


async def coordinator(acting: Somebody) -> Acting:
    """A coordinator."""
    return _in_role(acting, Role.COORDINATOR)


async def municipality(acting: Somebody) -> Acting:
    """Somebody of a municipality."""
    return _in_role(acting, Role.MUNICIPALITY)


async def report_keeper(acting: Somebody) -> Acting:
    """Somebody who keeps reports on outcomes: a coordinator, or somebody of a municipality."""
    return _in_role(acting, Role.COORDINATOR, Role.MUNICIPALITY)


async def administrator(acting: Somebody) -> Acting:
    """An administrator of the installation."""
    return _in_role(acting, Role.ADMINISTRATOR)


async def employer(acting: Somebody) -> Acting:
    """An employer with an account; from here on the transaction is at the employers' door."""
    at_their_door = _in_role(acting, Role.EMPLOYER).actor.at_door(Audience.EMPLOYER)
    await act_as(acting.session, at_their_door)
    return Acting(acting.session, at_their_door)


async def partner(acting: Somebody) -> Acting:
    """Somebody of an organisation that may take part in programmes: an employer or a municipality."""
    return _in_role(acting, Role.EMPLOYER, Role.MUNICIPALITY)


async def team_caller(acting: Caller) -> Acting:
    """A program of somebody of a programme team."""
    return _in_role(acting, Role.COORDINATOR, Role.COACH)


async def programme_caller(acting: Caller) -> Acting:
    """A program of somebody of a programme team, or of an administrator."""
    return _in_role(acting, Role.COORDINATOR, Role.COACH, Role.ADMINISTRATOR)


async def report_caller(acting: Caller) -> Acting:
    """A program of somebody who may read outcomes: of a programme team or a municipality."""
    return _in_role(acting, Role.COORDINATOR, Role.COACH, Role.MUNICIPALITY)


def _in_role(acting: Acting, *roles: Role) -> Acting:
    if not acting.actor.roles & set(roles):
        raise Forbidden(Sentence("This is for somebody with another role."))
    return acting


Team = Annotated[Acting, Depends(team, scope="function")]
Office = Annotated[Acting, Depends(office, scope="function")]
Coordinator = Annotated[Acting, Depends(coordinator, scope="function")]
Municipality = Annotated[Acting, Depends(municipality, scope="function")]
ReportKeeper = Annotated[Acting, Depends(report_keeper, scope="function")]
Administrator = Annotated[Acting, Depends(administrator, scope="function")]
Employer = Annotated[Acting, Depends(employer, scope="function")]
Partner = Annotated[Acting, Depends(partner, scope="function")]
TeamCaller = Annotated[Acting, Depends(team_caller, scope="function")]
ProgrammeCaller = Annotated[Acting, Depends(programme_caller, scope="function")]
ReportCaller = Annotated[Acting, Depends(report_caller, scope="function")]
