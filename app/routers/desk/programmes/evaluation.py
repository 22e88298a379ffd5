"""How it is to be shown that a programme works, and the figures to hold its results against."""

from collections.abc import Mapping

from app.models.programme import ProgrammeUpdate
from app.models.programme_design import Evaluation, ReferenceFigure
from app.routers.desk.programmes.part import Part, Told
from app.routers.form_rows import Rows
from app.routers.forms import Form
from app.rules.maryland_scale import MARYLAND_SCALE
from app.rules.sentence import Sentence

MARYLAND = tuple(
    (str(one.level), Sentence("%(level)s: %(name)s", level=one.level, name=one.name)) for one in MARYLAND_SCALE.values()
)
WHOSE = (("yes", Sentence("Of the group that our evaluation compares with")),)
LABELS = {
    "maryland_level": Sentence("How strong will the evidence be?"),
    "comparison": Sentence("What are the results compared with?"),
    "plan": Sentence("What is measured, when and by whom?"),
}
ROWS = Rows(
    {
        "what": Sentence("What does the figure count?"),
        "value": Sentence("Figure"),
        "unit": Sentence("Unit"),
        "people": Sentence("Of how many people"),
        "year": Sentence("Year"),
        "source": Sentence("Source"),
        "metric": Sentence("Our metric that counts the same"),
        "is_comparison_group": Sentence("Whose figure is it?"),
    }
)


def _values(told: Told) -> Mapping[str, object]:
    evaluation = told["evaluation"] or {}
    return {
        "maryland_level": evaluation.get("marylandLevel"),
        "comparison": evaluation.get("comparison"),
        "plan": evaluation.get("plan"),
    }


def _things(told: Told) -> list[Mapping[str, object]]:
    figures = (told["evaluation"] or {}).get("referenceFigures", [])
    return [{**figure, "is_comparison_group": figure.get("isComparisonGroup") or None} for figure in figures]


def _read(form: Form) -> ProgrammeUpdate | None:
    figures = ROWS.read(form, ReferenceFigure)
    evaluation = form.read(Evaluation)
    if figures is None or evaluation is None:
        return None
    said = evaluation.model_copy(update={"reference_figures": figures})
    return ProgrammeUpdate(evaluation=None if said == Evaluation() else said)


EVALUATION = Part(
    title=Sentence("Evaluation"),
    labels=LABELS,
    values=_values,
    read=_read,
    rows=ROWS,
    things=_things,
    lists={"maryland": MARYLAND, "whose": WHOSE},
)
