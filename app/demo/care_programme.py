"""A second programme of the same team: it opens next month, and people of the first one may fit it."""

from datetime import timedelta

from app.demo.book import Book
from app.demo.setting import Setting
from app.rules.code_lists import InterventionType, ProgrammeKind, Role
from app.rules.follow_up_months import DEFAULT_FOLLOW_UP_MONTHS

CARE = "R"


def add_care_programme(book: Book, setting: Setting) -> None:
    """The programme, its first cohort, and the same coordinator and coaches."""
    opened = book.today - timedelta(days=20)
    programme = book.add(
        "programme",
        opened,
        setting.coordinator.account_id,
        name="Voortraject werken in de zorg",
        lead_organisation_id=setting.lead_organisation_id,
        kind=ProgrammeKind.BRIDGING,
        intervention_type=InterventionType.DIRECTED,
        target_groups=["Anderstaligen met motivatie voor de zorg"],
        sectors=[CARE],
        target_occupations=["53"],
        job_guarantee=True,
        follow_up_months=list(DEFAULT_FOLLOW_UP_MONTHS),
        contact_norm_days=14,
        caseload_norm=20,
        entry_requirements=[
            {"kind": "language_level", "level": "A2", "skill": None},
            {"kind": "sector_motivation", "sector": CARE, "atLeast": 4},
            {
                "kind": "any",
                "of": [
                    {"kind": "education", "from": 2, "to": 4},
                    {"kind": "residence_ground", "oneOf": ["status_holder", "temporary_protection"]},
                ],
            },
        ],
        phases=[{"name": "Voortraject met stage", "plannedWeeks": 20, "contactNormDays": 14}],
        scaling_criteria=[],
        effective_elements=[],
    )
    for colleague in (setting.coordinator, *setting.coaches):
        role = Role.COORDINATOR if colleague is setting.coordinator else Role.COACH
        book.add("membership", opened, account_id=colleague.account_id, role=role, programme_id=programme)
    starts_on = book.today + timedelta(days=40)
    book.add("cohort", opened, programme_id=programme, name="Eerste lichting", starts_on=starts_on, capacity=16)
