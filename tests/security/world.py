"""A world with one row in every table, and everybody who might come near it, from here and from elsewhere."""

from dataclasses import dataclass, field
from uuid import UUID

from app.actor import Actor, Audience
from app.models import AuditEvent, Credential, ImportRun, Municipality, SignInSession
from app.models.history import HISTORY
from app.rules.code_lists import AskedOf, Role
from app.use_cases.passwords import hash_of_nobody
from app.use_cases.secrets import hash_of, new_secret
from tests.factories import MOMENT, Factory

Key = dict[str, object]


@dataclass
class World:
    """The rows here, by table and primary key, and the actors by what they are."""

    rows: dict[str, Key] = field(default_factory=dict)
    here: dict[str, Actor] = field(default_factory=dict)
    elsewhere: dict[str, Actor] = field(default_factory=dict)


def somebody(account_id: UUID, audience: Audience = Audience.TEAM) -> Actor:
    """An account at a door. What it may see, the database works out from the memberships that it holds."""
    return Actor(at=MOMENT, audience=audience, account_id=account_id)


async def make_world(make: Factory) -> World:
    """Make everything twice, here and elsewhere, and keep the rows of here."""
    world = World()
    await make.save(Municipality(code="GM0344", name="Utrecht", search_name="utrecht"))
    world.here, world.rows = await _place(make, "GM0344")
    world.elsewhere, _ = await _place(make, "GM0363")
    world.elsewhere["nobody"] = Actor.stranger(MOMENT)
    for name, audience in (
        ("nobody at the employers' door", Audience.EMPLOYER),
        ("nobody at the participants' door", Audience.PARTICIPANT),
        ("nobody at the reports' door", Audience.REPORTS),
    ):
        world.elsewhere[name] = Actor.stranger(MOMENT).at_door(audience)
    return world


async def _place(make: Factory, municipality_code: str) -> tuple[dict[str, Actor], dict[str, Key]]:
    programme, employer = await make.programme(), await make.organisation()
    city = await make.organisation(roles=["municipality"], municipality_code=municipality_code)
    cohort = await make.cohort(programme)
    participant = await make.participant(programme, {"municipality_code": municipality_code})
    trajectory = await make.trajectory(programme, participant, municipality_code=municipality_code)
    placement = await make.placement(trajectory, employer)
    coordinator, coach = await make.account(), await make.account(Role.COACH, programme=programme)
    membership = await make.membership(coordinator, Role.COORDINATOR, programme)
    employers = await make.account(Role.EMPLOYER, organisation=employer)
    municipality = await make.account(Role.MUNICIPALITY, organisation=city)
    _, link_hash = new_secret()
    link = await make.confirmation_link(placement, token_hash=link_hash)
    _, own_hash = new_secret()
    await make.confirmation_link(placement, token_hash=own_hash, asked_of=AskedOf.PARTICIPANT)
    signed_in = SignInSession(
        token_hash=new_secret()[1], account_id=coordinator.id, started_at=MOMENT, last_seen_at=MOMENT
    )
    event = AuditEvent(
        at=MOMENT,
        account_id=coordinator.id,
        origin="page",
        action="add",
        object_type="cohort",
        programme_id=programme.id,
    )
    pull = await make.outcome_pull(coordinator, programme)
    import_run = ImportRun(account_id=coordinator.id, file_name="2025.xlsx", sha256="0" * 64)
    await make.save(Credential(account_id=coordinator.id, password_hash=hash_of_nobody()), signed_in, event, import_run)
    observation = await make.observation(trajectory, placement, source="employer")
    follow_up = await make.follow_up(placement)
    rating_request, rating_secret = await make.asked_rating(placement)
    message = await make.message(programme)
    one_key = {
        "account": coordinator,
        "api_token": await make.api_token(coordinator),
        "assignment": await make.assignment(trajectory),
        "audit_event": event,
        "circumstance": await make.circumstance(trajectory),
        "coaching_contact": await make.coaching_contact(trajectory),
        "cohort": cohort,
        "confirmation_link": link,
        "consistency_finding": await make.consistency_finding(follow_up),
        "employer_contact": await make.employer_contact(programme, employer),
        "follow_up": follow_up,
        "follow_up_request": await make.follow_up_request(follow_up, message),
        "group_session": await make.group_session(programme),
        "import_run": import_run,
        "language_measurement": await make.language_measurement(trajectory),
        "language_support": await make.language_support(trajectory),
        "membership": membership,
        "message": message,
        "message_template": await make.message_template(programme),
        "motivation_interview": await make.motivation_interview(trajectory),
        "observation": observation,
        "outcome_pull": pull,
        "organisation": employer,
        "outcome_edition": await make.edition(await make.report(programme)),
        "outcome_report": await make.report(programme),
        "own_metric": await make.own_metric(programme),
        "participant": participant,
        "participant_profile": participant,
        "placement": placement,
        "programme": programme,
        "programme_funding": await make.funding(programme),
        "programme_partner": await make.partner(programme, employer, role="employer"),
        "published_table": await make.published_table(pull),
        "rating": await make.rating(trajectory, placement_id=placement.id, rated_by="employer"),
        "rating_request": rating_request,
        "screening_decision": await make.screening_decision(trajectory),
        "screening_test": await make.screening_test(trajectory),
        "sign_in_session": signed_in,
        "task": await make.task(trajectory),
        "trajectory": trajectory,
        "trajectory_event": await make.event(trajectory),
        "trajectory_move": await make.move(trajectory),
        "workplace_support": await make.workplace_support(placement, source="employer"),
    }
    rows: dict[str, Key] = {table: {"id": row.id} for table, row in one_key.items()}
    rows |= {f"{twin}_history": rows[twin] for twin in HISTORY}
    rows |= {"credential": {"account_id": coordinator.id}, "municipality": {"code": "GM0344"}}
    rows |= {"periodic_run": {"task": (await make.periodic_run()).task}}
    actors = {
        "coordinator": somebody(coordinator.id),
        "coach": somebody(coach.id),
        "coordinator reading reports": somebody(coordinator.id, Audience.REPORTS),
        "employer": somebody(employers.id, Audience.EMPLOYER),
        "employer at the team's door": somebody(employers.id),
        "holder of a link": Actor.with_link(MOMENT, link_hash),
        "participant with a link": Actor.with_participant_link(MOMENT, hash_of(rating_secret)),
        "participant with a link to the own work": Actor.with_participant_link(MOMENT, own_hash),
        "municipality": somebody(municipality.id),
        "municipality reading reports": somebody(municipality.id, Audience.REPORTS),
    }
    return actors, rows
