"""Where a programme stands on the six criteria for growing."""

from collections.abc import Mapping

from app.models.programme import ProgrammeUpdate
from app.models.programme_design import ScalingAssessment
from app.routers.desk.programmes.part import Part, Told
from app.routers.form_rows import Row
from app.routers.forms import Form
from app.rules.code_lists import ScalingCriterion, ScalingState
from app.rules.names import choices, name_of
from app.rules.sentence import Sentence

COLUMNS = {"state": Sentence("How far is it?"), "note": Sentence("Note")}


def _values(told: Told) -> Mapping[str, object]:
    kept = {one["criterion"]: one for one in told["scalingCriteria"]}
    return {
        f"{column}-{number}": kept.get(criterion, {}).get(column)
        for number, criterion in enumerate(ScalingCriterion)
        for column in COLUMNS
    }


def _read(form: Form) -> ProgrammeUpdate | None:
    assessments = []
    for number, criterion in enumerate(ScalingCriterion):
        row = Row(form, number, COLUMNS)
        assessment = row.read(ScalingAssessment, {"criterion": criterion})
        if assessment and row.is_there():
            assessments.append(assessment)
    return None if form.errors else ProgrammeUpdate(scaling_criteria=assessments)


def _labels() -> Mapping[str, Sentence]:
    return {
        f"{column}-{number}": Sentence("%(criterion)s: %(field)s", criterion=name_of(criterion), field=label)
        for number, criterion in enumerate(ScalingCriterion)
        for column, label in COLUMNS.items()
    }


SCALING = Part(
    title=Sentence("What it needs to grow"),
    labels=_labels(),
    values=_values,
    read=_read,
    lists={"criteria": choices(ScalingCriterion), "states": choices(ScalingState)},
)
