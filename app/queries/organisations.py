"""Organisations as other programs read them."""

from sqlalchemy import bindparam

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
        "role": organisation.c.roles.any(bindparam("role")),
    },
)
