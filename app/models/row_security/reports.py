"""Reports: facts without names, of the programmes and municipalities in scope."""

from app.models.row_security.access import READ, Access
from app.models.row_security.conditions import (
    IN_SCOPE,
    MOVED_FROM_OR_TO_SOMEBODY_IN_SCOPE,
    OF_SOMEBODY_IN_SCOPE,
    WAS_OF_SOMEBODY_IN_SCOPE,
)
from app.models.row_security.free_text import FREE_TEXT
from app.models.who_acts import REPORTS

REPORTS_ACCESS: tuple[Access, ...] = (
    Access("trajectory_history", REPORTS, READ, IN_SCOPE, hidden=FREE_TEXT),
    *(
        Access(table, REPORTS, READ, OF_SOMEBODY_IN_SCOPE.format(key=key), hidden=FREE_TEXT)
        for table, key in {
            "placement_history": "participant_id",
            "follow_up_history": "participant_id",
            "coaching_contact_history": "participant_id",
            "participant_profile_history": "id",
        }.items()
    ),
    *(
        Access(table, REPORTS, READ, WAS_OF_SOMEBODY_IN_SCOPE, hidden=FREE_TEXT)
        for table in ("observation", "rating", "language_measurement", "screening_decision")
    ),
    Access("trajectory_move", REPORTS, READ, MOVED_FROM_OR_TO_SOMEBODY_IN_SCOPE),
    Access("programme_history", REPORTS, READ, "true", hidden=FREE_TEXT),
    Access(
        "programme",
        REPORTS,
        READ,
        "true",
        columns=("id", "name", "kind", "intervention_type", "follow_up_months"),
    ),
    Access("cohort", REPORTS, READ, "true", columns=("id", "programme_id", "name", "starts_on", "ends_on")),
    Access("organisation", REPORTS, READ, "true", columns=("id", "nace_section", "size")),
    Access("cohort_history", REPORTS, READ, "true", columns=("known_from", "known_until", "id", "name")),
    Access(
        "organisation_history",
        REPORTS,
        READ,
        "true",
        columns=("known_from", "known_until", "id", "nace_section", "size"),
    ),
    Access("municipality", REPORTS, READ, "true"),
)
