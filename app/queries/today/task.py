"""Tasks of which the day has come. Somebody's own are those given to them, or to nobody in their caseload."""

from app.queries.today.desk_part import DeskPart, TaskKind

TASK = DeskPart(
    kind=TaskKind.TASK,
    lines="""
        SELECT task.trajectory_id, NULL, task.id, task.due_on,
               coalesce(task.assigned_to, trajectory.coach_id),
               CASE WHEN task.assigned_to IS NULL THEN trajectory.coordinator_id END
        FROM task
        JOIN trajectory ON trajectory.id = task.trajectory_id
        WHERE task.done_on IS NULL AND task.due_on <= CAST(:today AS date)
    """,
    facts="""
        (
            SELECT json_build_object('title', task.title, 'version', task.version, 'assignedTo', account.display_name)
            FROM task
            LEFT JOIN account ON account.id = task.assigned_to
            WHERE task.id = shown.subject_id
        )
    """,
)
