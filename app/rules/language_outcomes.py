"""What became of somebody's language in a trajectory. Told from documented measurements of that trajectory only.

One measurement alone tells no gain and no fall-back: then it is unknown, never no.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.rules.code_lists import LanguageSkill
from app.rules.language_progress import Measurement, fell_back, gained
from app.rules.metric_parts import Question

GAINED_IN = {
    Question.GAINED_LISTENING: LanguageSkill.LISTENING,
    Question.GAINED_READING: LanguageSkill.READING,
    Question.GAINED_SPEAKING: LanguageSkill.SPEAKING,
    Question.GAINED_WRITING: LanguageSkill.WRITING,
    Question.GAINED_CONVERSATION: LanguageSkill.CONVERSATION,
}
ABOUT_LANGUAGE = frozenset({*GAINED_IN, Question.FELL_BACK, Question.OFFICIAL_RESULT})


def language_answer(question: Question, measurements: Iterable[Measurement], since: date, until: date) -> bool | None:
    """Answer a question about language; None when the measurements do not tell.

    `since` is the day from which the metric counts, `until` its target date: an official result is one of these days.
    """
    known = tuple(measurements)
    if question is Question.OFFICIAL_RESULT:
        return _official(one for one in known if since <= one.on <= until)
    if question is Question.FELL_BACK:
        return _fell_back_in_any(known, since)
    return gained(known, GAINED_IN[question])


def _official(measurements: Iterable[Measurement]) -> bool | None:
    """Whether one was official; no only when there is one, and all are known not to be."""
    said = [one.official for one in measurements]
    if True in said:
        return True
    return None if None in said or not said else False


def _fell_back_in_any(measurements: Iterable[Measurement], placed_on: date) -> bool | None:
    """Whether any skill fell back; no only when each skill that was measured was measured before and since."""
    documented = [one for one in measurements if one.documented]
    answers = [fell_back(documented, skill, placed_on) for skill in {one.skill for one in documented}]
    if True in answers:
        return True
    return None if None in answers or not answers else False
