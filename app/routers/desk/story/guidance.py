"""Contacts and the next appointment."""

from collections.abc import Mapping

from app.routers.desk.story.entry import Facts, Teller, Telling
from app.rules.code_lists import Attendance, ContactKind, ContactTopic
from app.rules.contact_topics import topic_of
from app.rules.names import name_of
from app.rules.sentence import Sentence

MISSED = (Attendance.DID_NOT_COME, Attendance.CANCELLED)


def _contact(facts: Facts) -> Telling:
    kind = name_of(ContactKind(facts["kind"]))
    if facts["session"]:
        kind = Sentence("group session “%(subject)s”", subject=facts["session"])
    details = [name_of(topic) for topic in ContactTopic if topic in {topic_of(word) for word in facts["topics"]}]
    if facts["attendance"] in MISSED:
        missed = name_of(Attendance(facts["attendance"]))
        return Telling(Sentence("Contact: %(kind)s (%(missed)s)", kind=kind, missed=missed), details)
    if facts["minutes"]:
        what = Sentence("Contact: %(kind)s, %(minutes)s minutes", kind=kind, minutes=facts["minutes"])
        return Telling(what, details)
    return Telling(Sentence("Contact: %(kind)s", kind=kind), details)


GUIDANCE: Mapping[str, Teller] = {
    "contact": _contact,
    "appointment": lambda _: Telling(Sentence("Next appointment with the coach")),
}
