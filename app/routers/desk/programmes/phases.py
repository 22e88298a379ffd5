"""The phases of a programme, each with its weeks and its norm."""

from collections.abc import Mapping

from app.models.programme import Phase, ProgrammeUpdate
from app.routers.desk.programmes.part import Part, Told
from app.routers.form_rows import Rows
from app.routers.forms import Form
from app.rules.sentence import Sentence

WAS = "was"
"""The name that a phase had when the form was made: funding follows it to its new name."""
ROWS = Rows(
    {
        "name": Sentence("Name"),
        "planned_weeks": Sentence("Weeks"),
        "contact_norm_days": Sentence("At most this many days between two contacts"),
        "caseload_weight": Sentence("Weight in the caseload of a coach"),
    }
)


def _things(told: Told) -> list[Mapping[str, object]]:
    return [
        {
            "name": phase["name"],
            "planned_weeks": phase.get("plannedWeeks"),
            "contact_norm_days": phase.get("contactNormDays"),
            "caseload_weight": phase.get("caseloadWeight"),
        }
        for phase in told["phases"]
    ]


def _was(told: Told) -> Mapping[str, object]:
    return {f"{WAS}-{number}": phase["name"] for number, phase in enumerate(told["phases"])}


def _read(form: Form) -> ProgrammeUpdate | None:
    phases = ROWS.read(form, Phase)
    _refuse_a_name_twice(form)
    return None if phases is None or form.errors else form.read(ProgrammeUpdate, {"phases": phases})


def _refuse_a_name_twice(form: Form) -> None:
    seen: set[str] = set()
    for row in ROWS.of(form):
        name = row.value("name").strip().casefold()
        if name in seen and row.is_there():
            form.errors.setdefault(f"name-{row.number}", Sentence("Give each phase a name of its own."))
        if row.is_there():
            seen.add(name)


def _renamed(form: Form) -> Mapping[str, str]:
    pairs = [(row.value(WAS), row.value("name").strip()) for row in ROWS.of(form) if row.is_there()]
    return {was: name for was, name in pairs if was and was != name}


PHASES = Part(title=Sentence("Phases"), read=_read, values=_was, rows=ROWS, things=_things, renamed_phases=_renamed)
