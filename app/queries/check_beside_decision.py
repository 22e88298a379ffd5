"""The check that stood beside the decision on a registration, and what those checks add up to for a programme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.outcomes.selection_sql import ADMITTING_LIST, OVER_QUALIFIED
from app.rules.selection_funnel import KnownShare
from app.rules.selection_warnings import SelectionWarning, TurnedAway, warnings_about

CAME_IN = f"(trajectory.started_on IS NOT NULL OR coalesce(trajectory.decision IN ({ADMITTING_LIST}), false))"

CHECK_BESIDE_DECISION = f"""
    SELECT check_verdict, check_result, {OVER_QUALIFIED} AS over_qualified
    FROM screening_decision
    WHERE screening_decision.trajectory_id = trajectory.id
      AND CASE
          WHEN {CAME_IN} THEN screening_decision.decision IN ({ADMITTING_LIST})
          ELSE screening_decision.decision = trajectory.decision
      END
    ORDER BY screening_decision.decided_on DESC, screening_decision.recorded_at DESC, screening_decision.id
    LIMIT 1
"""
"""In a statement with `trajectory`: the last decision of the kind that stands, with its check."""

SELECTION_SIGNS = f"""
    WITH decided AS (
        SELECT beside.*, {CAME_IN} AS came_in,
               NOT {CAME_IN} AND trajectory.state <> 'waiting' AND trajectory.decision IN ('declined', 'referred')
                   AS turned_away,
               (SELECT count(*) FROM jsonb_array_elements(check_result) AS said WHERE said ->> 'verdict' = 'not_met')
                   AS missing
        FROM trajectory
        CROSS JOIN LATERAL ({CHECK_BESIDE_DECISION}) AS beside
        WHERE trajectory.programme_id = programme.id
    ), line AS (
        SELECT (said -> 'requirement')::text AS requirement, count(*) AS checked,
               count(*) FILTER (WHERE turned_away AND missing = 1 AND said ->> 'verdict' = 'not_met') AS alone
        FROM decided CROSS JOIN LATERAL jsonb_array_elements(check_result) AS said
        GROUP BY said -> 'requirement'
    )
    SELECT json_build_object(
        'requirements', (
            SELECT coalesce(json_agg(json_build_array(requirement, checked, alone) ORDER BY requirement), '[]')
            FROM line
        ),
        'overQualified', (
            SELECT json_build_array(
                count(*) FILTER (WHERE over_qualified), count(*) FILTER (WHERE NOT over_qualified),
                count(*) FILTER (WHERE over_qualified IS NULL)
            )
            FROM decided WHERE came_in
        )
    )
"""
"""In a statement with `programme`: how many were checked and turned away by each requirement, and over-qualified."""


def selection_warnings(signs: Mapping[str, Any]) -> list[SelectionWarning]:
    """What to look at again in the selection of a programme, from its `SELECTION_SIGNS`."""
    return list(
        warnings_about(
            [TurnedAway(requirement, checked, alone) for requirement, checked, alone in signs["requirements"]],
            KnownShare(*signs["overQualified"]),
        )
    )
