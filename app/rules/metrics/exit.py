"""How trajectories end. Where people went and why they left early stands beside these, as counts."""

from __future__ import annotations

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import PAID_WORK
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Family, Index, Population, Question, UnknownPolicy

RECORDED_ENDS = Bilingual(
    nl="Het einde zoals het programma het heeft geregistreerd",
    en="The end as the programme recorded it",
)


def at_the_end(code: str, question: Question, title: Bilingual, asked: Bilingual, finding: Bilingual) -> Metric:
    """A metric about everyone who started, due on the day on which the trajectory ends."""
    return Metric(
        code=code,
        version=1,
        family=Family.EXIT,
        title=title,
        question_text=asked,
        finding=finding,
        population=Population.STARTED,
        index=Index.END,
        horizon_months=0,
        question=question,
        counts=PAID_WORK,
        unknown_policy=UnknownPolicy.STAYS_UNKNOWN,
        exclusions=frozenset({Exclusion.DECEASED}),
        source=RECORDED_ENDS,
        team_only=True,
    )


COMPLETED = at_the_end(
    "completed",
    Question.COMPLETED,
    Bilingual(nl="Traject afgemaakt", en="Trajectory completed"),
    Bilingual(nl="Heeft deze persoon het traject afgemaakt?", en="Did this person complete the trajectory?"),
    Bilingual(nl="maakte het traject af", en="completed the trajectory"),
)
DROPPED_OUT = at_the_end(
    "dropped_out",
    Question.DROPPED_OUT,
    Bilingual(nl="Uitgevallen", en="Dropped out"),
    Bilingual(
        nl="Is deze persoon gestopt voor het einde van het traject, om welke reden dan ook?",
        en="Did this person leave before the end of the trajectory, for whatever reason?",
    ),
    Bilingual(nl="viel uit", en="dropped out"),
)
LADDER_STEP_GAINED = at_the_end(
    "ladder_step_gained",
    Question.LADDER_STEP_GAINED,
    Bilingual(nl="Hoger op de participatieladder", en="Higher on the participation ladder"),
    Bilingual(
        nl="Stond deze persoon aan het einde ten minste één trede hoger op de participatieladder dan bij de start?",
        en="Was this person at least one step higher on the participation ladder at the end than at the start?",
    ),
    Bilingual(
        nl="ten minste één trede hoger op de participatieladder",
        en="at least one step higher on the participation ladder",
    ),
)

EXIT: dict[str, Metric] = {metric.code: metric for metric in (COMPLETED, DROPPED_OUT, LADDER_STEP_GAINED)}
"""Worked out when they are asked for, and for the team only."""
