"""Which mail of ours came back for good."""

import pytest

from app.mail.returned import CAME_BACK, Returned, returned_message
from tests.mail.returned_mail import MAIL_ID, absence, old_fashioned, report


def test_a_delivery_report_names_our_message_and_the_reason() -> None:
    assert returned_message(report()) == Returned(MAIL_ID, "550 no such user here")


def test_a_failure_without_a_report_is_known_by_the_mail_it_quotes() -> None:
    assert returned_message(old_fashioned()) == Returned(MAIL_ID, CAME_BACK)


@pytest.mark.parametrize(
    "mail",
    [report(action="delayed", status="4.4.1"), report(action="delivered", status="2.0.0"), absence(), b"", b"\xff\x00"],
    ids=["still tried", "delivered", "absent", "empty", "no mail at all"],
)
def test_other_mail_gives_nothing_back(mail: bytes) -> None:
    assert returned_message(mail) is None


def test_a_failure_of_a_mail_that_is_not_ours_is_left_alone() -> None:
    assert returned_message(report().replace(MAIL_ID.encode(), b"<7@elsewhere.example>")) is None


def test_a_reason_over_several_lines_becomes_one() -> None:
    returned = returned_message(report(why="smtp; 552-5.2.2 The mailbox\r\n 552 5.2.2 is full"))
    assert returned is not None
    assert returned.reason == "552-5.2.2 The mailbox 552 5.2.2 is full"
