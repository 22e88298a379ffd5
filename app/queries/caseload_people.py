"""The people of one caseload, with what is to be known of each before the next talk: one statement."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.phase_weight import PHASE_WEIGHT
from app.rules.guided_states import GUIDED

STATES = ", ".join(f"'{state}'" for state in GUIDED)


class NoAccount(StrEnum):
    """People whose coach has no account: there is none, or only a name from a file."""

    UNASSIGNED = "unassigned"
    NAME_ONLY = "without-account"


@dataclass(frozen=True, slots=True)
class Caseload:
    """Whose caseload: that of an account, or those of nobody with an account."""

    account_id: UUID | None = None
    nobody: NoAccount | None = None


PEOPLE = text(
    f"""
    SELECT coalesce(json_agg(json_build_object(
        'id', trajectory.id, 'version', trajectory.version, 'number', trajectory.number,
        'name', participant.first_name || ' ' || participant.last_name, 'state', trajectory.state,
        'programmeId', programme.id, 'programme', programme.name, 'norm', programme.caseload_norm,
        'coach', trajectory.coach_name, 'weight', {PHASE_WEIGHT},
        'phase', trajectory.phase, 'phaseSince', trajectory.phase_since,
        'lastContactOn', trajectory.last_contact_on, 'nextContactOn', trajectory.next_contact_on,
        'silentAfter', trajectory.silent_after, 'contactNormDays', trajectory.contact_norm_days,
        'noShowStreak', trajectory.no_show_streak
    ) ORDER BY trajectory.silent_after, trajectory.id), '[]')::text
    FROM trajectory
    JOIN participant ON participant.id = trajectory.participant_id
    JOIN programme ON programme.id = trajectory.programme_id
    WHERE trajectory.state IN ({STATES})
      AND CASE coalesce(CAST(:nobody AS text), 'account')
          WHEN 'account' THEN coach_id = CAST(:account_id AS uuid)
          WHEN '{NoAccount.UNASSIGNED}' THEN coach_id IS NULL AND coach_name IS NULL
          ELSE coach_id IS NULL AND coach_name IS NOT NULL
      END
    """
)


async def read_caseload(session: AsyncSession, caseload: Caseload) -> str:
    """Read the people as JSON, first those who are or will be silent first."""
    found = await session.execute(PEOPLE, {"account_id": caseload.account_id, "nobody": caseload.nobody})
    return str(found.scalar_one())
