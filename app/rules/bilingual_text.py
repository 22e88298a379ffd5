"""The same words in both languages of the screens, for texts that are data and not part of a page."""

from pydantic import BaseModel, ConfigDict, Field


class BilingualText(BaseModel):
    """The same words in Dutch and in English."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nl: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def said_in(self, language: str) -> str:
        """The words in one of the two: nl or en."""
        return self.nl if language == "nl" else self.en
