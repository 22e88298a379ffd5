"""The tasks of a trajectory and the people who can do them, as parts of the statement of a page."""

TASKS = """
    'tasks', (
        SELECT coalesce(json_agg(json_build_object(
            'id', task.id, 'version', task.version, 'title', task.title, 'dueOn', task.due_on,
            'doneOn', task.done_on, 'assignedTo', account.display_name,
            'isCondition', task.screening_decision_id IS NOT NULL
        ) ORDER BY task.done_on DESC NULLS FIRST, task.due_on, task.recorded_at, task.id), '[]')
        FROM task
        LEFT JOIN account ON account.id = task.assigned_to
        WHERE task.trajectory_id = trajectory.id
    ),
    'team', (
        SELECT coalesce(json_agg(json_build_array(member.id, member.display_name)
            ORDER BY member.display_name, member.id), '[]')
        FROM (
            SELECT DISTINCT account.id, account.display_name
            FROM membership
            JOIN account ON account.id = membership.account_id
            WHERE membership.programme_id = trajectory.programme_id
              AND membership.role IN ('coach', 'coordinator') AND account.closed_at IS NULL
        ) AS member
    )
"""
"""Members of a JSON object, in a statement with `trajectory`."""
