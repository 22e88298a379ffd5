"""What the values of the lists in `app/rules/code_lists/programmes.py` are called."""

from collections.abc import Mapping
from enum import StrEnum

from app.rules.code_lists.programmes import (
    EffectiveElement,
    InterventionType,
    PartnerRole,
    ProgrammeKind,
    ScalingCriterion,
    ScalingState,
)
from app.rules.sentence import Sentence

PROGRAMMES: Mapping[type[StrEnum], Mapping[str, Sentence]] = {
    ProgrammeKind: {
        "parallel": Sentence("Language beside work"),
        "integrated": Sentence("Language in work"),
        "bridging": Sentence("Language before work"),
    },
    InterventionType: {
        "output_driven": Sentence("Aimed at a quick placement"),
        "directed": Sentence("Directed by the programme"),
        "mentoring": Sentence("Mentoring"),
        "person_centred": Sentence("Centred on the person"),
        "community_based": Sentence("Together with the neighbourhood"),
    },
    PartnerRole: {
        "coordination": Sentence("Keeps the overview"),
        "referral": Sentence("Refers candidates"),
        "screening": Sentence("Screening and selection"),
        "language": Sentence("Language lessons"),
        "vocational_training": Sentence("Vocational training"),
        "coaching": Sentence("Coaching"),
        "matching": Sentence("Finds jobs"),
        "employer": Sentence("Offers work"),
        "funding": Sentence("Pays along"),
        "research": Sentence("Research"),
        "other": Sentence("Something else"),
    },
    ScalingCriterion: {
        "coordination": Sentence("Coordination"),
        "funding": Sentence("Funding"),
        "willingness_to_invest": Sentence("Willingness to invest"),
        "law_and_regulation": Sentence("Law and regulation"),
        "attention_to_the_group": Sentence("Attention to what the group needs"),
        "internalisation": Sentence("Adopted by everybody involved"),
    },
    ScalingState: {
        "not_started": Sentence("Not started"),
        "in_progress": Sentence("In progress"),
        "in_place": Sentence("In place"),
    },
    EffectiveElement: {
        "thoughtful_screening": Sentence("Thoughtful screening and selection"),
        "attention_to_language": Sentence("Continuous attention for language"),
        "intensive_coaching": Sentence("Intensive coaching"),
        "inclusion_at_work": Sentence("Feeling at home at work"),
        "tailored_guidance": Sentence("Guidance that fits the person"),
        "cooperation": Sentence("Partners who work together"),
        "fitting_structure": Sentence("A build-up that fits"),
        "tailored_language": Sentence("Language that fits the work"),
        "support_for_employers": Sentence("Support for employers and supervisors"),
        "investing_employers": Sentence("Employers who are flexible and invest"),
        "outside_influences": Sentence("Insight in outside influences"),
    },
}
