"""Organisations as other programs read them."""

from sqlalchemy import any_, bindparam

from app.models import Organisation
from app.models.organisation import OrganisationPublic
from app.queries.collection import Collection
from app.queries.json_answers import table_of

organisation = table_of(Organisation)
ORGANISATIONS = Collection(
    OrganisationPublic,
    (organisation,),
    filters={
        "kvk_number": organisation.c.kvk_number == bindparam("kvk_number"),
        "role": bindparam("role") == any_(organisation.c.roles),
    },
)
