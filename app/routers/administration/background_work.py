"""What runs by itself: whether it did so in time, and what the nightly check found."""

import json
from collections.abc import Mapping
from datetime import timedelta
from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.queries.background_work import FINDINGS_SHOWN, read_background_work
from app.routers.acting import Office
from app.routers.pages import page
from app.rules.background_work import PERIODIC, late
from app.rules.consistency_checks import CHECKS
from app.rules.sentence import Sentence

router = APIRouter()

COUNTED: Mapping[str, Sentence] = {
    "planned": Sentence("people planned for"),
    "ratings": Sentence("questions about the work planned"),
    "opened": Sentence("follow-ups opened"),
    "closed": Sentence("follow-ups closed"),
    "messages": Sentence("messages made"),
    "sent": Sentence("messages sent"),
    "refused": Sentence("addresses refused"),
    "uncertain": Sentence("not certain"),
    "cancelled": Sentence("not needed any more"),
    "waiting": Sentence("put off"),
    "taken_up": Sentence("taken up again"),
    "failed": Sentence("failed"),
    "read": Sentence("mails read"),
    "came_back": Sentence("messages that came back"),
    "standing": Sentence("contradictions"),
    "resolved": Sentence("resolved"),
}
"""What the counts of a run are called."""
NEVER: Mapping[str, object] = {"finishedAt": None, "failedAt": None, "failure": None, "counts": {}}


@router.get("/background-work")
async def show(request: Request, acting: Office) -> Response:
    """Each piece of work with when it was last done, and the contradictions of one's own programmes."""
    found = json.loads(await read_background_work(acting.session))
    overdue = late({task: timedelta(seconds=seconds) for task, seconds in found["silentFor"].items()})
    return page(
        request,
        "administration/background_work.html",
        works=[
            {"name": work.name, "late": work in overdue, **NEVER, **found["runs"].get(work.task, {})}
            for work in PERIODIC
        ],
        overdue=overdue,
        counted=COUNTED,
        checks=[
            {"name": CHECKS.get(name, name), "many": found["many"][name], "findings": list(findings)}
            for name, findings in groupby(found["findings"], key=lambda one: one["check"])
        ],
        shown=FINDINGS_SHOWN,
    )
