"""Columns that follow from other rows, kept by triggers so that every way of writing keeps them right.

`trajectory.last_contact_on` is the last day on which the participant was spoken to, `next_contact_on` the appointment
that was made last and has not been followed by a contact, `no_show_streak` how many contacts since the last one of
another kind somebody did not come to. A contact of which the attendance is not known was a talk, as long as it was
not in a group. `next_follow_up_on` is the first target date of a follow-up that still waits for
an answer, unless the team knows that it does not know. What is kept of norms and assignments stands in
`derived_guidance`, what is kept of language in `derived_language`. `participant.programme_ids` (and the profile's) are
the programmes in which somebody has a trajectory: row security goes by it.
"""

from collections.abc import Iterator

from app.models.derived_guidance import keep_guidance
from app.models.derived_language import keep_language
from app.models.trajectory_move import KEEP_MOVES

KEEP_LAST_CONTACT = """
create function keep_last_contact() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    update trajectory
    set last_contact_on = told.spoken_on, next_contact_on = told.appointment, no_show_streak = nullif(told.missed, 0)
    from (
        select contacts.trajectory_id, spoken_on, missed,
            case when appointment > latest_on then appointment end as appointment
        from (
            select trajectory_id,
                max(contacted_on) filter (where attendance in ('came', 'late') or is_talk) as spoken_on,
                max(contacted_on) as latest_on,
                (array_agg(next_contact_on order by contacted_on desc, recorded_at desc)
                    filter (where next_contact_on is not null))[1] as appointment,
                count(*) filter (
                    where attendance = 'did_not_come' and contacted_on > coalesce(answered_on, '-infinity')
                ) as missed
            from (
                select contact.*, is_talk, max(contacted_on) filter (where attendance <> 'did_not_come' or is_talk)
                    over (partition by trajectory_id) as answered_on
                from coaching_contact as contact
                cross join lateral (select attendance is null and group_session_id is null as is_talk) as unsaid
                where trajectory_id in (select trajectory_id from changed)
            ) as contact
            group by trajectory_id
        ) as contacts
    ) as told
    where trajectory.id = told.trajectory_id
        and (last_contact_on, next_contact_on, no_show_streak)
            is distinct from (told.spoken_on, told.appointment, nullif(told.missed, 0));
    return null;
end $$
"""

KEEP_NEXT_FOLLOW_UP = """
create function keep_next_follow_up() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    update trajectory set next_follow_up_on = waiting.next
    from (
        select changed.trajectory_id, min(follow_up.due_on) as next
        from (select distinct trajectory_id from changed) as changed
        left join follow_up on follow_up.trajectory_id = changed.trajectory_id
            and follow_up.state in ('planned', 'due', 'asked') and follow_up.acknowledged_on is null
        group by changed.trajectory_id
    ) as waiting
    where trajectory.id = waiting.trajectory_id and next_follow_up_on is distinct from waiting.next;
    return null;
end $$
"""

KEEP_PROGRAMMES = """
create function keep_programmes() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    update participant set programme_ids = programme_ids || new.programme_id
    where id = new.participant_id and not new.programme_id = any (programme_ids);
    update participant_profile
    set programme_ids = programme_ids || new.programme_id,
        version = version + 1, changed_at = new.changed_at, changed_by = new.changed_by
    where id = new.participant_id and not new.programme_id = any (programme_ids);
    return null;
end $$
"""


def _per_statement(table: str, function: str) -> Iterator[str]:
    for event in ("insert", "update"):
        yield (
            f"create trigger {table}_{function}_{event} after {event} on {table} "
            f"referencing new table as changed for each statement execute function {function}()"
        )


def keep_derived() -> Iterator[str]:
    """The functions and triggers that keep derived columns."""
    yield from (KEEP_LAST_CONTACT, KEEP_NEXT_FOLLOW_UP, KEEP_PROGRAMMES)
    for name in ("keep_last_contact", "keep_next_follow_up", "keep_programmes"):
        yield f"revoke all on function {name}() from public"
    yield from keep_language()
    yield from _per_statement("coaching_contact", "keep_last_contact")
    yield from _per_statement("follow_up", "keep_next_follow_up")
    yield from _per_statement("language_measurement", "keep_language")
    yield from _per_statement("placement", "keep_language")
    yield (
        "create trigger trajectory_keep_programmes after insert or update of participant_id on trajectory "
        "for each row execute function keep_programmes()"
    )
    yield from (KEEP_MOVES, "revoke all on function keep_moves() from public")
    yield (
        "create trigger trajectory_remember_move after update on trajectory for each row "
        "when (old.participant_id is distinct from new.participant_id) execute function keep_moves()"
    )
    yield from keep_guidance()
