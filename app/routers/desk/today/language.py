"""Language asks for attention: below what a job asks, fallen back, or not measured for four months."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.code_lists import LanguageLevel, LanguageSkill
from app.rules.language_sentences import below_said, fall_back_said, overdue_said
from app.rules.sentence import Sentence


def _address(task: Task) -> str:
    return f"/trajectories/{task['trajectoryId']}/language"


def _below(task: Task, today: date) -> Sentence:
    facts = task["facts"]
    return below_said(
        LanguageSkill(facts["skill"]),
        LanguageLevel(facts["level"]),
        required=LanguageLevel(facts["required"]),
        employer=facts["employer"],
        starts_on=date.fromisoformat(facts["startsOn"]),
        today=today,
    )


def _fell_back(task: Task, _today: date) -> Sentence:
    facts = task["facts"]
    return fall_back_said(
        LanguageSkill(facts["skill"]),
        before=LanguageLevel(facts["before"]),
        first=date.fromisoformat(facts["beforeOn"]),
        after=LanguageLevel(facts["level"]),
        last=date.fromisoformat(task["day"]),
    )


def _unmeasured(task: Task, _today: date) -> Sentence:
    last = task["facts"]["lastMeasuredOn"]
    return overdue_said(date.fromisoformat(last) if last else None, date.fromisoformat(task["day"]))


LANGUAGE_BELOW = DeskLine(Sentence("Language below the job"), "warning", _below, _address)
LANGUAGE_FELL_BACK = DeskLine(Sentence("Language fell back"), "warning", _fell_back, _address)
LANGUAGE_UNMEASURED = DeskLine(Sentence("Measure language"), "neutral", _unmeasured, _address)
