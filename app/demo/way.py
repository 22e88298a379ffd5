"""The way somebody goes through a programme: only steps that the rules allow, up to today."""

from dataclasses import dataclass, field
from datetime import date

from app.demo.chance import Chance
from app.rules.code_lists import TrajectoryEndReason, TrajectoryState
from app.rules.trajectory_states import STEPS, Step

REASONS = {
    Step.REFER: ("Eerst een taalcursus bij een andere aanbieder", "Past beter bij een opleiding", "Zoekt direct werk"),
    Step.DECLINE: ("Taalniveau te laag voor de werkplekken", "Niet beschikbaar op de lesdagen", "Woont te ver weg"),
    Step.WITHDRAW: ("Heeft zelf werk gevonden", "Geen opvang voor de kinderen", "Ziet ervan af"),
    Step.PAUSE: ("Verhuizing", "Zorg voor een familielid", "Wacht op kinderopvang"),
}
END_REASONS = {
    TrajectoryEndReason.FOUND_WORK: 22.0,
    TrajectoryEndReason.STARTED_EDUCATION: 8.0,
    TrajectoryEndReason.HEALTH_OR_CARE: 16.0,
    TrajectoryEndReason.CHILDCARE: 12.0,
    TrajectoryEndReason.HOUSING: 6.0,
    TrajectoryEndReason.LANGUAGE: 8.0,
    TrajectoryEndReason.MOTIVATION: 12.0,
    TrajectoryEndReason.MOVED: 6.0,
    TrajectoryEndReason.LOST_CONTACT: 10.0,
}
CONDITION = "Volgt daarnaast twee dagdelen per week taalles"


@dataclass(frozen=True, slots=True)
class Taken:
    """One step that was taken."""

    step: Step
    on: date
    from_state: TrajectoryState
    to_state: TrajectoryState
    reason: str | None


@dataclass(slots=True)
class Way:
    """Somebody's steps so far. Steps that would lie after today are not taken, nor is any after them."""

    today: date
    registered_on: date
    state: TrajectoryState = TrajectoryState.REGISTERED
    steps: list[Taken] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)
    end_reason: TrajectoryEndReason | None = None

    def take(self, step: Step, on: date, reason: str | None = None) -> bool:
        """Take a step, unless its day is still to come; tells whether it was taken."""
        if on > self.today:
            return False
        before, self.state = self.state, STEPS[step][self.state]
        self.steps.append(Taken(step, on, before, self.state, reason))
        return True

    def day_of(self, *steps: Step) -> date | None:
        """The day of the last step of these kinds."""
        return next((taken.on for taken in reversed(self.steps) if taken.step in steps), None)

    @property
    def last_day(self) -> date:
        """The day of the last step, or of the registration."""
        return self.steps[-1].on if self.steps else self.registered_on


def way_of(chance: Chance, today: date, registered_on: date, cohort_starts_on: date) -> Way:
    """One way, drawn by chance."""
    way = Way(today, registered_on)
    if _is_admitted(chance, way):
        _go_through(chance, way, cohort_starts_on)
    return way


def _is_admitted(chance: Chance, way: Way) -> bool:
    if not way.take(Step.SCREEN, chance.after(way.registered_on, 3, 12)):
        return False
    if chance.happens(0.03):
        return _leave(chance, way, Step.WITHDRAW, 1, 8)
    decision = chance.weighed({Step.ADMIT: 82, Step.PUT_ON_WAITING_LIST: 8, Step.REFER: 6, Step.DECLINE: 5})
    if decision in (Step.REFER, Step.DECLINE):
        return _leave(chance, way, decision, 3, 12)
    if decision is Step.PUT_ON_WAITING_LIST and not (
        way.take(decision, chance.after(way.last_day, 3, 12)) and chance.happens(0.72)
    ):
        return False
    if not way.take(Step.ADMIT, chance.after(way.last_day, 3, 14)):
        return False
    way.conditions = [CONDITION] if chance.happens(0.12) else []
    return not chance.happens(0.02) or _leave(chance, way, Step.WITHDRAW, 1, 6)


def _leave(chance: Chance, way: Way, step: Step, low: int, high: int) -> bool:
    way.take(step, chance.after(way.last_day, low, high), chance.one_of(REASONS[step]))
    return False


def _go_through(chance: Chance, way: Way, cohort_starts_on: date) -> None:
    starts_on = max(chance.after(way.last_day, 4, 14), chance.after(cohort_starts_on, 0, 9))
    if not way.take(Step.START, starts_on):
        return
    if chance.happens(0.13):
        if not way.take(Step.PAUSE, chance.after(starts_on, 40, 90), chance.one_of(REASONS[Step.PAUSE])):
            return
        if not way.take(Step.RESUME, chance.after(way.last_day, 14, 40)):
            return
    drops_out = chance.happens(0.19)
    ended = (
        way.take(Step.DROP_OUT, chance.after(way.last_day, 20, 170))
        if drops_out
        else way.take(Step.COMPLETE, chance.after(starts_on, 252, 284))
    )
    if not ended:
        return
    way.end_reason = chance.weighed(END_REASONS) if drops_out else None
    if chance.happens(0.35 if drops_out else 0.88) and way.take(
        Step.BEGIN_AFTERCARE, chance.after(way.last_day, 2, 14)
    ):
        way.take(Step.CLOSE, chance.after(way.last_day, 160, 260))
