"""How people are guided and how they leave: one statement, exact, for the team of the programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.counting_sql import speaking
from app.outcomes.exact_states import person_state, rows_of_states
from app.outcomes.facts_sql import KNOWN
from app.outcomes.pull import log_pull, refuse_but_coordinator
from app.outcomes.report import ReportRequest, read_without_names
from app.outcomes.statement import judged_set
from app.rules.code_lists import Destination, TrajectoryEndReason
from app.rules.metrics.exit import EXIT
from app.rules.metrics.guidance import GUIDANCE
from app.rules.outcome_numbers import OutcomeRow

GUIDANCE_AND_EXIT = GUIDANCE | EXIT
METRICS = tuple(GUIDANCE_AND_EXIT.values())
SPEAKERS, SPEAKS = speaking(METRICS, ())
DAYS_A_MONTH = 30.4375

STATEMENT = text(f"""{judged_set(METRICS)},{person_state(METRICS)},
way as (
    select id, participant_id, programme_id, started_on, ended_on, coalesce(ended_on, :as_of) as until
    from judged where started_on is not null
),
talk_of_way as (
    select way.id, way.participant_id, contacted_on
    from way join talk on talk.trajectory_id = way.id and contacted_on between started_on and until
),
silence as (
    select participant_id, max(days) as longest
    from (
        select participant_id, day - lag(day) over (partition by id order by day) as days
        from (
            select id, participant_id, contacted_on as day from talk_of_way
            union all select id, participant_id, started_on from way
            union all select id, participant_id, until from way
        ) as spoken
    ) as between_talks
    group by participant_id
),
calendar_month as (
    select cast(day as date) as first_day, cast(day + interval '1 month' as date) - 1 as last_day
    from generate_series(
        date_trunc('month', cast(:as_of as timestamp)) - interval '11 months', cast(:as_of as timestamp), '1 month'
    ) as day
),
guided_in_month as (
    select first_day, count(distinct participant_id) as people
    from calendar_month join way on started_on <= last_day and until >= first_day
    group by first_day
),
contacts_in_month as (
    select cast(date_trunc('month', contacted_on) as date) as first_day, count(*) as contacts
    from talk_of_way group by 1
),
caseload as (
    select programme_then.name as programme, caseload_norm, coach_id is not null as has_coach, coach_id,
           count(*) as people, sum(weight) as weight
    from way
    join guidance_then on guidance_then.trajectory_id = way.id
    join programme_then using (programme_id)
    where ended_on is null
    group by programme_id, programme_then.name, caseload_norm, coach_id
),
exit_of_person as (
    select dropped_out = 'yes' as is_drop_out, phase, end_reason, destination
    from (select *, {SPEAKERS} from judged) as trajectory
    join (select id, phase, end_reason, destination from trajectory_history where {KNOWN}) as then_known using (id)
    where {SPEAKS["completed"]} and ended_on is not null
)
select (select json_agg(person_state) from person_state) as states,
       (
           select json_build_object(
               'contacts', (select count(*) from talk_of_way),
               'months', coalesce(sum(until - started_on + 1), 0) / {DAYS_A_MONTH}
           )
           from way
       ) as contacts,
       (
           select json_agg(json_build_object('month', first_day, 'people', people, 'contacts', coalesce(contacts, 0))
               order by first_day)
           from guided_in_month left join contacts_in_month using (first_day)
       ) as months,
       (
           select json_build_object(
               'people', count(*), 'longest', max(longest),
               'quartiles', percentile_cont(array[0.25, 0.5, 0.75]) within group (order by longest)
           )
           from silence
       ) as silences,
       (
           select json_agg(json_build_object('programme', programme, 'norm', caseload_norm, 'has_coach', has_coach,
               'people', people, 'weight', weight) order by programme, has_coach desc, weight desc, people desc)
           from caseload
       ) as caseloads,
       (
           select json_agg(dropped order by sum_of_phase desc, phase, people desc, reason)
           from (
               select phase, end_reason as reason, count(*) as people,
                      sum(count(*)) over (partition by phase) as sum_of_phase
               from exit_of_person where is_drop_out group by phase, end_reason
           ) as dropped
       ) as drop_outs,
       (
           select json_agg(counted)
           from (select destination, count(*) as people from exit_of_person group by destination) as counted
       ) as exits""")


@dataclass(frozen=True)
class MonthOfGuidance:
    """A calendar month by its first day: how many people were guided in it, and how many contacts they came to."""

    month: date
    people: int
    contacts: int


@dataclass(frozen=True)
class Silences:
    """Days: the longest silence of each person, in three quartiles; `longest` is that of anybody."""

    people: int
    longest: int | None
    quartiles: tuple[float, float, float] | None


@dataclass(frozen=True)
class CaseloadOfCoach:
    """How many people one coach guides in a programme, and how much they weigh; the coach has no name here."""

    programme: str
    norm: int | None
    has_coach: bool
    people: int
    weight: float

    @property
    def is_over(self) -> bool:
        """Whether it weighs more than the programme has for one full-time coach."""
        return self.has_coach and self.norm is not None and self.weight > self.norm


@dataclass(frozen=True)
class DropOut:
    """How many people left early in one phase for one reason; None is what nobody recorded."""

    phase: str | None
    reason: TrajectoryEndReason | None
    people: int


@dataclass(frozen=True)
class GuidanceReport:
    """The rows of the metrics and what stands beside them. Contacts are those to which people came.

    Months are those of guidance, of all people together."""

    rows: tuple[OutcomeRow, ...]
    contacts: int
    months: float
    by_month: tuple[MonthOfGuidance, ...]
    silences: Silences
    caseloads: tuple[CaseloadOfCoach, ...]
    drop_outs: tuple[DropOut, ...]
    exits: Sequence[tuple[Destination | None, int]]

    @property
    def contacts_a_month(self) -> float | None:
        """Talks per person and month; None where nobody was guided."""
        return self.contacts / self.months if self.months else None


async def exact_guidance(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> GuidanceReport:
    """Exact and not for publication, in programmes that the actor coordinates; always in the log."""
    refuse_but_coordinator(by, asked)
    found = (await read_without_names(session, STATEMENT, by, asked))[0]
    await log_pull(session, by, asked, "read exact guidance")
    silences = found["silences"]
    exits = {one["destination"]: one["people"] for one in found["exits"] or ()}
    return GuidanceReport(
        rows=rows_of_states(METRICS, found["states"] or (), asked),
        contacts=found["contacts"]["contacts"],
        months=float(found["contacts"]["months"]),
        by_month=tuple(
            MonthOfGuidance(date.fromisoformat(one["month"]), one["people"], one["contacts"])
            for one in found["months"] or ()
        ),
        silences=Silences(
            silences["people"], silences["longest"], tuple(silences["quartiles"]) if silences["people"] else None
        ),
        caseloads=tuple(CaseloadOfCoach(**one) for one in found["caseloads"] or ()),
        drop_outs=tuple(
            DropOut(one["phase"], TrajectoryEndReason(one["reason"]) if one["reason"] else None, one["people"])
            for one in found["drop_outs"] or ()
        ),
        exits=[(where, exits[where]) for where in (*Destination, None) if where in exits],
    )
