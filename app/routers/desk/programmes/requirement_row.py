"""One requirement in a form: its fields by kind, filled in from a requirement and read back into one."""

import json
from collections.abc import Mapping

from pydantic import TypeAdapter, ValidationError

from app.routers.form_rows import Row
from app.routers.typed_values import SENTENCES, sentence_for
from app.rules.code_lists import (
    Benefit,
    CivicIntegrationRoute,
    LanguageLevel,
    LanguageSkill,
    ResidenceGround,
    SupportDomain,
)
from app.rules.education_names import EDUCATION_NAMES
from app.rules.entry_requirement import Asked, EntryRequirement
from app.rules.entry_requirement_words import words_of
from app.rules.language_levels import SKILLS_THAT_COUNT
from app.rules.names import choices, name_of
from app.rules.sector_names import SECTOR_NAMES
from app.rules.sentence import Sentence

ONE: TypeAdapter[EntryRequirement] = TypeAdapter(EntryRequirement)
KINDS = {
    "language_level": Sentence("Language level"),
    "education": Sentence("Education"),
    "age": Sentence("Age"),
    "residence_ground": Sentence("Residence ground"),
    "benefit": Sentence("Benefit"),
    "civic_integration_duty": Sentence("Duty of civic integration"),
    "civic_integration_route": Sentence("Route of civic integration"),
    "sector_motivation": Sentence("Motivation for a sector"),
    "circumstances_not_blocking": Sentence("Circumstances"),
}
FIELDS = {
    "language_level": ("level", "skill"),
    "education": ("from", "to"),
    "age": ("from", "to"),
    "residence_ground": ("oneOf",),
    "benefit": ("oneOf",),
    "civic_integration_duty": ("underDuty",),
    "civic_integration_route": ("oneOf",),
    "sector_motivation": ("sector", "atLeast"),
    "circumstances_not_blocking": ("domains",),
}
"""Kind → its fields, named as in JSON and in the form."""
SEVERAL = ("oneOf", "domains")
LABELS = {
    "kind": Sentence("What is asked?"),
    "group": Sentence("Must this hold by itself?"),
    "level": Sentence("Lowest level"),
    "skill": Sentence("Skill"),
    "from": Sentence("Lowest"),
    "to": Sentence("Highest"),
    "oneOf": Sentence("One of these"),
    "underDuty": Sentence("Must somebody still be under the duty?"),
    "sector": Sentence("Sector"),
    "atLeast": Sentence("Lowest score in the motivation interview, from 1 to 5"),
    "domains": Sentence("Nothing may stand in the way in"),
    "kept": Sentence("As it is recorded"),
}
LISTS = {
    "kinds": tuple(KINDS.items()),
    "levels": choices(LanguageLevel),
    "skills": [(skill.value, name_of(skill)) for skill in (*SKILLS_THAT_COUNT, LanguageSkill.CONVERSATION)],
    "education": [(str(level), name) for level, name in EDUCATION_NAMES.items()],
    "residence_ground": choices(ResidenceGround),
    "benefit": choices(Benefit),
    "civic_integration_route": choices(CivicIntegrationRoute),
    "yes_or_no": (("yes", Sentence("Yes")), ("no", Sentence("No"))),
    "sectors": [
        (letter, Sentence("%(letter)s: %(name)s", letter=letter, name=name)) for letter, name in SECTOR_NAMES.items()
    ],
    "domains": choices(SupportDomain),
}


def fields_of(asked: Asked, group: str = "") -> Mapping[str, object]:
    """Fill in the fields of a requirement; one that has no kind of its own is kept as it is."""
    stored = asked.as_stored()
    if stored["kind"] not in KINDS:
        return {"kept": json.dumps(stored)}
    return {**stored, "group": group}


def read_requirement(row: Row) -> Asked | None:
    """Read a row; when it is not right, keep an error per field in the form and give nothing."""
    if row.value("kept"):
        return _kept(row)
    kind = row.value("kind")
    said: dict[str, object] = {"kind": kind}
    for name in FIELDS.get(kind, ()):
        value = list(row.chosen(name)) if name in SEVERAL else row.value(name).strip()
        if value or name in SEVERAL:
            said[name] = value
    try:
        return ONE.validate_python(said)
    except ValidationError as wrong:
        for error in wrong.errors():
            place = next((str(part) for part in error["loc"] if part in LABELS), FIELDS.get(kind, ("kind",))[0])
            row.form.errors.setdefault(f"{place}-{row.number}", _sentence(said, place) or sentence_for(error))
        return None


def kept_words(stored: str) -> Sentence:
    """Say what a requirement asks that the form keeps as it is."""
    try:
        return words_of(ONE.validate_json(stored))
    except ValidationError:
        return SENTENCES["enum"]


def _sentence(said: Mapping[str, object], place: str) -> Sentence | None:
    if place in SEVERAL and not said[place]:
        return Sentence("Tick at least one.")
    if place == "from" and said.keys().isdisjoint({"from", "to"}):
        return Sentence("Fill in the lowest, the highest, or both.")
    if place == "from" and {"from", "to"} <= said.keys():
        return Sentence("The lowest is above the highest, or is no whole number.")
    return None


def _kept(row: Row) -> Asked | None:
    try:
        return ONE.validate_json(row.value("kept"))
    except ValidationError:
        row.form.errors[f"kind-{row.number}"] = SENTENCES["enum"]
        return None
