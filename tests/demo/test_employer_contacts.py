"""The demo shows whom a programme asks, and where nobody can be asked yet."""

from app.demo.make_up import make_up_programme
from app.demo.size import Size
from app.rules.code_lists import PAID_WORK
from tests.factories import MOMENT, TODAY


def test_most_employers_can_be_asked_in_one_of_two_languages_and_some_cannot() -> None:
    book = make_up_programme(Size(people=100), 1, MOMENT, TODAY)
    jobs = [row for row in book.now("placement") if row["kind"] in PAID_WORK]
    asked = [row["contact_id"] for row in jobs if row.get("contact_id")]
    contacts = list(book.now("employer_contact"))
    assert 0.75 < len(asked) / len(jobs) < 1
    assert len({contact["language"] for contact in contacts}) == 2
    assert any(contact["email"] is None for contact in contacts)
    assert all(str(contact["email"] or ".example").endswith(".example") for contact in contacts)
