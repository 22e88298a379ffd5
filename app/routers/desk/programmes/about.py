"""What a programme is: its kind, for whom it is, where it leads, and its norms."""

import re
from collections.abc import Mapping

from app.models.programme import ProgrammeUpdate
from app.routers.desk.programmes.part import Part, Told
from app.routers.forms import Form
from app.routers.typed_values import SENTENCES
from app.rules.code_lists import InterventionType, ProgrammeKind
from app.rules.names import choices
from app.rules.sector_names import SECTOR_NAMES
from app.rules.sentence import Sentence

YES_OR_NO = (("yes", Sentence("Yes")), ("no", Sentence("No")))
NEEDED = ("name", "contact_norm_days", "follow_up_months")
LABELS = {
    "name": Sentence("Name"),
    "kind": Sentence("How do language and work go together?"),
    "intervention_type": Sentence("How far does the participant decide?"),
    "target_groups": Sentence("For whom is it?"),
    "sectors": Sentence("Sectors"),
    "target_occupations": Sentence("Occupations, as ISCO codes"),
    "job_guarantee": Sentence("Is there a job guarantee?"),
    "follow_up_months": Sentence("Follow-ups after (months)"),
    "contact_norm_days": Sentence("At most this many days between two contacts"),
    "caseload_norm": Sentence("At most this many people for one full-time coach"),
}


def _values(told: Told) -> Mapping[str, object]:
    return {
        "name": told["name"],
        "kind": told["kind"],
        "intervention_type": told["interventionType"],
        "target_groups": "\n".join(told["targetGroups"]),
        "sectors": told["sectors"],
        "target_occupations": ", ".join(told["targetOccupations"]),
        "job_guarantee": told["jobGuarantee"],
        "follow_up_months": ", ".join(map(str, told["followUpMonths"])),
        "contact_norm_days": told["contactNormDays"],
        "caseload_norm": told["caseloadNorm"],
    }


def _read(form: Form) -> ProgrammeUpdate | None:
    for name in NEEDED:
        if not form.value(name).strip():
            form.errors[name] = SENTENCES["missing"]
    own: dict[str, object] = {
        "target_groups": [line.strip() for line in form.value("target_groups").splitlines() if line.strip()],
        "target_occupations": _listed(form.value("target_occupations")),
        "follow_up_months": _listed(form.value("follow_up_months")),
    }
    own |= {
        name: None for name in ("kind", "intervention_type", "job_guarantee", "caseload_norm") if not form.value(name)
    }
    if form.errors:
        return None
    return form.read(ProgrammeUpdate, own)


def _listed(text: str) -> list[str]:
    return [one for one in re.split(r"[\s,;]+", text) if one]


ABOUT = Part(
    title=Sentence("What the programme is"),
    labels=LABELS,
    values=_values,
    read=_read,
    lists={
        "kinds": choices(ProgrammeKind),
        "intervention_types": choices(InterventionType),
        "sectors": tuple(SECTOR_NAMES.items()),
        "yes_or_no": YES_OR_NO,
    },
)
