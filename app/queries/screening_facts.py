"""What a screening brings to light, what was decided, and the tasks, as other programs read them."""

from sqlalchemy import bindparam

from app.models import Circumstance, MotivationInterview, ScreeningDecision, ScreeningTest, Task
from app.models.circumstance import CircumstancePublic
from app.models.motivation_interview import MotivationInterviewPublic
from app.models.screening import ScreeningDecisionPublic
from app.models.screening_test import ScreeningTestPublic
from app.models.task import TaskPublic
from app.queries.collection import Collection
from app.queries.facts import of_trajectory
from app.queries.json_answers import table_of

test = table_of(ScreeningTest)
interview = table_of(MotivationInterview)
circumstance = table_of(Circumstance)
decision = table_of(ScreeningDecision)
task = table_of(Task)

SCREENING_TESTS = Collection(ScreeningTestPublic, (test,), filters=of_trajectory(test))
MOTIVATION_INTERVIEWS = Collection(MotivationInterviewPublic, (interview,), filters=of_trajectory(interview))
CIRCUMSTANCES = Collection(CircumstancePublic, (circumstance,), filters=of_trajectory(circumstance))
SCREENING_DECISIONS = Collection(ScreeningDecisionPublic, (decision,), filters=of_trajectory(decision))
TASKS = Collection(
    TaskPublic,
    (task,),
    filters={
        **of_trajectory(task),
        "assigned_to": task.c.assigned_to == bindparam("assigned_to"),
        "open": task.c.done_on.is_(None) == bindparam("open"),
    },
)
