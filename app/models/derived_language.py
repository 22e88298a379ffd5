"""Columns of a trajectory that follow from its language measurements and placements, kept by triggers.

`last_measured_on` is the day of the last measurement. `language_fell_back_on` is the day of the measurement that
shows a fall-back after the first paid placement, `language_below_from` the first day of a placement that asks for a
higher level than somebody has; both are the rules of `app.rules.language_progress`, as SQL. A measurement that was
superseded counts for nothing.
"""

from collections.abc import Iterator

from app.rules.code_lists import PAID_WORK, LanguageLevel
from app.rules.language_levels import SKILLS_THAT_COUNT

LEVELS = ", ".join(f"'{level}'" for level in LanguageLevel)
COUNTED = ", ".join(f"'{skill}'" for skill in SKILLS_THAT_COUNT)
PAID = ", ".join(f"'{kind}'" for kind in sorted(PAID_WORK))

KEEP_LANGUAGE = f"""
create function keep_language() returns trigger language plpgsql security definer
set search_path = pg_catalog, public
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    update trajectory
    set last_measured_on = kept.last_measured_on,
        language_fell_back_on = kept.fell_back_on,
        language_below_from = kept.below_from
    from (
        with standing as (
            select changed.trajectory_id, skill, measured_on, recorded_at, official is true as official,
                   official is true or instrument is not null as documented,
                   array_position(array[{LEVELS}], level::text) as rank
            from (select distinct trajectory_id from changed) as changed
            left join language_measurement on language_measurement.trajectory_id = changed.trajectory_id
                and superseded_at is null
        ), compared as (
            select *,
                   row_number() over (
                       partition by trajectory_id, skill
                       order by measured_on desc, official desc, recorded_at desc, rank
                   ) = 1 as is_last,
                   max(rank) filter (where documented) over (
                       partition by trajectory_id, skill order by measured_on
                       range between unbounded preceding and interval '1 day' preceding
                   ) as best_before
            from standing
        ), measured as (
            select trajectory_id, max(measured_on) as last_measured_on,
                   max(measured_on) filter (where is_last and rank < best_before) as fell_on,
                   min(rank) filter (where is_last and skill in ({COUNTED})) as lowest
            from compared
            group by trajectory_id
        )
        select trajectory_id, last_measured_on,
               case when fell_on > (
                   select min(starts_on) from placement
                   where placement.trajectory_id = measured.trajectory_id and kind in ({PAID})
               ) then fell_on end as fell_back_on,
               case when lowest is not null then (
                   select min(starts_on) from placement
                   where placement.trajectory_id = measured.trajectory_id and ends_on is null
                     and array_position(array[{LEVELS}], required_language_level::text) > lowest
               ) end as below_from
        from measured
    ) as kept
    where trajectory.id = kept.trajectory_id
      and (trajectory.last_measured_on, language_fell_back_on, language_below_from)
          is distinct from (kept.last_measured_on, kept.fell_back_on, kept.below_from);
    return null;
end $$
"""
"""The rows of a trajectory are found by its index, whatever the statistics say: the plan is kept for a whole session,
and may have been made while the tables were empty.
"""


def keep_language() -> Iterator[str]:
    """The function behind the columns about language."""
    yield KEEP_LANGUAGE
    yield "revoke all on function keep_language() from public"
