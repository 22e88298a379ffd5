"""Keeps a programme's own metrics: adds one, changes it into a new version, retires it and takes it up again."""

from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import OwnMetric, Programme
from app.models.own_metric import MetricParts, OwnMetricCreate, OwnMetricFields, OwnMetricUpdate, metric_of
from app.rules.own_metric import MOST_IN_USE, own_code
from app.rules.own_metric_faults import faults_of_own
from app.rules.permissions import Act
from app.rules.sentence import Sentence
from app.use_cases.audit import Changes, audit
from app.use_cases.faults import fault, raise_for
from app.use_cases.load import load_to_change
from app.use_cases.membership_roles import require
from app.use_cases.refer import referred_to


async def add_own_metric(session: AsyncSession, *, by: Actor, metric: OwnMetricCreate) -> OwnMetric:
    """Add a metric to a programme that the actor coordinates: its first version."""
    programme = await referred_to(session, Programme, metric.programme_id, field="programme_id")
    require(by, Act.KEEP_METRICS, programme.id)
    refuse_impossible(programme.id, metric)
    await _refuse_too_many(session, programme.id)
    identity = uuid4()
    added = OwnMetric(id=identity, code=own_code(identity), programme_id=programme.id, **_columns(metric))
    session.add(added)
    await session.flush()
    await _audit(session, by, "add", added, {name: (None, new) for name, new in _told(metric).items()})
    return added


async def change_own_metric(
    session: AsyncSession, *, by: Actor, metric_id: UUID, version: int, change: OwnMetricUpdate
) -> OwnMetric:
    """Change the fields that were sent: the next version. Editions and reports of before keep theirs."""
    own = await load_to_change(session, OwnMetric, metric_id, version)
    require(by, Act.KEEP_METRICS, own.programme_id)
    before = fields_of(own)
    sent = change.model_dump(exclude_unset=True, exclude={"retired"})
    after = OwnMetricFields.model_validate({**before.model_dump(), **sent})
    refuse_impossible(own.programme_id, after)
    for name, value in _columns(after).items():
        setattr(own, name, value)
    changes = {name: (old, new) for name, new in _told(after).items() if (old := _told(before)[name]) != new}
    if change.retired is not None and change.retired != (own.retired_on is not None):
        if not change.retired:
            await _refuse_too_many(session, own.programme_id)
        retired_on = by.today if change.retired else None
        changes["retired_on"] = (own.retired_on, retired_on)
        own.retired_on = retired_on
    await session.flush()
    if changes:
        await _audit(session, by, "change", own, changes)
    return own


def fields_of(own: OwnMetric) -> OwnMetricFields:
    """What an own metric is made of now."""
    names = {"title": own.title, "title_en": own.title_en, "team_only": own.team_only}
    return OwnMetricFields.model_validate({**own.definition, **names})


def refuse_impossible(programme_id: UUID, fields: OwnMetricFields) -> None:
    """Refuse parts that do not go together, each beside its field. Raises InvalidInput."""
    metric = metric_of("own_00000000", 1, programme_id, fields)
    raise_for([fault(part, "does-not-fit", sentence) for part, sentence in faults_of_own(metric)])


async def _refuse_too_many(session: AsyncSession, programme_id: UUID) -> None:
    """Hold the programme until the end of the transaction, so that two at once do not both take the last place."""
    await session.execute(select(Programme.id).where(Programme.id == programme_id).with_for_update(key_share=True))
    in_use = select(func.count()).where(OwnMetric.programme_id == programme_id, col(OwnMetric.retired_on).is_(None))
    if (await session.scalar(in_use) or 0) >= MOST_IN_USE:
        sentence = Sentence("A programme uses at most %(most)s metrics of its own. Retire one first.", most=MOST_IN_USE)
        raise_for([fault("title", "too-many", sentence)])


def _columns(fields: OwnMetricFields) -> dict[str, Any]:
    definition = MetricParts.model_validate(fields.model_dump(include=set(MetricParts.model_fields)))
    return {
        "title": fields.title,
        "title_en": fields.title_en,
        "team_only": fields.team_only,
        "definition": definition.model_dump(mode="json", by_alias=True),
    }


def _told(fields: OwnMetricFields) -> dict[str, object]:
    return fields.model_dump(mode="json")


async def _audit(session: AsyncSession, by: Actor, action: str, own: OwnMetric, changes: Changes) -> None:
    await audit(
        session,
        by=by,
        action=action,
        object_type="own_metric",
        object_id=own.id,
        programme_id=own.programme_id,
        changes=changes,
    )
