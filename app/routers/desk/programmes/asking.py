"""How a programme asks employers and participants whether work lasts: when, how often, and who signs."""

from collections.abc import Mapping

from app.models.programme import ProgrammeUpdate
from app.models.programme_design import AskingPolicy
from app.routers.desk.programmes.part import Part, Told
from app.routers.forms import Form
from app.routers.typed_values import SENTENCES
from app.rules.sentence import Sentence

LABELS = {
    "is_on": Sentence("Does the program ask by itself?"),
    "times_at_most": Sentence("How many times at most?"),
    "pause_days": Sentence("Days between two times"),
    "quiet_until": Sentence("From what hour do messages go out?"),
    "quiet_from": Sentence("Until what hour?"),
    "sender_name": Sentence("Who signs the messages?"),
    "reply_to": Sentence("E-mail address for answers"),
}
NEEDED = ("is_on", "times_at_most", "pause_days", "quiet_until", "quiet_from")


def asking_of(told: Told) -> AskingPolicy:
    """How a programme asks; as everybody does where it says nothing."""
    return AskingPolicy.model_validate(told["asking"] or {})


def _values(told: Told) -> Mapping[str, object]:
    return asking_of(told).model_dump()


def _read(form: Form) -> ProgrammeUpdate | None:
    for name in NEEDED:
        if not form.value(name).strip():
            form.errors[name] = SENTENCES["missing"]
    asking = form.read(AskingPolicy, {"is_on": form.value("is_on") == "yes"})
    if asking is None or form.errors:
        return None
    return ProgrammeUpdate(asking=None if asking == AskingPolicy() else asking)


ASKING = Part(
    title=Sentence("How we ask whether work lasts"),
    labels=LABELS,
    values=_values,
    read=_read,
    lists={
        "yes_or_no": (("yes", Sentence("Yes")), ("no", Sentence("No"))),
        "times": tuple((str(times), Sentence("%(times)s", times=times)) for times in range(1, 4)),
        "hours": tuple((str(hour), Sentence("%(hour)s:00", hour=hour)) for hour in range(25)),
    },
)
