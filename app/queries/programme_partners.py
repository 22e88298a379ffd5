"""Who does what in programmes, as other programs read it."""

from sqlalchemy import bindparam

from app.models import Organisation, ProgrammePartner
from app.models.programme_partner import PartnerPublic
from app.queries.collection import Collection
from app.queries.json_answers import table_of

partner, organisation = table_of(ProgrammePartner), table_of(Organisation)
PARTNERS = Collection(
    PartnerPublic,
    (partner,),
    rows=partner.join(organisation, organisation.c.id == partner.c.organisation_id),
    filters={"programme": partner.c.programme_id == bindparam("programme")},
    own={"organisation_name": organisation.c.name},
)
