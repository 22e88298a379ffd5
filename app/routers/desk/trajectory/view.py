"""What the page of one trajectory shows, worked out from its story and the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.queries.proof import Story, weigh_story
from app.routers.desk.follow_ups.view import FollowUpView, follow_up_view
from app.routers.desk.language.view import LanguageView, language_of
from app.routers.desk.story.tellers import Chronicle, chronicle_of
from app.routers.desk.trajectory.conflict_view import ConflictView, conflicts_of
from app.routers.desk.trajectory.proof_line import ProofLine, draw_proof
from app.rules.code_lists import TrajectoryState
from app.rules.evidence import Evidence
from app.rules.overlapping_spells import KnownSpell, Overlap, overlaps_of
from app.rules.sentence import Sentence
from app.rules.trajectory_states import STEP_NAMES, Step, steps_from


@dataclass(frozen=True)
class PlacementLine:
    """A placement, what else runs at the same time and, when it is paid work, how far it is proven."""

    placement: Story
    overlaps: Sequence[Sentence]
    proven_until: date | None
    proof: ProofLine | None


@dataclass(frozen=True)
class ObservationLine:
    """An observation, the job it is about, and whether it counts."""

    said: Story
    employer: str | None
    verdict: Sentence
    counts: bool


@dataclass(frozen=True)
class FollowUpLine:
    """A follow-up, how it stands today, and the observation that answered it."""

    follow_up: Story
    stands: FollowUpView
    answer: Story | None


@dataclass(frozen=True)
class TrajectoryView:
    """Everything on the page. `since` is the day on which the trajectory came into its state."""

    story: Story
    since: str
    steps: Sequence[tuple[Step, Sentence]]
    latest: Chronicle
    language: LanguageView
    placements: Sequence[PlacementLine]
    jobs: Sequence[tuple[str, str]]
    observations: Sequence[ObservationLine]
    conflicts: Sequence[ConflictView]
    follow_ups: Sequence[FollowUpLine]


def view_of(story: Story, today: date) -> TrajectoryView:
    """Work out the page of a trajectory on a day."""
    evidence = weigh_story(story)
    here = [placement for placement in story["placements"] if placement["trajectoryId"] == story["id"]]
    return TrajectoryView(
        story=story,
        since=_since(story),
        steps=[(step, STEP_NAMES[step]) for step in steps_from(TrajectoryState(story["state"]))],
        latest=chronicle_of(story["latest"], today),
        language=language_of(story, today),
        placements=[_placement_line(placement, evidence, story, today) for placement in reversed(here)],
        jobs=[(placement["id"], placement["organisation"]["name"]) for placement in reversed(here)],
        observations=[_observation_line(said, evidence, story) for said in story["observations"]],
        conflicts=conflicts_of(evidence, story),
        follow_ups=[_follow_up_line(follow_up, story, today) for follow_up in story["followUps"]],
    )


def _since(story: Story) -> str:
    steps = [event for event in story["events"] if not event["phase"]]
    if steps:
        return str(steps[-1]["onDate"])
    return str(story["endedOn"] or story["startedOn"] or story["decidedOn"] or story["registeredOn"])


def _placement_line(placement: Story, evidence: Evidence, story: Story, today: date) -> PlacementLine:
    overlaps = _overlaps(placement, evidence, story)
    proven = next((one for one in evidence.spells if one.spell.id == placement["id"]), None)
    if proven is None:
        return PlacementLine(placement, overlaps, None, None)
    line = draw_proof(proven.spell.starts_on, proven.proven_until, today, story["followUpMonths"])
    return PlacementLine(placement, overlaps, proven.proven_until, line)


def _overlaps(placement: Story, evidence: Evidence, story: Story) -> list[Sentence]:
    """Say beside which other placements of the person this one runs."""
    proven_until = {one.spell.id: one.proven_until for one in evidence.spells}
    employers = {one["id"]: one["organisation"]["name"] for one in story["placements"]}

    def known(one: Story) -> KnownSpell:
        starts_on = date.fromisoformat(one["startsOn"])
        last_day = date.fromisoformat(one["endsOn"]) if one["endsOn"] else proven_until.get(one["id"], starts_on)
        return KnownSpell(one["id"], starts_on, last_day, is_over=bool(one["endsOn"]))

    others = [known(one) for one in story["placements"] if one["id"] != placement["id"]]
    return [_told(overlap, employers[other]) for other, overlap in overlaps_of(known(placement), others).items()]


def _told(overlap: Overlap, employer: str) -> Sentence:
    if overlap is Overlap.CERTAIN:
        return Sentence("At the same time as %(employer)s.", employer=employer)
    return Sentence("Perhaps at the same time as %(employer)s: one of the two has no known end.", employer=employer)


def _observation_line(said: Story, evidence: Evidence, story: Story) -> ObservationLine:
    employers = {placement["id"]: placement["organisation"]["name"] for placement in story["placements"]}
    employer = employers.get(said["placementId"])
    if said["supersededAt"] is not None:
        return ObservationLine(said, employer, Sentence("Corrected later"), counts=False)
    day = date.fromisoformat(said["observedOn"])
    if day in (evidence.days_at_work if said["inPaidWork"] else evidence.not_at_work):
        return ObservationLine(said, employer, Sentence("Counts"), counts=True)
    return ObservationLine(said, employer, Sentence("Does not count: contradicted"), counts=False)


def _follow_up_line(follow_up: Story, story: Story, today: date) -> FollowUpLine:
    answer = next((said for said in story["observations"] if said["id"] == follow_up["answeredBy"]), None)
    return FollowUpLine(follow_up, follow_up_view(follow_up, today), answer)
