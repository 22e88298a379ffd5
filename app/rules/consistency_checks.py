"""What the nightly check looks for: facts that cannot all be true, each with what it is called on the screen."""

from collections.abc import Mapping

from app.rules.sentence import Sentence

CHECKS: Mapping[str, Sentence] = {
    "out_of_step": Sentence("The follow-ups are not the ones that the plan asks for"),
    "past_its_time": Sentence("A follow-up should have opened or closed by now"),
    "asked_without_message": Sentence("A follow-up counts as asked, but nothing was sent and no link was made"),
    "answered_without_answer": Sentence("A follow-up counts as answered, but no answer stands"),
    "asked_twice": Sentence("One address was asked the same question twice within a day"),
    "message_stuck": Sentence("A message is neither sent nor given up"),
    "link_after_death": Sentence("A link is still open about somebody who has died"),
    "next_follow_up": Sentence("The next follow-up of a trajectory is not kept as it is"),
    "last_contact": Sentence("The last contact of a trajectory is not kept as it is"),
    "programmes_of_person": Sentence("The programmes of a person are not kept as they are"),
    "version_not_remembered": Sentence("The current version of a fact is not the one that reports remember"),
}
"""Name of the check → what is wrong. The statements stand in `app.queries.consistency`."""
