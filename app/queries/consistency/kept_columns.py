"""Columns that follow from other rows, worked out once more and compared."""

from app.models.history import HISTORY
from app.queries.consistency.check import Check

NEXT_FOLLOW_UP = Check(
    name="next_follow_up",
    about="trajectory",
    found="""
        SELECT trajectory.programme_id, trajectory.id
        FROM trajectory
        LEFT JOIN (
            SELECT trajectory_id, min(due_on) AS next FROM follow_up
            WHERE state IN ('planned', 'due', 'asked') AND acknowledged_on IS NULL
            GROUP BY trajectory_id
        ) AS waiting ON waiting.trajectory_id = trajectory.id
        WHERE next_follow_up_on IS DISTINCT FROM waiting.next
    """,
)
LAST_CONTACT = Check(
    name="last_contact",
    about="trajectory",
    found="""
        SELECT trajectory.programme_id, trajectory.id
        FROM trajectory
        LEFT JOIN (
            SELECT trajectory_id, max(contacted_on) AS spoken_on FROM coaching_contact
            WHERE attendance IN ('came', 'late') OR (attendance IS NULL AND group_session_id IS NULL)
            GROUP BY trajectory_id
        ) AS spoken ON spoken.trajectory_id = trajectory.id
        WHERE last_contact_on IS DISTINCT FROM spoken_on
    """,
)
PROGRAMMES_OF_PERSON = Check(
    name="programmes_of_person",
    about="trajectory",
    found="""
        SELECT trajectory.programme_id, trajectory.id
        FROM trajectory
        JOIN participant ON participant.id = trajectory.participant_id
        JOIN participant_profile AS profile ON profile.id = trajectory.participant_id
        WHERE NOT trajectory.programme_id = ANY (participant.programme_ids)
            OR NOT trajectory.programme_id = ANY (profile.programme_ids)
    """,
)
KEPT_BY_PROGRAMME = [table for table in HISTORY if table not in ("programme", "participant_profile", "organisation")]
VERSION_NOT_REMEMBERED = tuple(
    Check(
        name="version_not_remembered",
        about=table,
        found=f"""
            SELECT {table}.programme_id, {table}.id
            FROM {table}
            LEFT JOIN {table}_history AS remembered
                ON remembered.id = {table}.id AND remembered.known_until = 'infinity'
            WHERE remembered.version IS DISTINCT FROM {table}.version
        """,
    )
    for table in KEPT_BY_PROGRAMME
)
KEPT_COLUMN_CHECKS = (NEXT_FOLLOW_UP, LAST_CONTACT, PROGRAMMES_OF_PERSON, *VERSION_NOT_REMEMBERED)
