"""The forms about somebody's language."""

from app.routers.forms import Form
from app.rules.code_lists import LanguageSkill
from app.rules.names import name_of
from app.rules.sentence import Sentence

WHEN_AND_HOW = {
    "measured_on": Sentence("Day"),
    "instrument": Sentence("Test"),
    "official": Sentence("Is it an official exam?"),
}
MEASURED = Form("language", {**WHEN_AND_HOW, **{skill.value: name_of(skill) for skill in LanguageSkill}})
"""Several skills that were measured together."""
CORRECTED = Form("correction", {**WHEN_AND_HOW, "skill": Sentence("Skill"), "level": Sentence("Level")})
CIVIC_INTEGRATION = Form(
    "civic",
    {
        "civic_integration_route": Sentence("Route"),
        "civic_integration_phase": Sentence("How far in the civic integration?"),
    },
)
SUPPORT = Form(
    "support",
    {
        "kind": Sentence("What kind of support is it?"),
        "hours_per_week": Sentence("Hours per week"),
        "provider": Sentence("Who gives it?"),
        "starts_on": Sentence("First day"),
        "ends_on": Sentence("Last day"),
    },
)
