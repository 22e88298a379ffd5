"""Steps, phases, and who guided somebody."""

from collections.abc import Mapping

from app.routers.desk.story.entry import Facts, Teller, Telling
from app.rules.code_lists import AssignmentRole, TrajectoryState
from app.rules.names import name_of
from app.rules.sentence import Sentence


def _assigned(facts: Facts) -> Telling:
    return Telling(
        Sentence(
            "%(somebody)s becomes %(role)s",
            somebody=facts["somebody"],
            role=name_of(AssignmentRole(facts["role"])),
        )
    )


WAY: Mapping[str, Teller] = {
    "registered": lambda _: Telling(Sentence("Registered"), is_step=True),
    "step": lambda facts: Telling(name_of(TrajectoryState(facts["state"])), is_step=True),
    "phase": lambda facts: Telling(Sentence("Phase %(phase)s begins", phase=facts["phase"]), is_step=True),
    "decided": lambda _: Telling(Sentence("Decision"), is_step=True),
    "started": lambda _: Telling(Sentence("Started"), is_step=True),
    "ended": lambda _: Telling(Sentence("Ended"), is_step=True),
    "assigned": _assigned,
}
