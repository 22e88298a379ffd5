"""Entry requirements of one kind each, which can be put together, instead of one row of many fields.

A row of the old shape becomes a requirement for every field that was filled in. The way back keeps what the old shape
has words for: "all" is taken apart, "any" and what stands in it, circumstances, scores and ages of their own are lost.
"""

from alembic import op

revision = "0010_entry_requirements"
down_revision = "0009_inclusion"

TABLES = ("programme", "programme_history")

TO_KINDS = """
update {table} set entry_requirements = coalesce(
    (
        select jsonb_agg(kinds.requirement order by flat.position, kinds.position)
        from jsonb_array_elements({table}.entry_requirements) with ordinality as flat (was, position)
        cross join lateral (
            values
                (1, 'languageLevel', jsonb_build_object(
                    'kind', 'language_level', 'level', was -> 'languageLevel', 'skill', was -> 'languageSkill')),
                (2, 'educationFrom,educationTo', jsonb_build_object(
                    'kind', 'education', 'from', was -> 'educationFrom', 'to', was -> 'educationTo')),
                (3, 'ageFrom,ageTo', jsonb_build_object(
                    'kind', 'age', 'from', was -> 'ageFrom', 'to', was -> 'ageTo')),
                (4, 'residenceGrounds', jsonb_build_object(
                    'kind', 'residence_ground', 'oneOf', was -> 'residenceGrounds')),
                (5, 'benefits', jsonb_build_object('kind', 'benefit', 'oneOf', was -> 'benefits')),
                (6, 'civicIntegrationRoutes', jsonb_build_object(
                    'kind', 'civic_integration_route', 'oneOf', was -> 'civicIntegrationRoutes')),
                (7, 'underCivicIntegrationDuty', jsonb_build_object(
                    'kind', 'civic_integration_duty', 'underDuty', was -> 'underCivicIntegrationDuty')),
                (8, 'motivatedForSector', jsonb_build_object(
                    'kind', 'sector_motivation', 'sector', was -> 'motivatedForSector', 'atLeast', 4))
        ) as kinds (position, fields, requirement)
        where exists (
            select from unnest(string_to_array(kinds.fields, ',')) as field
            where coalesce(was -> field, 'null') not in ('null', '[]')
        )
    ),
    '[]'
)
where entry_requirements <> '[]'
"""

TO_FIELDS = """
with recursive asked (key, way, one) as (
    select {key}, array[position], one
    from {table}, jsonb_array_elements(entry_requirements) with ordinality as top (one, position)
    union all
    select key, way || position, inner_one
    from asked, jsonb_array_elements(asked.one -> 'of') with ordinality as within (inner_one, position)
    where asked.one ->> 'kind' = 'all'
),
flat as (
    select key, way, case one ->> 'kind'
        when 'language_level' then jsonb_build_object('languageLevel', one -> 'level', 'languageSkill', one -> 'skill')
        when 'education' then jsonb_build_object('educationFrom', one -> 'from', 'educationTo', one -> 'to')
        when 'age' then jsonb_build_object('ageFrom', one -> 'from', 'ageTo', one -> 'to')
        when 'residence_ground' then jsonb_build_object('residenceGrounds', one -> 'oneOf')
        when 'benefit' then jsonb_build_object('benefits', one -> 'oneOf')
        when 'civic_integration_route' then jsonb_build_object('civicIntegrationRoutes', one -> 'oneOf')
        when 'civic_integration_duty' then jsonb_build_object('underCivicIntegrationDuty', one -> 'underDuty')
        when 'sector_motivation' then jsonb_build_object('motivatedForSector', one -> 'sector')
    end as was
    from asked
)
update {table} set entry_requirements = coalesce(
    (select jsonb_agg(was order by way) from flat where flat.key = {key} and was is not null), '[]'
)
where entry_requirements <> '[]'
"""
KEYS = {"programme": "id::text", "programme_history": "id::text || known_from::text"}


def upgrade() -> None:
    """Rewrite every list of requirements, also those that were known earlier."""
    for table in TABLES:
        op.execute(TO_KINDS.format(table=table))


def downgrade() -> None:
    """Write them the old way, as far as that goes."""
    for table in TABLES:
        op.execute(TO_FIELDS.format(table=table, key=KEYS[table]))
