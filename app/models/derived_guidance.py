"""Columns and rows about guidance that follow from others: the norm of contact, and who guided somebody until when.

`trajectory.contact_norm_days` is the norm of the phase that somebody is in, or else of the programme, and
`silent_after` the last day by which they have to be spoken to. `assignment` has a row for everybody who the trajectory
named as coach or coordinator: whoever assigns somebody from a day and for a reason writes that row first, and then this
finds nothing to do.
"""

from collections.abc import Iterator

CONTACT_NORM = """
create function contact_norm(phases jsonb, phase text, otherwise integer) returns integer language sql immutable
set search_path = pg_catalog, public as $$
    select coalesce(
        (select (each ->> 'contactNormDays')::integer from jsonb_array_elements(phases) as each
         where each ->> 'name' = phase limit 1),
        otherwise
    )
$$
"""

KEEP_CONTACT_NORM = """
create function keep_contact_norm() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    if tg_op = 'INSERT' or new.phase is distinct from old.phase then
        new.contact_norm_days := (
            select contact_norm(phases, new.phase, contact_norm_days) from programme where id = new.programme_id
        );
    end if;
    new.silent_after := coalesce(new.last_contact_on, new.started_on, new.registered_on) + new.contact_norm_days;
    return new;
end $$
"""

KEEP_NORM_OF_PROGRAMME = """
create function keep_norm_of_programme() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    update trajectory set contact_norm_days = contact_norm(new.phases, phase, new.contact_norm_days)
    where programme_id = new.id
        and contact_norm_days is distinct from contact_norm(new.phases, phase, new.contact_norm_days);
    return null;
end $$
"""

KEEP_ASSIGNMENTS = """
create function keep_assignments() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    update assignment as held
    set until_on = greatest(held.from_on, (changed.changed_at at time zone 'Europe/Amsterdam')::date)
    from changed
    where held.trajectory_id = changed.id and until_on is null
        and case held.role
            when 'coach' then (account_id, display_name) is distinct from (coach_id, coach_name)
            else (account_id, display_name) is distinct from (coordinator_id, coordinator_name)
        end;
    insert into assignment (
        id, programme_id, trajectory_id, participant_id, role, account_id, display_name, from_on,
        recorded_at, recorded_by
    )
    select gen_random_uuid(), programme_id, id, participant_id, named.role, account_id, display_name,
        case tg_op when 'INSERT' then coalesce(started_on, registered_on)
            else (changed_at at time zone 'Europe/Amsterdam')::date end,
        changed_at, changed_by
    from changed cross join lateral (
        values ('coach', coach_id, coach_name), ('coordinator', coordinator_id, coordinator_name)
    ) as named (role, account_id, display_name)
    where (account_id is not null or display_name is not null)
        and not exists (
            select from assignment as held
            where held.trajectory_id = changed.id and held.role = named.role and until_on is null
        );
    return null;
end $$
"""


def keep_guidance() -> Iterator[str]:
    """The functions and triggers that keep the norm of contact and the assignments."""
    yield from (CONTACT_NORM, KEEP_CONTACT_NORM, KEEP_NORM_OF_PROGRAMME, KEEP_ASSIGNMENTS)
    for name in (
        "contact_norm(jsonb, text, integer)",
        "keep_contact_norm()",
        "keep_norm_of_programme()",
        "keep_assignments()",
    ):
        yield f"revoke all on function {name} from public"
    yield (
        "create trigger trajectory_keep_contact_norm before insert or update of phase, contact_norm_days, "
        "last_contact_on, started_on, registered_on on trajectory for each row execute function keep_contact_norm()"
    )
    yield (
        "create trigger programme_keep_norm after update on programme for each row "
        "when ((old.phases, old.contact_norm_days) is distinct from (new.phases, new.contact_norm_days)) "
        "execute function keep_norm_of_programme()"
    )
    yield (
        "create trigger trajectory_keep_assignments_insert after insert on trajectory "
        "referencing new table as changed for each statement execute function keep_assignments()"
    )
    yield (
        "create trigger trajectory_keep_assignments_update after update on trajectory "
        "referencing new table as changed for each statement execute function keep_assignments()"
    )
