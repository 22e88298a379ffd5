"""What the team was going to do, and did."""

from app.queries.story.story_part import StoryKind, StoryPart

TASKS = StoryPart(
    StoryKind.TASKS,
    """
    SELECT coalesce(task.done_on, task.due_on), task.changed_at,
           CASE WHEN task.done_on IS NULL THEN 'to_do' ELSE 'done' END,
           json_build_object('isCondition', task.screening_decision_id IS NOT NULL), task.title, task.changed_by
    FROM told
    JOIN task ON task.trajectory_id = told.id
    """,
)
