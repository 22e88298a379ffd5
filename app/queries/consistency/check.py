"""What one check of the night is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of contradiction, in SQL; `:today` is the day, `:now` the moment.

    `:programme` is NULL for all, and `:grounds` are the reasons for which the program itself cancels a question.

    `found` selects `programme_id, object_id` of every row that cannot be right, of all programmes. `name` is the one in
    `app.rules.consistency_checks`, `about` the table that the rows are of.
    """

    name: str
    about: str
    found: str
