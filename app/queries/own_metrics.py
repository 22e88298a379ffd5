"""Programmes' own metrics: as other programs read them, as reports count them, and as pages list them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Text, bindparam, cast, func, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import OwnMetric
from app.models.own_metric import MetricParts, OwnMetricFields, OwnMetricPublic, metric_of
from app.queries.collection import Collection
from app.queries.json_answers import table_of
from app.rules.metric_definition import Metric
from app.rules.metric_parts import ShownAs

own = table_of(OwnMetric)
PARTS: dict[str, ColumnElement[Any]] = {
    name: own.c.definition[field.alias or name] for name, field in MetricParts.model_fields.items()
}
PARTS["shown_as"] = func.coalesce(PARTS["shown_as"], func.to_jsonb(cast(ShownAs.SHARE.value, Text)))
"""As reports count them; those of before there were curves and series are shares."""
OWN_METRICS = Collection(
    OwnMetricPublic,
    (own,),
    filters={"programme": own.c.programme_id == bindparam("programme")},
    own=PARTS,
)

COUNTED_THEN = text(
    """
    SELECT code, version, programme_id, title, title_en, team_only, definition
    FROM own_metric_history
    WHERE programme_id = :programme AND retired_on IS NULL
      AND known_from <= :known_at AND :known_at < known_until
    ORDER BY recorded_at, id
    """
)
COUNTED_NOW = text(
    """
    SELECT code, version, programme_id, title, title_en, team_only, definition
    FROM own_metric
    WHERE retired_on IS NULL
    ORDER BY programme_id, recorded_at, id
    """
)
OF_PROGRAMME = text(
    """
    SELECT id, code, version, programme_id, title, title_en, team_only, definition, retired_on, changed_at
    FROM own_metric
    WHERE programme_id = :programme
    ORDER BY retired_on IS NOT NULL, recorded_at, id
    """
)
VERSIONS = text(
    """
    SELECT code, version, programme_id, title, title_en, team_only, definition, retired_on, known_from
    FROM own_metric_history
    WHERE id = :metric
    ORDER BY known_from DESC
    """
)


async def own_metrics_then(session: AsyncSession, programme: UUID, known_at: datetime) -> list[Metric]:
    """The metrics of a programme that were in use at a moment, each in the version of then, the oldest first."""
    found = await session.execute(COUNTED_THEN, {"programme": programme, "known_at": known_at})
    return [metric_in(row) for row in found.mappings()]


async def own_metrics_now(session: AsyncSession) -> list[Metric]:
    """The own metrics in use of every programme of which the actor may know them."""
    return [metric_in(row) for row in (await session.execute(COUNTED_NOW)).mappings()]


async def read_own_metrics(session: AsyncSession, programme: UUID) -> Sequence[RowMapping]:
    """The own metrics of a programme, those in use first."""
    return (await session.execute(OF_PROGRAMME, {"programme": programme})).mappings().all()


async def read_versions(session: AsyncSession, metric: UUID) -> Sequence[RowMapping]:
    """Every version of an own metric, the latest first."""
    return (await session.execute(VERSIONS, {"metric": metric})).mappings().all()


def metric_in(row: RowMapping) -> Metric:
    """The metric that a row of an own metric stands for."""
    names = {"title": row["title"], "title_en": row["title_en"], "team_only": row["team_only"]}
    fields = OwnMetricFields.model_validate({**row["definition"], **names})
    return metric_of(row["code"], row["version"], row["programme_id"], fields)
