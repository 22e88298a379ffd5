"""The forms on the page of one trajectory."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.routers.forms import Form
from app.rules.sentence import Sentence
from app.rules.trajectory_states import STEP_NAMES, Step

STEP_LABELS = {
    "on_date": Sentence("Day"),
    "reason": Sentence("Reason"),
    "conditions": Sentence("Conditions"),
    "end_reason": Sentence("Why did this person stop?"),
    "destination": Sentence("Where does this person go?"),
    "ladder_end": Sentence("Step on the participation ladder now, from 1 to 6"),
}
CONTACT = Form(
    "contact",
    {
        "contacted_on": Sentence("Day"),
        "kind": Sentence("What was it for?"),
        "channel": Sentence("How did you speak?"),
        "attendance": Sentence("Did the participant come?"),
        "minutes": Sentence("Minutes"),
        "topics": Sentence("What was it about?"),
        "note": Sentence("Note"),
        "next_contact_on": Sentence("Next contact"),
    },
)
LANGUAGE = Form(
    "language",
    {
        "measured_on": Sentence("Day"),
        "skill": Sentence("Skill"),
        "level": Sentence("Level"),
        "instrument": Sentence("Test"),
        "official": Sentence("Is it an official exam?"),
    },
)
PLACEMENT = Form(
    "placement",
    {
        "employer": Sentence("Employer or other organisation"),
        "kind": Sentence("What kind of place is it?"),
        "job_title": Sentence("Job"),
        "occupation": Sentence("Occupation, as an ISCO code"),
        "contract": Sentence("Contract"),
        "hours": Sentence("Hours per week"),
        "hourly_wage": Sentence("Gross pay per hour, in euros"),
        "starts_on": Sentence("First day"),
        "expected_end_on": Sentence("Expected last day"),
    },
)
OBSERVATION = Form(
    "observation",
    {
        "observed_on": Sentence("On which day?"),
        "in_paid_work": Sentence("In paid work on that day?"),
        "placement_id": Sentence("Which job is it about?"),
        "source": Sentence("Who says so?"),
        "hours": Sentence("Hours per week"),
        "contract": Sentence("Contract"),
        "note": Sentence("Note"),
    },
)
FOLLOW_UP = Form("follow-up", {"state": Sentence("Why does no answer come?"), "reason": Sentence("Note")})


@dataclass(frozen=True)
class QuickForms:
    """One of each, and one per step that can be taken."""

    contact: Form
    language: Form
    placement: Form
    observation: Form
    follow_up: Form
    steps: Mapping[Step, Form]

    @property
    def sent(self) -> Form | None:
        """The form that was sent and not accepted, if any."""
        every = (self.contact, self.language, self.placement, self.observation, self.follow_up, *self.steps.values())
        return next((form for form in every if form.errors), None)

    def instead(self, sent: Form | None) -> "QuickForms":
        """Put a form that was sent in the place of the empty one."""
        if sent is None:
            return self
        by_step = {step_form(step).name: step for step in Step}
        if sent.name in by_step:
            return replace(self, steps={**self.steps, by_step[sent.name]: sent})
        return replace(self, **{sent.name.replace("-", "_"): sent})


def empty_forms(today: date) -> QuickForms:
    """Fill in beforehand what is true most of the time: it happened today, somebody came."""
    return QuickForms(
        contact=CONTACT.with_values({"contacted_on": today, "kind": "progress", "attendance": "came"}),
        language=LANGUAGE.with_values({"measured_on": today}),
        placement=PLACEMENT.with_values({"starts_on": today}),
        observation=OBSERVATION.with_values({"observed_on": today, "source": "participant"}),
        follow_up=FOLLOW_UP,
        steps={step: step_form(step).with_values({"on_date": today}) for step in Step},
    )


def step_form(step: Step) -> Form:
    """Make the form of one step."""
    return Form(f"step-{step.value}", {"step": STEP_NAMES[step], **STEP_LABELS})
