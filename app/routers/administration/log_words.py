"""What the words of the log are called on the screen."""

from collections.abc import Mapping

from app.rules.sentence import Sentence
from app.rules.trajectory_states import STEP_NAMES

ACTIONS: Mapping[str, Sentence] = {
    "add": Sentence("Added"),
    "change": Sentence("Changed"),
    "close": Sentence("Closed"),
    "correct": Sentence("Corrected"),
    "end": Sentence("Ended"),
    "import": Sentence("Imported"),
    "issue": Sentence("Made"),
    "move on": Sentence("Brought up to date"),
    "record": Sentence("Recorded"),
    "sign in": Sentence("Signed in"),
    "sign out": Sentence("Signed out"),
    **{step.value: name for step, name in STEP_NAMES.items()},
}
ORIGINS: Mapping[str, Sentence] = {
    "command line": Sentence("The administrator, by command"),
    "daily round": Sentence("The program itself"),
    "link": Sentence("An employer, by a link"),
}
THINGS: Mapping[str, Sentence] = {
    "account": Sentence("Account"),
    "coaching_contact": Sentence("Contact"),
    "cohort": Sentence("Cohort"),
    "confirmation_link": Sentence("Link for the employer"),
    "follow_up": Sentence("Follow-up"),
    "import_run": Sentence("Import"),
    "language_measurement": Sentence("Language level"),
    "membership": Sentence("Role"),
    "observation": Sentence("Observation"),
    "organisation": Sentence("Organisation"),
    "participant": Sentence("Participant"),
    "placement": Sentence("Placement"),
    "programme": Sentence("Programme"),
    "trajectory": Sentence("Trajectory"),
}
