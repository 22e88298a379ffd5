"""The list of who may touch what, as the statements that make PostgreSQL hold it."""

from collections.abc import Iterator

from app.models.row_security.access import Access
from app.models.row_security.employer import EMPLOYER_ACCESS
from app.models.row_security.participant import PARTICIPANT_ACCESS
from app.models.row_security.reports import REPORTS_ACCESS
from app.models.row_security.team import TEAM_ACCESS
from app.models.who_acts import OWNER

ACCESS = (*TEAM_ACCESS, *EMPLOYER_ACCESS, *PARTICIPANT_ACCESS, *REPORTS_ACCESS)


def protect(table: str) -> Iterator[str]:
    """Row security on one table, and its policies and grants."""
    yield f"alter table {table} enable row level security"
    yield f"alter table {table} force row level security"
    yield f"create policy {table}_operator on {table} to {OWNER} using (true) with check (true)"
    for access in ACCESS:
        if access.table == table:
            yield from _allow(access)


def _allow(access: Access) -> Iterator[str]:
    for act in access.acts:
        columns = ""
        if act == "select" and access.readable():
            columns = f" ({', '.join(access.readable())})"
        if act == "update" and access.changes:
            columns = f" ({', '.join(access.changes)})"
        yield f"grant {act}{columns} on {access.table} to {access.role}"
    door = access.role.removeprefix("bestendig_")
    written = access.new_rows or access.rows
    for act in access.acts:
        using = "" if act == "insert" else f" using ({written if act == 'delete' else access.rows})"
        check = f" with check ({written})" if act in ("insert", "update") else ""
        yield f"create policy {access.table}_{door}_{act} on {access.table} for {act} to {access.role}{using}{check}"
