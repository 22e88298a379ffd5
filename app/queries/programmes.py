"""Programmes as other programs read them."""

from app.models import Programme
from app.models.programme import ProgrammePublic
from app.queries.collection import Collection
from app.queries.json_answers import table_of

PROGRAMMES = Collection(ProgrammePublic, (table_of(Programme),))
