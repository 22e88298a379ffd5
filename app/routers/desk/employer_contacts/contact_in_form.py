"""A contact person within a form about something else: the same fields, with `contact_` before their names."""

from dataclasses import replace
from uuid import UUID

from app.errors import InvalidInput
from app.models import EmployerContact
from app.models.employer_contact import EmployerContactFields
from app.routers.acting import Acting
from app.routers.desk.employer_contacts.contact_form import LABELS
from app.routers.forms import Form
from app.use_cases.keep_contacts import find_or_add_contact

BEFORE = "contact_"
CONTACT_LABELS = {f"{BEFORE}{name}": label for name, label in LABELS.items()}
WHO_IT_IS = ("name", "email", "phone")


def contact_in(form: Form) -> EmployerContactFields | None:
    """The contact person that is filled in, if anybody is; what is not right is kept in the form."""
    if not any(form.value(f"{BEFORE}{name}").strip() for name in WHO_IT_IS):
        return None
    told = Form(form.name, LABELS, {name: form.value(f"{BEFORE}{name}") for name in LABELS})
    read = told.read(EmployerContactFields)
    form.errors |= {f"{BEFORE}{name}": error for name, error in told.errors.items()}
    return read


async def keep_contact_in(
    acting: Acting, contact: EmployerContactFields, programme_id: UUID, organisation_id: UUID
) -> EmployerContact:
    """Find the contact person at an employer, or add them; a refusal is about the fields of the form around it."""
    try:
        return await find_or_add_contact(
            acting.session,
            by=acting.actor,
            programme_id=programme_id,
            organisation_id=organisation_id,
            contact=contact,
        )
    except InvalidInput as refused:
        raise InvalidInput([replace(error, name=f"{BEFORE}{error.name}") for error in refused.errors]) from refused
