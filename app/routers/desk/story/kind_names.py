"""What the kinds of entries in a story are called."""

from collections.abc import Mapping

from app.queries.story.story_part import StoryKind
from app.rules.sentence import Sentence

KIND_NAMES: Mapping[StoryKind, Sentence] = {
    StoryKind.WAY: Sentence("Steps"),
    StoryKind.SCREENING: Sentence("Screening"),
    StoryKind.LANGUAGE: Sentence("Language"),
    StoryKind.GUIDANCE: Sentence("Coaching"),
    StoryKind.WORK: Sentence("Work"),
    StoryKind.EVIDENCE: Sentence("Proof of work"),
    StoryKind.RATINGS: Sentence("Ratings"),
    StoryKind.TASKS: Sentence("Tasks"),
}
