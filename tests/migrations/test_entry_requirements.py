"""Requirements of the old shape, a row of many fields, become requirements of one kind each, and go back."""

import json

import sqlalchemy as sa
from alembic import command
from sqlalchemy import Connection
from sqlalchemy.engine import URL

from app.migrate import configuration, migrate
from app.rules.entry_requirement import requirements_from
from tests.migrations.test_schema import connect, empty_database

__all__ = ["empty_database"]

REVISION = "0010_entry_requirements"
OLD: list[dict[str, object]] = [
    {"languageLevel": "B1", "languageSkill": "speaking", "ageFrom": 18, "ageTo": None, "benefits": []},
    {"educationTo": 3, "underCivicIntegrationDuty": False, "motivatedForSector": "Q"},
    {"residenceGrounds": ["status_holder"], "civicIntegrationRoutes": ["b1", "z"], "benefits": ["participatiewet"]},
]
NEW: list[dict[str, object]] = [
    {"kind": "language_level", "level": "B1", "skill": "speaking"},
    {"kind": "age", "from": 18, "to": None},
    {"kind": "education", "from": None, "to": 3},
    {"kind": "civic_integration_duty", "underDuty": False},
    {"kind": "sector_motivation", "sector": "Q", "atLeast": 4},
    {"kind": "residence_ground", "oneOf": ["status_holder"]},
    {"kind": "benefit", "oneOf": ["participatiewet"]},
    {"kind": "civic_integration_route", "oneOf": ["b1", "z"]},
]
INSERT = """
with lead as (
    insert into organisation (id, name, roles, recorded_at, changed_at, version)
    values (gen_random_uuid(), 'Lead', '{}', now(), now(), 1) returning id
)
insert into programme (
    id, name, lead_organisation_id, target_groups, sectors, target_occupations, follow_up_months, contact_norm_days,
    entry_requirements, phases, scaling_criteria, effective_elements, recorded_at, changed_at, version
)
select gen_random_uuid(), 'Programme', id, '{}', '{}', '{}', '{3}', 21, cast(:asked as jsonb), '[]', '[]', '[]', now(),
    now(), 1
from lead
"""


def stored(connection: Connection) -> list[object]:
    """What stands in the programme, and in what is remembered of it."""
    return [
        connection.scalar(sa.text(f"select entry_requirements from {table}"))
        for table in ("programme", "programme_history")
    ]


def ask(connection: Connection, requirements: list[dict[str, object]]) -> None:
    connection.execute(sa.text(INSERT), {"asked": json.dumps(requirements)})
    connection.commit()


def test_every_field_that_was_filled_in_becomes_a_requirement_of_its_own(empty_database: URL) -> None:
    migrate(empty_database, REVISION)
    with connect(empty_database).connect() as connection:
        command.downgrade(configuration(connection), "-1")
        ask(connection, OLD)
        command.upgrade(configuration(connection), REVISION)
        assert stored(connection) == [NEW, NEW]
        assert [one.as_stored() for one in requirements_from(NEW)] == NEW


def test_the_way_back_takes_all_apart_and_leaves_out_what_the_old_shape_had_no_words_for(empty_database: URL) -> None:
    migrate(empty_database, REVISION)
    language, age = NEW[:2]
    with connect(empty_database).connect() as connection:
        ask(connection, [{"kind": "all", "of": [age, {"kind": "any", "of": [language]}]}, language])
        command.downgrade(configuration(connection), "-1")
        back = [{"ageFrom": 18, "ageTo": None}, {"languageLevel": "B1", "languageSkill": "speaking"}]
        assert stored(connection) == [back, back]
