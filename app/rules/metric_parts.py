"""The parts of which a metric is put together, each a closed list with what every value of it means."""

from __future__ import annotations

from enum import StrEnum

from app.rules.outcome_state import OutcomeState


class Family(StrEnum):
    """Metrics that are read together."""

    SELECTION = "selection"
    PLACEMENT = "placement"
    RETENTION = "retention"
    JOB_MATCH = "job_match"
    LANGUAGE = "language"
    INCLUSION = "inclusion"
    JOB_QUALITY = "job_quality"
    GUIDANCE = "guidance"
    EXIT = "exit"
    STANDARD = "standard"
    OWN = "own"
    """Metrics that a programme added itself."""


class Population(StrEnum):
    """Which trajectories a metric is about."""

    REGISTERED = "registered"
    """Everyone who registered."""
    STARTED = "started"
    """Everyone who started."""
    PLACED = "placed"
    """Everyone who started and has a counted placement in this trajectory."""
    ADMITTED = "admitted"
    """Everyone who was admitted, or started."""
    DECLINED = "declined"
    """Everyone who was declined, and did not start."""
    PROMISED = "promised"
    """Everyone who started and to whom a job was promised in this trajectory."""
    STARTED_WITHOUT_WORK = "started_without_work"
    """Everyone who started, and was not shown to be in paid work on the day before the first start."""
    STARTED_IN_WORK = "started_in_work"
    """Everyone who started, and was shown to be in paid work on the day before the first start."""
    GUIDED = "guided"
    """Everyone who started, and on the reference date was neither done nor paused."""


class Index(StrEnum):
    """The day from which a metric counts."""

    SCREENING = "screening"
    """The day of the screening, or else of the decision."""
    DECISION = "decision"
    """The day of the decision; being on the waiting list decides nothing yet."""
    START = "start"
    """The start of the trajectory."""
    END = "end"
    """The end of the trajectory."""
    FIRST_PLACEMENT = "first_placement"
    """The start of the first counted placement in the trajectory."""
    DATE = "date"
    """A day of the calendar, the same for everybody; it counts who had started by then."""
    PROMISE = "promise"
    """The start of the first placement in the trajectory at which a job was promised, whatever its kind."""
    FIRST_ENTRY = "first_entry"
    """The first start in the programme, also when somebody came back to it later."""
    BEFORE_FIRST_ENTRY = "before_first_entry"
    """The day before the first start in the programme."""
    LAST_EXIT = "last_exit"
    """The last end in the programme, once nothing that was started in it still runs."""
    FOUR_WEEKS_AFTER_LAST_EXIT = "four_weeks_after_last_exit"
    """The 28th day after the last end in the programme."""
    QUARTER_OF_LAST_EXIT = "quarter_of_last_exit"
    """The first day of the calendar quarter of the last end in the programme."""


class Question(StrEnum):
    """What is asked of a person at the target date."""

    SCREENED = "screened"
    ADMITTED = "admitted"
    REFERRED = "referred"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CHECK_NOT_MET = "check_not_met"
    CHECK_MET = "check_met"
    OVER_QUALIFIED = "over_qualified"
    PLACED_SINCE_INDEX = "placed_since_index"
    EVER_PLACED = "ever_placed"
    IN_WORK = "in_work"
    IN_WORK_WITHOUT_INTERRUPTION = "in_work_without_interruption"
    WITH_SAME_EMPLOYER = "with_same_employer"
    LEVEL_MATCHES = "level_matches"
    FIELD_MATCHES = "field_matches"
    WISH_MATCHES = "wish_matches"
    OWN_JUDGEMENT = "own_judgement"
    ALL_KNOWN_FLAGS_MET = "all_known_flags_met"
    GAINED_LISTENING = "gained_listening"
    GAINED_READING = "gained_reading"
    GAINED_SPEAKING = "gained_speaking"
    GAINED_WRITING = "gained_writing"
    GAINED_CONVERSATION = "gained_conversation"
    FELL_BACK = "fell_back"
    OFFICIAL_RESULT = "official_result"
    SATISFIED_WITH_GUIDANCE = "satisfied_with_guidance"
    FEELS_AT_HOME = "feels_at_home"
    EMPLOYER_SATISFIED_WITH_PARTICIPANT = "employer_satisfied_with_participant"
    EMPLOYER_SATISFIED_WITH_PROGRAMME = "employer_satisfied_with_programme"
    JOB_GUARANTEE_KEPT = "job_guarantee_kept"
    OFF_SOCIAL_ASSISTANCE = "off_social_assistance"
    SEEKING_WORK_ON_LEAVING = "seeking_work_on_leaving"
    STUDYING_ON_LEAVING = "studying_on_leaving"
    QUALIFIED_ON_LEAVING = "qualified_on_leaving"
    EMPLOYED_ON_LEAVING = "employed_on_leaving"
    CONTRACT_IS_PERMANENT = "contract_is_permanent"
    CONTRACT_IS_FIXED_TERM = "contract_is_fixed_term"
    CONTRACT_IS_AGENCY = "contract_is_agency"
    CONTRACT_IS_ON_CALL = "contract_is_on_call"
    HOURS_UP_TO_12 = "hours_up_to_12"
    HOURS_13_TO_24 = "hours_13_to_24"
    HOURS_25_TO_32 = "hours_25_to_32"
    HOURS_33_AND_MORE = "hours_33_and_more"
    STEPPED_UP = "stepped_up"
    COMPLETED = "completed"
    DROPPED_OUT = "dropped_out"
    LADDER_STEP_GAINED = "ladder_step_gained"
    WITHIN_CONTACT_NORM = "within_contact_norm"
    WORK_IMPROVED = "work_improved"
    WORKED_SINCE_INDEX = "worked_since_index"
    WORKED_IN_LAST_QUARTER = "worked_in_last_quarter"


ASKED_IN_FOLLOW_UPS = frozenset({Question.IN_WORK, Question.IN_WORK_WITHOUT_INTERRUPTION, Question.WITH_SAME_EMPLOYER})
"""Questions of which a follow-up can say that nobody will answer them."""


class UnknownPolicy(StrEnum):
    """What becomes of a person about whom the facts do not answer the question."""

    STAYS_UNKNOWN = "stays_unknown"
    """Unknown: unanswered or, when the follow-up was closed so, unreachable or refused."""
    COUNTS_AS_NO = "counts_as_no"
    """No: the metric counts what the programme itself did, and registers."""
    IS_NOT_YET_DUE = "is_not_yet_due"
    """Not yet due: the answer is a step that is still to be taken."""

    @property
    def state(self) -> OutcomeState:
        """The state of somebody of whom nothing more is known."""
        return STATE_OF_THE_UNKNOWN[self]


STATE_OF_THE_UNKNOWN = {
    UnknownPolicy.STAYS_UNKNOWN: OutcomeState.UNANSWERED,
    UnknownPolicy.COUNTS_AS_NO: OutcomeState.NO,
    UnknownPolicy.IS_NOT_YET_DUE: OutcomeState.NOT_YET_DUE,
}


class ShownAs(StrEnum):
    """How a metric is told of all people together."""

    SHARE = "share"
    """One number: the share of the people whose answer is yes."""
    CURVE = "curve"
    """After how many days it is so, for a quarter, half and more of the people (Kaplan and Meier)."""
    EACH_MONTH = "each_month"
    """A share at each month after the index, up to the horizon."""


class Exclusion(StrEnum):
    """A ground on which a person leaves numerator and denominator both."""

    DECEASED = "deceased"
    """Known to have died on or before the target date or, without a target date, at all."""
