"""Organisations, and the programmes that they run together."""

from datetime import date
from typing import Any

from app.models import Cohort, Organisation, Programme, ProgrammeFunding, ProgrammePartner
from app.rules.code_lists import PartnerRole
from tests.factories.rows import Rows


class Programmes(Rows):
    """Organisations, and the programmes that they run together."""

    async def organisation(self, **fields: Any) -> Organisation:
        """An organisation; an employer unless said otherwise."""
        return await self.row(Organisation, fields, name=self.number("Organisation "), roles=["employer"])

    async def programme(self, **fields: Any) -> Programme:
        """A programme with a lead organisation of its own."""
        lead = fields.pop("lead_organisation_id", None) or (await self.organisation(roles=["civil_society"])).id
        return await self.row(Programme, fields, name=self.number("Programme "), lead_organisation_id=lead)

    async def partner(
        self, programme: Programme, organisation: Organisation | None = None, **fields: Any
    ) -> ProgrammePartner:
        """An organisation that teaches the language in a programme, unless said otherwise."""
        school = organisation or await self.organisation(roles=["language_school"])
        return await self.row(
            ProgrammePartner, fields, programme_id=programme.id, organisation_id=school.id, role=PartnerRole.LANGUAGE
        )

    async def funding(self, programme: Programme, **fields: Any) -> ProgrammeFunding:
        """Money for the whole of a programme during 2026, unless said otherwise."""
        return await self.row(
            ProgrammeFunding,
            fields,
            programme_id=programme.id,
            source="Gemeente",
            starts_on=date(2026, 1, 1),
            ends_on=date(2026, 12, 31),
        )

    async def cohort(self, programme: Programme, **fields: Any) -> Cohort:
        """A cohort of a programme."""
        return await self.row(Cohort, fields, programme_id=programme.id, name=self.number("Cohort "))
