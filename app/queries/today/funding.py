"""Money that ends within six months, and phases that nobody pays for; for the coordinators of the programme.

A line about a sum of money has it as its subject; one about phases without money has none.
"""

from app.queries.funding_gaps import FUNDING_THAT_ENDS, PHASES_WITHOUT_FUNDING
from app.queries.today.desk_part import DeskPart, TaskKind

FUNDING = DeskPart(
    kind=TaskKind.FUNDING,
    lines=f"""
        SELECT NULL, line.programme_id, line.funding_id, line.day, NULL, membership.account_id
        FROM (
            SELECT programme_id, funding_id, min(ends_on) AS day
            FROM ({FUNDING_THAT_ENDS}) AS ending GROUP BY programme_id, funding_id
            UNION ALL
            SELECT programme_id, NULL, coalesce(min(paid_until), CAST(:today AS date))
            FROM ({PHASES_WITHOUT_FUNDING}) AS unpaid GROUP BY programme_id
        ) AS line
        JOIN membership ON membership.programme_id = line.programme_id
            AND membership.account_id = CAST(:me AS uuid) AND membership.role = 'coordinator'
    """,
    facts=f"""
        CASE WHEN shown.subject_id IS NULL THEN (
            SELECT json_build_object('unpaid', json_agg(
                json_build_object('phase', line.phase, 'paidUntil', line.paid_until) ORDER BY line.place
            ))
            FROM ({PHASES_WITHOUT_FUNDING}) AS line
            WHERE line.programme_id = shown.programme_id
        ) ELSE (
            SELECT json_build_object('source', source, 'endsOn', ends_on)
            FROM programme_funding
            WHERE programme_funding.id = shown.subject_id
        ) END
    """,
)
