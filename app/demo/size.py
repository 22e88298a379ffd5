"""How much is made up."""

from dataclasses import dataclass

PEOPLE_OF_THE_DEMO = 300


@dataclass(frozen=True, slots=True)
class Size:
    """So many people, in so many programmes that are each other's like, drawn from a seed."""

    people: int = PEOPLE_OF_THE_DEMO
    programmes: int = 1
    seed: int = 21

    @property
    def people_of_a_programme(self) -> int:
        """How many people each programme has."""
        return self.people // self.programmes
