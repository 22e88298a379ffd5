"""Weighs the evidence in a trajectory's story, as `queries/trajectory_page.py` tells it, by the rules of evidence."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from app.rules.code_lists import PAID_WORK, EvidenceSource, SpellKind
from app.rules.evidence import Evidence, Observation, Spell, weigh

Story = Mapping[str, Any]
"""A trajectory as JSON has it: days as ISO texts, keys in camelCase."""


def weigh_story(story: Story) -> Evidence:
    """Weigh what is known of the person's paid work; superseded observations no longer speak."""
    return weigh(
        [_spell(placement) for placement in story["placements"] if SpellKind(placement["kind"]) in PAID_WORK],
        [_observation(said) for said in story["observations"] if said["supersededAt"] is None],
    )


def _spell(placement: Story) -> Spell:
    return Spell(
        id=placement["id"],
        kind=SpellKind(placement["kind"]),
        employer=placement["organisation"]["id"],
        starts_on=date.fromisoformat(placement["startsOn"]),
        ends_on=date.fromisoformat(placement["endsOn"]) if placement["endsOn"] else None,
        end_source=EvidenceSource(placement["endSource"] or EvidenceSource.COACH),
    )


def _observation(said: Story) -> Observation:
    return Observation(
        on=date.fromisoformat(said["observedOn"]),
        in_paid_work=said["inPaidWork"],
        source=EvidenceSource(said["source"]),
        recorded_at=datetime.fromisoformat(said["recordedAt"]),
        about=said["placementId"],
    )
