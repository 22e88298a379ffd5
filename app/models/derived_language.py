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
set search_path = pg_catalog, public as $$
begin
    update trajectory
    set last_measured_on = kept.last_measured_on,
        language_fell_back_on = kept.fell_back_on,
        language_below_from = kept.below_from
    from (
        with of_trajectory as (
            select trajectory_id,
                   (
                       select min(starts_on) from placement
                       where placement.trajectory_id = changed.trajectory_id and kind in ({PAID})
                   ) as placed_on
            from (select distinct trajectory_id from changed) as changed
        ), standing as (
            select trajectory_id, skill, measured_on, recorded_at, placed_on, official is true as official,
                   official is true or instrument is not null as documented,
                   array_position(array[{LEVELS}], level::text) as rank
            from language_measurement join of_trajectory using (trajectory_id)
            where superseded_at is null
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
                   max(measured_on) filter (
                       where is_last and rank < best_before and measured_on > placed_on
                   ) as fell_back_on,
                   min(rank) filter (where is_last and skill in ({COUNTED})) as lowest
            from compared
            group by trajectory_id
        )
        select trajectory_id, last_measured_on, fell_back_on,
               (
                   select min(starts_on) from placement
                   where placement.trajectory_id = of_trajectory.trajectory_id and ends_on is null
                     and array_position(array[{LEVELS}], required_language_level::text) > lowest
               ) as below_from
        from of_trajectory left join measured using (trajectory_id)
    ) as kept
    where trajectory.id = kept.trajectory_id
      and (trajectory.last_measured_on, language_fell_back_on, language_below_from)
          is distinct from (kept.last_measured_on, kept.fell_back_on, kept.below_from);
    return null;
end $$
"""


def keep_language() -> Iterator[str]:
    """The function behind the columns about language."""
    yield KEEP_LANGUAGE
    yield "revoke all on function keep_language() from public"
