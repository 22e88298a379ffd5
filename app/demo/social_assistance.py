"""What participants, coaches and the register said of social assistance, beside whether somebody worked."""

from app.demo.book import Book
from app.rules.code_lists import EvidenceSource

KNOWS = {EvidenceSource.PARTICIPANT: 0.6, EvidenceSource.COACH: 0.7, EvidenceSource.REGISTER: 1.0}
"""How often a source says so; an employer or a payslip does not know."""
STILL_WITH_WORK, STILL_WITHOUT = 0.12, 0.85


def add_social_assistance(book: Book) -> None:
    """Complete the observations with whether somebody had social assistance on that day."""
    for row in book.first["observation"].values():
        source = row["source"]
        if isinstance(source, EvidenceSource) and book.chance.happens(KNOWS.get(source, 0.0)):
            still = STILL_WITH_WORK if row["in_paid_work"] else STILL_WITHOUT
            row["on_social_assistance"] = book.chance.happens(still)
