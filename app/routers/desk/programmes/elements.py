"""The elements that make programmes work, and how this programme brings them about."""

from collections.abc import Mapping

from app.models.programme import ProgrammeUpdate
from app.models.programme_design import ElementAtWork
from app.routers.desk.programmes.part import Part, Told
from app.routers.form_rows import Rows
from app.routers.forms import Form
from app.rules.code_lists import EffectiveElement
from app.rules.names import choices
from app.rules.sentence import Sentence

ROWS = Rows(
    {
        "element": Sentence("Element"),
        "sentence": Sentence("How does this programme do it?"),
        "source": Sentence("Source"),
    }
)


def _things(told: Told) -> list[Mapping[str, object]]:
    return list(told["effectiveElements"])


def _read(form: Form) -> ProgrammeUpdate | None:
    elements = ROWS.read(form, ElementAtWork)
    return None if elements is None else ProgrammeUpdate(effective_elements=elements)


ELEMENTS = Part(
    title=Sentence("What makes it work"),
    read=_read,
    rows=ROWS,
    things=_things,
    lists={"elements": choices(EffectiveElement)},
)
