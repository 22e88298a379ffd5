"""Cohorts as other programs read them."""

from sqlalchemy import bindparam

from app.models import Cohort
from app.models.cohort import CohortPublic
from app.queries.collection import Collection
from app.queries.json_answers import table_of

cohort = table_of(Cohort)
COHORTS = Collection(CohortPublic, (cohort,), filters={"programme": cohort.c.programme_id == bindparam("programme")})
