"""What a profile said of somebody's support becomes circumstances of the latest trajectory, and goes back."""

import sqlalchemy as sa
from alembic import command
from sqlalchemy import Connection
from sqlalchemy.engine import URL

from app.migrate import configuration, migrate
from tests.migrations.test_schema import connect, empty_database

__all__ = ["empty_database"]

REVISION = "0006_screening"
ROWS = """
with lead as (
    insert into organisation (id, name, roles, recorded_at, changed_at, version)
    values (gen_random_uuid(), 'Lead', '{}', now(), now(), 1) returning id
), made as (
    insert into programme (
        id, name, lead_organisation_id, target_groups, sectors, target_occupations, follow_up_months,
        contact_norm_days, entry_requirements, phases, scaling_criteria, effective_elements, recorded_at, changed_at,
        version
    )
    select gen_random_uuid(), 'Programme', id, '{}', '{}', '{}', '{3}', 21, '[]', '[]', '[]', '[]', now(), now(), 1
    from lead returning id, lead_organisation_id
), person as (
    insert into participant (
        id, number, first_name, last_name, lead_organisation_id, programme_ids, search_name, recorded_at, changed_at,
        version
    )
    select gen_random_uuid(), 'D1', 'Amina', 'Warsame', lead_organisation_id, array[id], 'amina warsame', now(), now(),
        1
    from made returning id, programme_ids
), profile as (
    insert into participant_profile (
        id, programme_ids, earlier_occupations, wished_sectors, wished_occupations, support_needs, recorded_at,
        changed_at, version
    )
    select id, programme_ids, '{}', '{}', '{}', '{"housing": "needed", "debts": "arranged", "health": "not_needed"}',
        '2026-01-05', '2026-02-10', 1
    from person returning id
)
insert into trajectory (
    id, number, programme_id, participant_id, state, registered_on, recorded_at, changed_at, version
)
select gen_random_uuid(), 'T' || day, person.programme_ids[1], person.id, 'registered', day::date, now(), now(), 1
from person, unnest(array['2025-01-01', '2026-01-05']) as day
"""
MOVED = """
select trajectory.number, domain, circumstance.state, assessed_on::text
from circumstance join trajectory on trajectory.id = trajectory_id order by domain
"""


def before_it(connection: Connection) -> None:
    """A person with two trajectories, as it was before circumstances had a table."""
    command.downgrade(configuration(connection), "-1")
    connection.execute(sa.text(ROWS))
    connection.commit()


def test_support_becomes_circumstances_of_the_latest_trajectory_with_the_day_it_was_last_said(
    empty_database: URL,
) -> None:
    migrate(empty_database, REVISION)
    with connect(empty_database).connect() as connection:
        before_it(connection)
        command.upgrade(configuration(connection), REVISION)
        assert [tuple(row) for row in connection.execute(sa.text(MOVED))] == [
            ("T2026-01-05", "debts", "arranged", "2026-02-10"),
            ("T2026-01-05", "health", "fine", "2026-02-10"),
            ("T2026-01-05", "housing", "support_needed", "2026-02-10"),
        ]


def test_the_way_back_gives_the_profile_its_answers_again(empty_database: URL) -> None:
    migrate(empty_database, REVISION)
    with connect(empty_database).connect() as connection:
        before_it(connection)
        command.upgrade(configuration(connection), REVISION)
        connection.commit()
        command.downgrade(configuration(connection), "-1")
        needs = connection.scalar(sa.text("select support_needs from participant_profile"))
        assert needs == {"housing": "needed", "debts": "arranged", "health": "not_needed"}
