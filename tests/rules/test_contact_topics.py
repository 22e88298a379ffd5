"""A word of a file is counted under the topic it stands for, and stays what it is."""

import pytest

from app.rules.code_lists import ContactTopic
from app.rules.contact_topics import TOPIC_OF, about, called, topic_of
from app.rules.folded_text import folded


@pytest.mark.parametrize(
    ("word", "topic"),
    [
        ("debts", ContactTopic.DEBTS),
        ("Schulden", ContactTopic.DEBTS),
        ("  financiën ", ContactTopic.DEBTS),
        ("Reistijd", ContactTopic.TRANSPORT),
        ("fietsles", ContactTopic.OTHER),
    ],
)
def test_a_word_stands_for_a_topic(word: str, topic: ContactTopic) -> None:
    assert topic_of(word) is topic


def test_every_word_is_kept_the_way_it_is_looked_up() -> None:
    assert [word for word in TOPIC_OF if folded(word) != word] == []


def test_only_a_code_is_renamed() -> None:
    assert (called("housing"), called("Schulden")) == ("Housing", "Schulden")
    assert about(["housing", "fietsles"]) == "Housing, fietsles"
