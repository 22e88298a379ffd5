"""What participant and employer thought of it."""

from collections.abc import Mapping

from app.routers.desk.story.entry import Facts, Teller, Telling
from app.rules.code_lists import RatedBy, RatingDimension
from app.rules.names import name_of
from app.rules.sentence import Sentence


def _rated(facts: Facts) -> Telling:
    by = name_of(RatedBy(facts["by"]))
    what = (
        Sentence("%(by)s gives a rating, about %(employer)s", by=by, employer=facts["employer"])
        if facts["employer"]
        else Sentence("%(by)s gives a rating", by=by)
    )
    scores = [
        Sentence("%(what)s: %(score)s of 5", what=name_of(RatingDimension(one["dimension"])), score=one["score"])
        for one in facts["scores"]
    ]
    return Telling(what, scores)


RATINGS: Mapping[str, Teller] = {"rated": _rated}
