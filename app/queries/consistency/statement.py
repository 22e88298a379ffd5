"""All checks in one statement, which also keeps what they find: new, still there, or right again."""

from sqlalchemy import text

from app.queries.consistency.follow_ups import FOLLOW_UP_CHECKS
from app.queries.consistency.kept_columns import KEPT_COLUMN_CHECKS
from app.queries.consistency.messages import MESSAGE_CHECKS

ALL_CHECKS = (*FOLLOW_UP_CHECKS, *MESSAGE_CHECKS, *KEPT_COLUMN_CHECKS)

FOUND = " UNION ALL ".join(
    f"SELECT '{check.name}' AS check_name, '{check.about}' AS about, programme_id, object_id "
    f"FROM ({check.found}) AS found (programme_id, object_id)"
    for check in ALL_CHECKS
)

KEEP_FINDINGS = text(
    f"""
    WITH found AS MATERIALIZED ({FOUND}), kept AS (
        INSERT INTO consistency_finding AS finding
            (id, programme_id, check_name, object_type, object_id, found_at, last_seen_at)
        SELECT gen_random_uuid(), programme_id, check_name, about, object_id, :now, :now FROM found
        ON CONFLICT (check_name, object_id) WHERE resolved_at IS NULL DO UPDATE SET last_seen_at = excluded.last_seen_at
        RETURNING 1
    ), resolved AS (
        UPDATE consistency_finding AS finding SET resolved_at = :now
        WHERE resolved_at IS NULL AND NOT EXISTS (
            SELECT FROM found WHERE found.check_name = finding.check_name AND found.object_id = finding.object_id
        )
        RETURNING 1
    )
    SELECT (SELECT count(*) FROM kept) AS standing, (SELECT count(*) FROM resolved) AS resolved
    """
)
"""`:today` is the day and `:now` the moment of the check; the answer counts what stands and what was right again."""
