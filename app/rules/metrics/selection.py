"""Who came in, who did not, and how that stands beside the check of the entry requirements."""

from __future__ import annotations

from dataclasses import replace

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import PAID_WORK
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Family, Index, Population, Question, UnknownPolicy

RECORDED_STEPS = Bilingual(
    nl="De stappen die het programma zelf vastlegt.",
    en="The steps that the programme itself records.",
)
CHECK_AT_DECISION = Bilingual(
    nl="De toets van de toelatingseisen zoals die bij het besluit stond; zie SER 2021, paragraaf 3.4, noot 20.",
    en="The check of the entry requirements as it stood beside the decision; see SER 2021, section 3.4, note 20.",
)

ADMITTED = Metric(
    code="admitted",
    version=1,
    family=Family.SELECTION,
    title=Bilingual(nl="Toegelaten", en="Admitted"),
    question_text=Bilingual(
        nl="Is deze persoon toegelaten tot het programma?", en="Was this person admitted to the programme?"
    ),
    finding=Bilingual(nl="toegelaten", en="admitted"),
    population=Population.REGISTERED,
    index=Index.DECISION,
    horizon_months=0,
    question=Question.ADMITTED,
    counts=PAID_WORK,
    unknown_policy=UnknownPolicy.IS_NOT_YET_DUE,
    exclusions=frozenset({Exclusion.DECEASED}),
    source=RECORDED_STEPS,
)

SCREENED = replace(
    ADMITTED,
    code="screened",
    title=Bilingual(nl="Gescreend", en="Screened"),
    question_text=Bilingual(nl="Is deze persoon gescreend?", en="Was this person screened?"),
    finding=Bilingual(nl="gescreend", en="screened"),
    index=Index.SCREENING,
    question=Question.SCREENED,
    unknown_policy=UnknownPolicy.STAYS_UNKNOWN,
    team_only=True,
)
REFERRED = replace(
    ADMITTED,
    code="referred",
    title=Bilingual(nl="Doorverwezen", en="Referred elsewhere"),
    question_text=Bilingual(nl="Is deze persoon doorverwezen?", en="Was this person referred elsewhere?"),
    finding=Bilingual(nl="doorverwezen", en="referred elsewhere"),
    question=Question.REFERRED,
    team_only=True,
)
DECLINED = replace(
    REFERRED,
    code="declined",
    title=Bilingual(nl="Afgewezen", en="Declined"),
    question_text=Bilingual(nl="Is deze persoon afgewezen?", en="Was this person declined?"),
    finding=Bilingual(nl="afgewezen", en="declined"),
    question=Question.DECLINED,
)
WITHDRAWN = replace(
    REFERRED,
    code="withdrawn",
    title=Bilingual(nl="Teruggetrokken", en="Withdrawn"),
    question_text=Bilingual(
        nl="Heeft deze persoon zich teruggetrokken voor de start?", en="Did this person withdraw before the start?"
    ),
    finding=Bilingual(nl="teruggetrokken", en="withdrawn"),
    question=Question.WITHDRAWN,
)

ADMITTED_THOUGH_NOT_MET = replace(
    ADMITTED,
    code="admitted_though_not_met",
    title=Bilingual(nl="Toegelaten terwijl niet aan alles is voldaan", en="Admitted though not everything was met"),
    question_text=Bilingual(
        nl="Werd deze persoon toegelaten terwijl aan een toelatingseis niet was voldaan?",
        en="Was this person admitted though an entry requirement was not met?",
    ),
    finding=Bilingual(
        nl="van de toegelaten mensen voldeed aan een eis niet", en="of those admitted did not meet a requirement"
    ),
    population=Population.ADMITTED,
    question=Question.CHECK_NOT_MET,
    unknown_policy=UnknownPolicy.STAYS_UNKNOWN,
    source=CHECK_AT_DECISION,
    team_only=True,
)
DECLINED_THOUGH_MET = replace(
    ADMITTED_THOUGH_NOT_MET,
    code="declined_though_met",
    title=Bilingual(nl="Afgewezen terwijl aan alles is voldaan", en="Declined though everything was met"),
    question_text=Bilingual(
        nl="Werd deze persoon afgewezen terwijl aan alle toelatingseisen was voldaan?",
        en="Was this person declined though all entry requirements were met?",
    ),
    finding=Bilingual(nl="van de afgewezen mensen voldeed aan alle eisen", en="of those declined met all requirements"),
    population=Population.DECLINED,
    question=Question.CHECK_MET,
)
OVER_QUALIFIED = replace(
    ADMITTED_THOUGH_NOT_MET,
    code="over_qualified",
    title=Bilingual(nl="Toegelaten en meer gekwalificeerd dan gevraagd", en="Admitted and over-qualified"),
    question_text=Bilingual(
        nl="Zat deze persoon bij de toelating duidelijk boven wat het programma vraagt?",
        en="Was this person clearly above what the programme asks when admitted?",
    ),
    finding=Bilingual(
        nl="van de toegelaten mensen zat duidelijk boven de eisen",
        en="of those admitted were clearly above the requirements",
    ),
    question=Question.OVER_QUALIFIED,
)
