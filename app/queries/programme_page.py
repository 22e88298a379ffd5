"""Everything on the page of one programme, as JSON: one statement, built once."""

from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.check_beside_decision import SELECTION_SIGNS
from app.queries.funding_gaps import FUNDING_THAT_ENDS, PHASES_WITHOUT_FUNDING
from app.queries.one_document import one_document
from app.queries.programme_list import PEOPLE, PLACES

PARTNERS = """
    SELECT coalesce(json_agg(json_build_object(
        'id', partner.id, 'version', partner.version, 'organisation', organisation.name,
        'role', partner.role, 'task', partner.task
    ) ORDER BY organisation.name), '[]')
    FROM programme_partner AS partner
    JOIN organisation ON organisation.id = partner.organisation_id
    WHERE partner.programme_id = programme.id
"""
FUNDING = """
    SELECT coalesce(json_agg(json_build_object(
        'id', funding.id, 'version', funding.version, 'source', funding.source, 'organisation', organisation.name,
        'amount', funding.amount, 'startsOn', funding.starts_on, 'endsOn', funding.ends_on, 'phases', funding.phases
    ) ORDER BY funding.starts_on NULLS FIRST, funding.ends_on NULLS LAST, funding.source), '[]')
    FROM programme_funding AS funding
    LEFT JOIN organisation ON organisation.id = funding.organisation_id
    WHERE funding.programme_id = programme.id
"""
COHORTS = """
    SELECT coalesce(json_agg(json_build_object(
        'name', cohort.name, 'startsOn', cohort.starts_on, 'endsOn', cohort.ends_on, 'capacity', cohort.capacity
    ) ORDER BY cohort.starts_on DESC NULLS FIRST, cohort.name), '[]')
    FROM cohort
    WHERE cohort.programme_id = programme.id AND coalesce(cohort.ends_on, 'infinity') >= CAST(:today AS date)
"""
ENDING = f"""
    SELECT coalesce(json_agg(json_build_object(
        'fundingId', line.funding_id, 'endsOn', line.ends_on, 'phase', line.phase
    ) ORDER BY line.ends_on, line.place), '[]')
    FROM ({FUNDING_THAT_ENDS}) AS line
    WHERE line.programme_id = programme.id
"""
UNPAID = f"""
    SELECT coalesce(json_agg(json_build_object(
        'phase', line.phase, 'paidUntil', line.paid_until
    ) ORDER BY line.place), '[]')
    FROM ({PHASES_WITHOUT_FUNDING}) AS line
    WHERE line.programme_id = programme.id
"""
PROGRAMME = text(
    f"""
    SELECT json_build_object(
        'id', programme.id,
        'version', programme.version,
        'name', programme.name,
        'kind', programme.kind,
        'interventionType', programme.intervention_type,
        'leadOrganisation', organisation.name,
        'targetGroups', programme.target_groups,
        'sectors', programme.sectors,
        'targetOccupations', programme.target_occupations,
        'jobGuarantee', programme.job_guarantee,
        'followUpMonths', programme.follow_up_months,
        'contactNormDays', programme.contact_norm_days,
        'caseloadNorm', programme.caseload_norm,
        'entryRequirements', programme.entry_requirements,
        'phases', programme.phases,
        'catalogueKey', programme.catalogue_key,
        'evaluation', programme.evaluation,
        'scalingCriteria', programme.scaling_criteria,
        'effectiveElements', programme.effective_elements,
        'asking', programme.asking,
        'people', (SELECT row_to_json(line) FROM ({PEOPLE}) AS line WHERE line.programme_id = programme.id),
        'places', (SELECT row_to_json(line) FROM ({PLACES}) AS line WHERE line.programme_id = programme.id),
        'cohorts', ({COHORTS}),
        'partners', ({PARTNERS}),
        'funding', ({FUNDING}),
        'selection', ({SELECTION_SIGNS}),
        'fundingThatEnds', ({ENDING}),
        'phasesWithoutFunding', ({UNPAID})
    )::text
    FROM programme
    JOIN organisation ON organisation.id = programme.lead_organisation_id
    WHERE programme.id = :programme_id
    """
)


async def read_programme(session: AsyncSession, programme_id: UUID, *, today: date) -> str:
    """Read the page of a programme as JSON. Raises NotFound when it is not there or not the actor's to see."""
    return await one_document(session, PROGRAMME, programme_id=programme_id, today=today)
