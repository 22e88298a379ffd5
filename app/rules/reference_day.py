"""Which day a saved report is about, when an edition of it is made."""

from datetime import date, timedelta

from app.rules.calendar import add_months
from app.rules.code_lists import ReferenceDay


def reference_day(chosen: ReferenceDay, today: date) -> date:
    """The reference date of a report that is made today; the last day of a period that is wholly over, or today."""
    first_of_month = today.replace(day=1)
    match chosen:
        case ReferenceDay.DAY_ITSELF:
            return today
        case ReferenceDay.LAST_MONTH:
            first_after = first_of_month
        case ReferenceDay.LAST_QUARTER:
            first_after = add_months(first_of_month, -((today.month - 1) % 3))
        case ReferenceDay.LAST_YEAR:
            first_after = date(today.year, 1, 1)
    return first_after - timedelta(days=1)
