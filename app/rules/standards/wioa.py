"""The employment rates of the American Workforce Innovation and Opportunity Act: in the second and fourth quarter."""

from __future__ import annotations

from dataclasses import replace

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import UNSUBSIDISED_WORK
from app.rules.metric_parts import Index, Question, UnknownPolicy
from app.rules.standards.changes import Change
from app.rules.standards.definition import STANDARD, StandardMeasure

ORDINALS = {2: Bilingual(nl="tweede", en="second"), 4: Bilingual(nl="vierde", en="fourth")}


def employed_in_quarter(number: int) -> StandardMeasure:
    """Whether there was work on any day of the second or the fourth calendar quarter after that of the last exit."""
    which = ORDINALS[number]
    return StandardMeasure(
        name=Bilingual(nl=f"WIOA, kwartaal {number}", en=f"WIOA Q{number}"),
        metric=replace(
            STANDARD,
            code=f"wioa_employed_{which.en}_quarter_after_exit",
            title=Bilingual(
                nl=f"Aan het werk in het {which.nl} kwartaal na vertrek",
                en=f"In employment in the {which.en} quarter after exit",
            ),
            question_text=Bilingual(
                nl=f"Had deze persoon op enige dag van het {which.nl} kalenderkwartaal na dat van het laatste vertrek "
                "betaald werk zonder subsidie? Wie onbekend is, telt als nee.",
                en=f"Was this person in unsubsidised paid work on any day of the {which.en} calendar quarter after "
                "that of the last exit? Who is unknown counts as no.",
            ),
            finding=Bilingual(
                nl=f"aan het werk in het {which.nl} kwartaal na vertrek",
                en=f"in employment in the {which.en} quarter after exit",
            ),
            index=Index.QUARTER_OF_LAST_EXIT,
            horizon_months=3 * (number + 1),
            question=Question.WORKED_IN_LAST_QUARTER,
            counts=UNSUBSIDISED_WORK,
            unknown_policy=UnknownPolicy.COUNTS_AS_NO,
        ),
        ours="in_paid_work_6_months_after_end",
        reasons={
            Change.UNKNOWN_AS_NO: Bilingual(
                nl="van hen is niets bekend, en bij WIOA telt onbekend als nee.",
                en="nothing is known of them, and for WIOA unknown counts as no.",
            ),
            Change.MORE_YES: Bilingual(
                nl=f"bij WIOA is één gewerkte dag in het {which.nl} kwartaal genoeg. Wij kijken op één dag.",
                en=f"for WIOA one day of work in the {which.en} quarter is enough. We look at one day.",
            ),
            Change.FEWER_YES: Bilingual(
                nl=f"WIOA kijkt in het {which.nl} kwartaal na het laatste vertrek, en telt werk met subsidie niet mee.",
                en=f"WIOA looks at the {which.en} quarter after the last exit, and does not count subsidised work.",
            ),
            Change.LATER_DUE: Bilingual(
                nl=f"het {which.nl} kwartaal na hun laatste vertrek is nog niet voorbij.",
                en=f"the {which.en} quarter after their last exit is not over yet.",
            ),
            Change.SOONER_DUE: Bilingual(
                nl=f"het {which.nl} kwartaal na hun laatste vertrek is voorbij, en telt onbekend als nee.",
                en=f"the {which.en} quarter after their last exit is over, and unknown counts as no.",
            ),
        },
    )


WIOA_MEASURES = (employed_in_quarter(2), employed_in_quarter(4))
