"""Talks, tasks and language."""

from typing import Any

from app.models import CoachingContact, GroupSession, LanguageMeasurement, LanguageSupport, Programme, Task, Trajectory
from app.rules.code_lists import LanguageLevel, LanguageSkill, LanguageSupportKind
from tests.factories.rows import TODAY, Rows


class Guidance(Rows):
    """Talks, tasks and language."""

    async def task(self, trajectory: Trajectory, **fields: Any) -> Task:
        """Something to do today, by nobody in particular, unless said otherwise."""
        return await self.row(Task, fields, **trajectory.fact_keys, title=self.number("Task "), due_on=TODAY)

    async def coaching_contact(self, trajectory: Trajectory, **fields: Any) -> CoachingContact:
        """A contact of today, unless said otherwise."""
        return await self.row(CoachingContact, fields, **trajectory.fact_keys, contacted_on=TODAY)

    async def group_session(self, programme: Programme, **fields: Any) -> GroupSession:
        """A training held today, unless said otherwise."""
        return await self.row(
            GroupSession, fields, programme_id=programme.id, held_on=TODAY, subject="Applying for a job"
        )

    async def language_measurement(self, trajectory: Trajectory, **fields: Any) -> LanguageMeasurement:
        """Speaking at A2, measured today, unless said otherwise."""
        return await self.row(
            LanguageMeasurement,
            fields,
            **trajectory.fact_keys,
            measured_on=TODAY,
            skill=LanguageSkill.SPEAKING,
            level=LanguageLevel.A2,
        )

    async def language_support(self, trajectory: Trajectory, **fields: Any) -> LanguageSupport:
        """A class of four hours a week that runs since the start, unless said otherwise."""
        return await self.row(
            LanguageSupport,
            fields,
            **trajectory.fact_keys,
            kind=LanguageSupportKind.CLASS,
            hours_per_week=4,
            starts_on=trajectory.started_on or TODAY,
        )
