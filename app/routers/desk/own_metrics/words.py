"""What the parts of a metric are called where a programme chooses them."""

from collections.abc import Mapping

from app.outcomes.definition import EXCLUSIONS
from app.routers.forms import Form
from app.rules.code_lists import SpellKind
from app.rules.metric_parts import Exclusion, Index, Population, Question, ShownAs, UnknownPolicy
from app.rules.names import choices
from app.rules.sentence import Sentence

Choices = tuple[tuple[str, Sentence], ...]

METRIC = Form(
    "metric",
    {
        "title": Sentence("What is it called?"),
        "title_en": Sentence("What is it called in English?"),
        "shown_as": Sentence("How is it told?"),
        "population": Sentence("About whom?"),
        "question": Sentence("What do you want to know of them?"),
        "index": Sentence("Counted from"),
        "on": Sentence("On which day?"),
        "horizon_months": Sentence("How many months later?"),
        "counts": Sentence("What counts?"),
        "minimum_hours": Sentence("From how many hours a week?"),
        "minimum_contract_months": Sentence("With a contract of at least how many months?"),
        "unknown_policy": Sentence("And when nothing is known of somebody?"),
        "exclusions": Sentence("Who is left out?"),
        "team_only": Sentence("Who reads it?"),
    },
)

FORMS: Choices = (
    (ShownAs.SHARE, Sentence("As one share of the people")),
    (ShownAs.EACH_MONTH, Sentence("As a share at each month: a series")),
    (ShownAs.CURVE, Sentence("As a curve: how long it takes to begin, or how long the first job lasts")),
)
POPULATIONS: Choices = (
    (Population.STARTED, Sentence("Everyone who started")),
    (Population.PLACED, Sentence("Everyone who got a first job that counts")),
)
QUESTIONS: Mapping[Question, Sentence] = {
    Question.IN_WORK: Sentence("Are they at work then, at whichever employer?"),
    Question.IN_WORK_WITHOUT_INTERRUPTION: Sentence("Were they at work all that time, with no gap over 31 days?"),
    Question.WITH_SAME_EMPLOYER: Sentence("Do they still work for the employer of the first job?"),
    Question.PLACED_SINCE_INDEX: Sentence("Did they begin through the programme within those months?"),
    Question.EVER_PLACED: Sentence("Did they ever begin through the programme?"),
    Question.GAINED_LISTENING: Sentence("Did listening rise by at least one level?"),
    Question.GAINED_READING: Sentence("Did reading rise by at least one level?"),
    Question.GAINED_SPEAKING: Sentence("Did speaking rise by at least one level?"),
    Question.GAINED_WRITING: Sentence("Did writing rise by at least one level?"),
    Question.GAINED_CONVERSATION: Sentence("Did conversation rise by at least one level?"),
    Question.SATISFIED_WITH_GUIDANCE: Sentence("Are they satisfied with the guidance?"),
    Question.FEELS_AT_HOME: Sentence("Do they feel at home at work?"),
    Question.EMPLOYER_SATISFIED_WITH_PARTICIPANT: Sentence("Is the employer satisfied with them?"),
    Question.EMPLOYER_SATISFIED_WITH_PROGRAMME: Sentence("Is the employer satisfied with the programme?"),
}
INDEXES: Choices = (
    (Index.START, Sentence("The start of the trajectory")),
    (Index.END, Sentence("The end of the trajectory")),
    (Index.DATE, Sentence("A day of the calendar, the same for everybody")),
    (Index.FIRST_PLACEMENT, Sentence("The start of the first job that counts")),
)
POLICIES: Choices = (
    (UnknownPolicy.STAYS_UNKNOWN, Sentence("They stay unknown: never a yes and never a no")),
    (UnknownPolicy.COUNTS_AS_NO, Sentence("They count as no")),
)
READERS: Choices = (
    ("no", Sentence("Whoever reads the report about this programme, also the municipality")),
    ("yes", Sentence("Only our own team")),
)

LISTS: Mapping[str, Choices] = {
    "forms": FORMS,
    "populations": POPULATIONS,
    "questions": tuple(QUESTIONS.items()),
    "indexes": INDEXES,
    "kinds": tuple(choices(SpellKind)),
    "policies": POLICIES,
    "exclusions": tuple((ground.value, EXCLUSIONS[ground]) for ground in Exclusion),
    "readers": READERS,
}
"""What can be chosen for each part."""
