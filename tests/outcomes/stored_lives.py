"""Writes made-up lives into the database, all at once, through the same tables that the program fills."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from app.models import (
    LanguageMeasurement,
    Observation,
    Organisation,
    Participant,
    ParticipantProfile,
    Placement,
    Programme,
    Trajectory,
)
from app.models.coaching_contact import CoachingContact
from app.models.follow_up import FollowUp
from app.models.group_session import GroupSession
from app.models.history import twins
from app.models.rating import Rating
from app.models.screening import ScreeningDecision
from app.rules.code_lists import EndOutcome, TrajectoryState
from app.rules.outcome_facts import Life
from app.rules.outcome_facts import Placement as Spell
from app.rules.outcome_facts import Trajectory as Way

BATCH = 5_000


@dataclass
class StoredLives:
    """Rows in the making. Trajectories with the same target occupations share a programme."""

    recorded_at: datetime
    label: str = ""
    ids: dict[Hashable, UUID] = field(default_factory=lambda: defaultdict(uuid4))
    rows: dict[type[SQLModel], list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, life: Life, name: Hashable) -> None:
        """One person with everything that is recorded about them."""
        programmes = [self.programme(one.target_occupations) for one in life.trajectories]
        self.row(
            Participant,
            id=self.ids["person", name],
            lead_organisation_id=self.organisation("lead", None),
            programme_ids=sorted(set(programmes)),
            number=str(name),
            first_name="Amina",
            last_name="Warsame",
            search_name="amina warsame",
        )
        wishes = life.person
        self.row(
            ParticipantProfile,
            id=self.ids["person", name],
            programme_ids=sorted(set(programmes)),
            education=wishes.education,
            earlier_occupations=list(wishes.earlier_occupations),
            wished_sectors=list(wishes.wished_sectors),
            wished_occupations=list(wishes.wished_occupations),
            wished_hours=wishes.wished_hours,
        )
        keys = {
            one.id: {
                "programme_id": programme,
                "trajectory_id": self.ids[one.id],
                "participant_id": self.ids["person", name],
            }
            for one, programme in zip(life.trajectories, programmes, strict=True)
        }
        for one in life.trajectories:
            self.trajectory(one, keys[one.id])
        self.facts(life, keys)

    def trajectory(self, one: Way, keys: dict[str, UUID]) -> None:
        self.row(
            Trajectory,
            id=keys["trajectory_id"],
            programme_id=keys["programme_id"],
            participant_id=keys["participant_id"],
            number=one.number,
            state=TrajectoryState.PAUSED if one.is_paused else TrajectoryState.ACTIVE,
            registered_on=one.registered_on,
            screened_on=one.screened_on,
            decision=one.decision,
            decided_on=one.decided_on,
            started_on=one.started_on,
            ended_on=one.ended_on,
            end_outcome=(one.end_outcome or EndOutcome.COMPLETED) if one.ended_on else None,
            end_reason=one.end_reason,
            destination=one.destination,
            ladder_start=one.ladder_start,
            ladder_end=one.ladder_end,
        )
        for checked in one.checked_decisions:
            self.row(
                ScreeningDecision,
                **keys,
                decision=checked.decision,
                decided_on=checked.decided_on,
                recorded_at=checked.recorded_at,
                reason="Talked about with the participant",
                conditions=[],
                check_verdict=checked.verdict,
                check_result=_check_result(checked.over_qualified),
            )

    def facts(self, life: Life, keys: dict[Hashable, dict[str, UUID]]) -> None:
        placements = {one.id: one for one in life.placements}
        for one in life.placements:
            self.placement(one, keys[one.trajectory])
        for said in life.observations:
            about = placements.get(said.about)
            self.row(
                Observation,
                **keys[about.trajectory if about else life.trajectories[0].id],
                placement_id=self.ids[about.id] if about else None,
                observed_on=said.on,
                in_paid_work=said.in_paid_work,
                on_social_assistance=said.on_social_assistance,
                source=said.source,
                recorded_at=said.recorded_at,
            )
        for asked in life.follow_ups:
            index = placements[asked.placement]
            self.row(
                FollowUp,
                **keys[index.trajectory],
                placement_id=self.ids[index.id],
                organisation_id=self.organisation(index.employer, index.job.sector),
                month=asked.month,
                due_on=index.starts_on,
                opens_on=index.starts_on,
                closes_on=index.starts_on,
                state=asked.state,
                closed_on=asked.closed_on,
            )
        for measured in life.measurements:
            self.row(
                LanguageMeasurement,
                **keys[measured.trajectory],
                measured_on=measured.on,
                skill=measured.skill,
                level=measured.level,
                instrument=measured.instrument,
                official=measured.official,
                recorded_at=measured.recorded_at,
            )
        for contact in life.contacts:
            own = keys[contact.trajectory]
            self.row(
                CoachingContact,
                **own,
                contacted_on=contact.on,
                attendance=contact.attendance,
                group_session_id=self.group_session(own["programme_id"], contact.on) if contact.in_group else None,
                topics=[],
                with_whom=[],
            )
        for rating in life.ratings:
            self.row(
                Rating,
                **keys[rating.trajectory],
                placement_id=self.ids[rating.placement] if rating.placement else None,
                rated_on=rating.rated_on,
                rated_by=rating.rated_by,
                dimension=rating.dimension,
                score=rating.score,
                recorded_at=rating.recorded_at,
            )

    def placement(self, one: Spell, keys: dict[str, UUID]) -> None:
        self.row(
            Placement,
            **keys,
            id=self.ids[one.id],
            number=one.number,
            organisation_id=self.organisation(one.employer, one.job.sector),
            kind=one.kind,
            occupation=one.job.occupation,
            hours=one.job.hours,
            contract=one.contract,
            expected_end_on=one.expected_end_on,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            end_source=one.end_source,
            end_reason=one.end_reason,
            job_guarantee=one.job_guarantee,
            job_guarantee_kept=one.job_guarantee_kept,
        )

    def programme(self, target_occupations: tuple[str, ...]) -> UUID:
        return self.once(
            Programme,
            ("programme", target_occupations),
            name=f"{self.label}Programme for {', '.join(target_occupations) or 'anything'}",
            lead_organisation_id=self.organisation("lead", None),
            target_occupations=list(target_occupations),
            target_groups=[],
            sectors=[],
            follow_up_months=[3, 6, 12, 24],
            contact_norm_days=21,
            entry_requirements=[],
            scaling_criteria=[],
            effective_elements=[],
            phases=[],
        )

    def group_session(self, programme_id: UUID, day: date) -> UUID:
        key = uuid4()
        self.row(GroupSession, id=key, programme_id=programme_id, held_on=day, subject="Practice", topics=[])
        return key

    def organisation(self, name: Hashable, sector: str | None) -> UUID:
        return self.once(Organisation, ("organisation", name), name=str(name), roles=["employer"], nace_section=sector)

    def once(self, table: type[SQLModel], key: Hashable, **values: Any) -> UUID:
        if key not in self.ids:
            self.row(table, id=self.ids[key], **values)
        return self.ids[key]

    def row(self, table: type[SQLModel], **values: Any) -> None:
        stamps = {"recorded_at": self.recorded_at, "changed_at": self.recorded_at, "version": 1, "id": uuid4()}
        columns = table.model_fields
        self.rows[table].append({**{name: stamps[name] for name in stamps if name in columns}, **values})

    async def write(self, session: AsyncSession) -> None:
        """Write everything in the order in which rows refer to each other.

        What PostgreSQL knows of a table is brought up to date before others refer to it: otherwise it looks for each
        trajectory among all of its programme. Without `enable_material` triggers do not compare all rows with all.
        """
        for setting in ("statement_timeout = 0", "enable_material = off", "default_statistics_target = 10"):
            await session.execute(sa.text(f"set local {setting}"))
        order: Sequence[type[SQLModel]] = (
            Organisation,
            Programme,
            Participant,
            ParticipantProfile,
            Trajectory,
            ScreeningDecision,
            Placement,
            Observation,
            FollowUp,
            LanguageMeasurement,
            Rating,
            GroupSession,
            CoachingContact,
        )
        for table in order:
            rows = self.rows[table]
            for first in range(0, len(rows), BATCH):
                await insert_at_once(session, table, rows[first : first + BATCH])
            await session.execute(sa.text(f"analyze {table.__tablename__}"))
        for name in twins():
            await session.execute(sa.text(f"analyze {name}"))
        await session.execute(sa.text("set local enable_material = on"))


def _value(default: sa.ColumnDefault) -> object:
    return default.arg(None) if callable(default.arg) else default.arg


async def insert_at_once(session: AsyncSession, table: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows in one statement, so that triggers that work per statement do so once."""
    stored = SQLModel.metadata.tables[str(table.__tablename__)]
    usual = {one.name: _value(one.default) for one in stored.columns if isinstance(one.default, sa.ColumnDefault)}
    names = ", ".join(dict.fromkeys((*usual, *rows[0])))
    await session.execute(
        sa.text(
            f"insert into {stored.name} ({names}) "
            f"select {names} from jsonb_populate_recordset(null::{stored.name}, cast(:rows as jsonb))"
        ),
        {"rows": json.dumps([{**usual, **row} for row in rows], default=str)},
    )


def _check_result(over_qualified: bool | None) -> list[dict[str, object]]:
    """A check of a level in two skills, of which one is not known, that says this of somebody's qualification."""
    parts = [
        {
            "requirement": {"kind": "language_level", "level": "A1", "skill": skill},
            "verdict": "met",
            "reason": {"pattern": "Because.", "values": {}},
            "surpassed": surpassed,
        }
        for skill, surpassed in (("speaking", over_qualified), ("reading", None))
    ]
    return [
        {
            "requirement": {"kind": "any", "of": [part["requirement"] for part in parts]},
            "verdict": "met",
            "reason": {"pattern": "Because.", "values": {}},
            "parts": parts,
        }
    ]
