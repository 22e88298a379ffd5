"""Twins that remember: every version of a fact that reports count, with when it was known.

Next to `placement` stands `placement_history`: the same columns behind `known_from` and `known_until`. It holds
every version, the current one with `known_until = 'infinity'`, so that a report of last quarter can be made again
from what was known then. Triggers keep all twins; derived columns make no version.

A version that has been the known one is never taken away. Who changes a row with a clock that is behind, or began
before somebody who was done sooner, adds a version just after the last.
"""

from collections.abc import Iterator

HISTORY = (
    "trajectory",
    "placement",
    "follow_up",
    "participant_profile",
    "programme",
    "coaching_contact",
    "cohort",
    "organisation",
    "own_metric",
)
"""The tables with a twin."""


KEEP_HISTORY = """
create function keep_history() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
declare
    twin text := tg_table_name || '_history';
    last_until timestamptz;
begin
    execute format('delete from %I where id = $1 and known_until = ''infinity'' and known_from = $2', twin)
        using new.id, new.changed_at;
    execute format(
        'update %I set known_until = greatest($2, known_from + interval ''1 microsecond'') '
        'where id = $1 and known_until = ''infinity'' returning known_until', twin
    ) into last_until using new.id, new.changed_at;
    execute format('insert into %I select $1, ''infinity'', ($2).*', twin)
        using coalesce(last_until, new.changed_at), new;
    return null;
end $$
"""


KEEP_FIRST_VERSIONS = """
create function keep_first_versions() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    execute format(
        'insert into %I select added.changed_at, ''infinity'', added.* from added', tg_table_name || '_history'
    );
    return null;
end $$
"""


def keep_history() -> Iterator[str]:
    """The trigger functions behind all twins: for what is new, all rows of a statement at once, and for a change."""
    for name, function in {"keep_history": KEEP_HISTORY, "keep_first_versions": KEEP_FIRST_VERSIONS}.items():
        yield function
        yield f"revoke all on function {name}() from public"


def remember(table: str) -> Iterator[str]:
    """The twin of one table, and the triggers that keep it."""
    twin = f"{table}_history"
    yield (
        f"create table {twin} (known_from timestamptz not null, known_until timestamptz not null, like {table}, "
        f"constraint pk_{twin} primary key (id, known_from), "
        f"constraint ck_{twin}_interval check (known_from < known_until))"
    )
    yield f"create unique index uq_{twin}_current on {twin} (id) where known_until = 'infinity'"
    yield (
        f"create trigger {table}_remember_new after insert on {table} referencing new table as added "
        "for each statement execute function keep_first_versions()"
    )
    yield (
        f"create trigger {table}_remember_change after update on {table} "
        "for each row when (old.version is distinct from new.version) execute function keep_history()"
    )


def twins() -> tuple[str, ...]:
    """The names of all twin tables."""
    return tuple(f"{table}_history" for table in HISTORY)
