"""People who did not come twice or more in a row: the first sign that somebody is about to leave."""

from app.queries.today.desk_part import DeskPart, TaskKind
from app.queries.today.silence import LAST_TOPICS

NO_SHOW = DeskPart(
    kind=TaskKind.NO_SHOW,
    lines="""
        SELECT id, NULL, NULL, coalesce(last_contact_on, started_on, registered_on), coach_id, coordinator_id
        FROM trajectory
        WHERE no_show_streak >= 2 AND state IN ('screening', 'admitted', 'active', 'paused', 'aftercare')
    """,
    facts=f"""
        json_build_object(
            'times', trajectory.no_show_streak, 'lastContactOn', trajectory.last_contact_on, 'topics', ({LAST_TOPICS})
        )
    """,
)
