"""An address that mail came back from while questions wait for it; for the coordinators of the programme.

The contact person is the subject of the line.
"""

from app.queries.today.desk_part import DeskPart, TaskKind

WAITING = """
    SELECT follow_up.id, follow_up.due_on
    FROM placement JOIN follow_up ON follow_up.placement_id = placement.id
    WHERE placement.contact_id = {contact} AND follow_up.state IN ('planned', 'due', 'asked')
        AND follow_up.closes_on >= CAST(:today AS date) AND follow_up.acknowledged_on IS NULL
"""

UNDELIVERABLE = DeskPart(
    kind=TaskKind.UNDELIVERABLE,
    lines=f"""
        SELECT NULL, contact.programme_id, contact.id, waiting.due_on, NULL, membership.account_id
        FROM employer_contact AS contact
        JOIN membership ON membership.programme_id = contact.programme_id
            AND membership.account_id = CAST(:me AS uuid) AND membership.role = 'coordinator'
        CROSS JOIN LATERAL (
            SELECT min(due_on) AS due_on FROM ({WAITING.format(contact="contact.id")}) AS one HAVING count(*) > 0
        ) AS waiting
        WHERE contact.bounced_at IS NOT NULL
    """,
    facts=f"""(
        SELECT json_build_object('employer', organisation.name, 'questions', (
            SELECT count(*) FROM ({WAITING.format(contact="shown.subject_id")}) AS one
        ))
        FROM employer_contact JOIN organisation ON organisation.id = employer_contact.organisation_id
        WHERE employer_contact.id = shown.subject_id
    )""",
)
