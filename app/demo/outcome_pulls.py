"""Reports that the municipality of the demo asked for; they remember nobody, so that none is refused for them."""

from datetime import timedelta
from uuid import UUID

from app.demo.book import Book
from app.demo.setting import Setting
from app.demo.sign_ins import MUNICIPALITY, SIGN_INS
from app.outcomes.statement import Dimension
from app.rules.code_lists import PullResult, Role
from app.rules.metrics import PUBLISHED

PULLS = (
    (184, (), PullResult.PUBLISHED, 96),
    (92, (Dimension.GENDER, Dimension.AGE_BAND), PullResult.PUBLISHED, 141),
    (91, (), PullResult.REFUSED, 0),
    (90, (), PullResult.REFUSED, 0),
    (6, (Dimension.EDUCATION,), PullResult.PUBLISHED, 118),
)
"""How many days ago, split by what, what came of it, and how many counts were withheld."""


def add_outcome_pulls(book: Book, setting: Setting) -> None:
    """What was asked about the residents and, once, about the programme itself; a day too soon is refused."""
    email = next(one.email for one in SIGN_INS if one.role is Role.MUNICIPALITY)
    account = next(key for key, row in book.first["account"].items() if row["email"] == email)
    published: UUID | None = None
    for days_ago, split_by, result, withheld in PULLS:
        day = book.today - timedelta(days=days_ago)
        of_residents = Dimension.GENDER not in split_by
        pull = book.add(
            "outcome_pull",
            day,
            at=book.moment(day),
            account_id=account,
            origin="page",
            programme_ids=[] if of_residents else [setting.programme_id],
            municipality_codes=[MUNICIPALITY] if of_residents else [],
            cohort_ids=[],
            group_by=[dimension.value for dimension in split_by],
            metrics=[metric.named for metric in PUBLISHED.values()],
            as_of=day,
            known_at=book.moment(day),
            result=result,
            withheld=withheld,
            own_fingerprints=[],
            like_id=published if result is PullResult.REFUSED else None,
        )
        published = pull if result is PullResult.PUBLISHED else published
