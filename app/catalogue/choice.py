"""Which programmes of the catalogue somebody wants to see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.catalogue.entry import CatalogueProgramme
from app.rules.code_lists import InterventionType, ProgrammeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueChoice:
    """What a programme must be; None asks nothing. `evidence` is a level on the Maryland scale."""

    kind: ProgrammeKind | None = None
    intervention_type: InterventionType | None = None
    country: str | None = None
    sector: str | None = None
    evidence: int | None = None

    def holds(self, entry: CatalogueProgramme) -> bool:
        """Whether a programme is all of this. What is not known of it is not this."""
        return (
            self.kind in (None, entry.kind)
            and self.intervention_type in (None, entry.intervention_type)
            and self.country in (None, entry.country)
            and (self.sector is None or self.sector in entry.sectors)
            and self.evidence in (None, entry.maryland_level)
        )

    def of(self, entries: Iterable[CatalogueProgramme]) -> Sequence[CatalogueProgramme]:
        """Those that are all of this, in their order."""
        return [entry for entry in entries if self.holds(entry)]
