"""The forms on the page of one screening."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import Field

from app.models.base import Sector, Shape
from app.routers.forms import Form
from app.rules.code_lists import (
    Benefit,
    CivicIntegrationPhase,
    CivicIntegrationRoute,
    Decision,
    ResidenceGround,
    SkillKind,
    SupportDomain,
)
from app.rules.names import name_of
from app.rules.sentence import Sentence
from app.use_cases.step_taken import Condition

SCREEN = Form("screen", {"on_date": Sentence("Day")})
TEST = Form(
    "test",
    {
        "instrument": Sentence("Which test?"),
        "score": Sentence("Score"),
        "out_of": Sentence("Highest score possible"),
        "taken_on": Sentence("Day"),
    },
)
INTERVIEW = Form(
    "interview",
    {
        "sector": Sentence("For work in"),
        "score": Sentence("How motivated is this person for it?"),
        "held_on": Sentence("Day"),
        "note": Sentence("Note"),
    },
)
CIRCUMSTANCES = Form(
    "circumstances",
    {
        "assessed_on": Sentence("Day"),
        **{f"state-{domain}": name_of(domain) for domain in SupportDomain},
        **{f"arrangement-{domain}": name_of(domain) for domain in SupportDomain},
    },
)
WISHES = Form(
    "wishes",
    {
        "formal_skills": Sentence("Can do, with a diploma or certificate"),
        "informal_skills": Sentence("Can do, learned in practice"),
        "wished_sectors": Sentence("Wants to work in"),
        "wished_hours": Sentence("Hours per week"),
        "wished_travel_minutes": Sentence("Minutes to work at most, one way"),
        "ambitions": Sentence("Ambitions"),
    },
)
PRIOR_LEARNING = Form(
    "prior-learning",
    {
        "what": Sentence("What was recognised?"),
        "awarded_by": Sentence("By whom?"),
        "recognised_on": Sentence("Day"),
    },
)
PERSON = Form(
    "person",
    {
        "birth_date": Sentence("Born"),
        "education": Sentence("Highest education"),
        "diploma_recognised": Sentence("Is the diploma recognised in the Netherlands?"),
        "residence_ground": Sentence("Residence ground"),
        "benefit": Sentence("Benefit"),
        "under_civic_integration_duty": Sentence("Must this person still integrate?"),
        "civic_integration_route": Sentence("Route of civic integration"),
        "civic_integration_phase": Sentence("Phase of civic integration"),
    },
)
DECISION = Form(
    "decision",
    {
        "decision": Sentence("Decision"),
        "on_date": Sentence("Day"),
        "reason": Sentence("Reason"),
        "conditions": Sentence("Conditions"),
        "conditions_due_on": Sentence("Met before or on"),
        "conditions_assigned_to": Sentence("Who sees to it?"),
    },
)


class WishesSaid(Shape):
    """What somebody can do and wants, as the form asks it; a skill per line."""

    formal_skills: list[str] = Field(default_factory=list)
    informal_skills: list[str] = Field(default_factory=list)
    wished_sectors: list[Sector] = Field(default_factory=list)
    wished_hours: float | None = Field(default=None, ge=0, le=80)
    wished_travel_minutes: int | None = Field(default=None, ge=0, le=300)
    ambitions: str | None = Field(default=None, max_length=2000)


class PersonSaid(Shape):
    """What entry requirements ask about a person; what is left open is not known."""

    birth_date: date | None = None
    education: int | None = Field(default=None, ge=0, le=8)
    diploma_recognised: bool | None = None
    residence_ground: ResidenceGround | None = None
    benefit: Benefit | None = None
    under_civic_integration_duty: bool | None = None
    civic_integration_route: CivicIntegrationRoute | None = None
    civic_integration_phase: CivicIntegrationPhase | None = None


class DecisionSaid(Shape):
    """A decision as the form asks it."""

    decision: Decision
    on_date: date
    reason: str | None = Field(default=None, max_length=2000)
    conditions: list[Condition] = Field(default_factory=list, max_length=20)
    conditions_due_on: date | None = None
    conditions_assigned_to: UUID | None = None


def filled_forms(story: Mapping[str, Any], today: date) -> dict[str, Form]:
    """Every form of the page by its name, filled in with what is known."""
    person = story["participant"]
    skills = {kind: [one["name"] for one in person["skills"] if one["kind"] == kind] for kind in SkillKind}
    told = {
        f"{field}-{domain}": one[field]
        for domain, one in story["circumstances"].items()
        for field in ("state", "arrangement")
    }
    forms = [
        SCREEN.with_values({"on_date": today}),
        TEST.with_values({"taken_on": today}),
        INTERVIEW.with_values({"held_on": today}),
        CIRCUMSTANCES.with_values({"assessed_on": today, **told}),
        WISHES.with_values(
            {
                **person,
                "formal_skills": "\n".join(skills[SkillKind.FORMAL]),
                "informal_skills": "\n".join(skills[SkillKind.INFORMAL]),
            }
        ),
        PRIOR_LEARNING,
        PERSON.with_values(person),
        DECISION.with_values({"on_date": today, "conditions_assigned_to": story["coachId"]}),
    ]
    return {form.name: form for form in forms}
