"""What is published stays as it was: PostgreSQL itself refuses to change an edition, whoever asks."""

from collections.abc import Iterator

REFUSE = """
create function refuse_change() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    raise exception 'What was published is never changed.' using errcode = 'restrict_violation';
end $$
"""


def freeze() -> Iterator[str]:
    """The trigger that holds every edition as it was published."""
    yield REFUSE
    yield "revoke all on function refuse_change() from public"
    yield (
        "create trigger outcome_edition_frozen before update or delete on outcome_edition "
        "for each row execute function refuse_change()"
    )
