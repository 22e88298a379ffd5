"""What a talk was about: the topic behind a word that somebody wrote in a file, or in an older version."""

from collections.abc import Mapping, Sequence
from functools import reduce

from app.rules.code_lists import ContactTopic
from app.rules.folded_text import folded
from app.rules.names import name_of
from app.rules.sentence import Sentence

WORDS: Mapping[ContactTopic, str] = {
    ContactTopic.WORK: "werk, baan, vacature, solliciteren, sollicitatie, contract, stage",
    ContactTopic.WORKPLACE: "werkplek, werkvloer, collega's, leidinggevende, uren",
    ContactTopic.LANGUAGE: "taal, taalles, nederlands",
    ContactTopic.EDUCATION: "opleiding, school, scholing, cursus, diploma",
    ContactTopic.CIVIC_INTEGRATION: "inburgering, inburgeren, duo",
    ContactTopic.MOTIVATION: "motivatie",
    ContactTopic.HOUSING: "wonen, woning, huisvesting",
    ContactTopic.CHILDCARE: "kinderopvang, opvang, oppas",
    ContactTopic.FAMILY: "home, gezin, familie, thuis, kinderen",
    ContactTopic.NETWORK: "netwerk, sociaal netwerk",
    ContactTopic.DEBTS: "money, schulden, schuld, geld, financien",
    ContactTopic.BENEFIT: "uitkering, bijstand, toeslagen",
    ContactTopic.HEALTH: "gezondheid",
    ContactTopic.TRANSPORT: "vervoer, reizen, reistijd, fiets, rijbewijs",
    ContactTopic.DIGITAL: "digitaal, computer, digid",
}
"""The words that coordinators use, folded; what is not here counts as another topic."""

TOPIC_OF: Mapping[str, ContactTopic] = {topic.value: topic for topic in ContactTopic} | {
    word: topic for topic, words in WORDS.items() for word in words.split(", ")
}
"""Every code and every word, with its topic."""


def topic_of(word: str) -> ContactTopic:
    """Give the topic that a word or a code stands for; any other word is about something else."""
    return TOPIC_OF.get(folded(word), ContactTopic.OTHER)


def called(word: str) -> Sentence | str:
    """Call a topic by its name; a word that is no code stays as somebody wrote it."""
    return name_of(ContactTopic(word)) if is_on_the_list(word) else word


def about(words: Sequence[str]) -> Sentence | str:
    """Name several topics after each other; there is at least one."""
    return reduce(lambda first, then: Sentence("%(first)s, %(then)s", first=first, then=then), map(called, words))


def is_on_the_list(word: str) -> bool:
    """Whether a word is the code of a topic."""
    return word in set(ContactTopic)
