"""The forms on the page of one trajectory."""

from datetime import date

from app.routers.desk.employer_contacts.contact_in_form import CONTACT_LABELS
from app.routers.desk.language.forms import MEASURED
from app.routers.forms import Form
from app.rules.code_lists import MessageLanguage
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
        "required_language_level": Sentence("Language level that the job asks"),
        "required_education": Sentence("Education that the job asks"),
    },
)
START = Form("placement", {**PLACEMENT.labels, **CONTACT_LABELS})
OBSERVATION = Form(
    "observation",
    {
        "observed_on": Sentence("On which day?"),
        "in_paid_work": Sentence("In paid work on that day?"),
        "on_social_assistance": Sentence("Social assistance on that day?"),
        "placement_id": Sentence("Which job is it about?"),
        "source": Sentence("Who says so?"),
        "hours": Sentence("Hours per week"),
        "contract": Sentence("Contract"),
        "note": Sentence("Note"),
    },
)
TASK = Form(
    "task",
    {
        "title": Sentence("What has to be done?"),
        "due_on": Sentence("Done before or on"),
        "assigned_to": Sentence("By whom?"),
    },
)


def empty_forms(today: date) -> dict[str, Form]:
    """Make every form of the page by its name, filled in with what is true most of the time; one for each step."""
    forms = [
        CONTACT.with_values({"contacted_on": today, "kind": "progress", "attendance": "came"}),
        MEASURED.with_values({"measured_on": today}),
        START.with_values({"starts_on": today, "contact_language": MessageLanguage.DUTCH}),
        OBSERVATION.with_values({"observed_on": today, "source": "participant"}),
        TASK.with_values({"due_on": today}),
        *(step_form(step).with_values({"on_date": today}) for step in Step),
    ]
    return {form.name: form for form in forms}


def step_form(step: Step) -> Form:
    """Make the form of one step."""
    return Form(f"step-{step.value}", {"step": STEP_NAMES[step], **STEP_LABELS})
