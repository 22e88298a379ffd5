"""Who pays for programmes, as other programs read it."""

from sqlalchemy import bindparam

from app.models import ProgrammeFunding
from app.models.programme_funding import FundingPublic
from app.queries.collection import Collection
from app.queries.json_answers import table_of

funding = table_of(ProgrammeFunding)
FUNDING = Collection(FundingPublic, (funding,), filters={"programme": funding.c.programme_id == bindparam("programme")})
