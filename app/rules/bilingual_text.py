"""The same words in both languages of the screens, for texts that are data and not part of a page."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field


class Bilingual(BaseModel):
    """The same words in Dutch and in English; empty where there is nothing to say."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nl: str
    en: str

    def said_in(self, language: str) -> str:
        """The words in one of the two: nl or en."""
        return self.nl if language == "nl" else self.en


class BilingualText(Bilingual):
    """The same words in Dutch and in English."""

    nl: str = Field(min_length=1)
    en: str = Field(min_length=1)

    @classmethod
    def of(cls, words: Bilingual) -> Self:
        """The words of a definition, in which neither is empty."""
        return cls(nl=words.nl, en=words.en)
