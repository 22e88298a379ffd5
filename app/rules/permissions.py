"""What somebody may do with what they can see. Who may see what is enforced by the database itself.

`MAY` is the one table. It names the acts for which roles differ; whatever else can be recorded about somebody, the
whole team of the programme may record.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum

from app.rules.code_lists import Role
from app.rules.sentence import Sentence
from app.rules.trajectory_states import Step


class Act(StrEnum):
    """What not everybody may do."""

    ADD_ACCOUNT = "add_account"
    ADD_PROGRAMME = "add_programme"
    CHANGE_PROGRAMME = "change_programme"
    ADD_COHORT = "add_cohort"
    DECIDE = "decide"
    ADD_PARTICIPANT = "add_participant"
    ASSIGN_TEAM = "assign_team"
    KEEP_REPORTS = "keep_reports"
    KEEP_METRICS = "keep_metrics"
    ERASE_PARTICIPANT = "erase_participant"
    MERGE_PARTICIPANTS = "merge_participants"


MAY: Mapping[Role, frozenset[Act]] = {
    Role.ADMINISTRATOR: frozenset({Act.ADD_ACCOUNT, Act.ADD_PROGRAMME, Act.CHANGE_PROGRAMME, Act.ADD_COHORT}),
    Role.COORDINATOR: frozenset(
        {
            Act.CHANGE_PROGRAMME,
            Act.ADD_COHORT,
            Act.DECIDE,
            Act.ADD_PARTICIPANT,
            Act.ASSIGN_TEAM,
            Act.KEEP_REPORTS,
            Act.KEEP_METRICS,
            Act.ERASE_PARTICIPANT,
            Act.MERGE_PARTICIPANTS,
        }
    ),
    Role.COACH: frozenset({Act.ADD_PARTICIPANT}),
    Role.EMPLOYER: frozenset(),
    Role.MUNICIPALITY: frozenset(),
}

REFUSALS: Mapping[Act, Sentence] = {
    Act.ADD_ACCOUNT: Sentence("Only an administrator adds accounts."),
    Act.ADD_PROGRAMME: Sentence("Only an administrator adds programmes."),
    Act.CHANGE_PROGRAMME: Sentence("Only a coordinator of the programme or an administrator changes it."),
    Act.ADD_COHORT: Sentence("Only a coordinator of the programme or an administrator adds cohorts."),
    Act.DECIDE: Sentence("Only a coordinator of the programme decides this."),
    Act.ADD_PARTICIPANT: Sentence("Only the team of the programme enters participants."),
    Act.ASSIGN_TEAM: Sentence("Only a coordinator of the programme says who guides a participant."),
    Act.KEEP_METRICS: Sentence("Only a coordinator of the programme adds and changes its own metrics."),
    Act.ERASE_PARTICIPANT: Sentence(
        "Only who coordinates every programme of this person erases who it is. Ask the other coordinators first."
    ),
    Act.MERGE_PARTICIPANTS: Sentence(
        "Only who coordinates every programme of a person says that it is the same person as another."
    ),
    Act.KEEP_REPORTS: Sentence("Only who saved this report, or a coordinator of the programme, changes it."),
}

DECIDING = frozenset({Step.ADMIT, Step.PUT_ON_WAITING_LIST, Step.REFER, Step.DECLINE, Step.REOPEN})
"""Steps by which the programme decides about somebody."""


def why_not(act: Act, roles: Collection[Role]) -> Sentence | None:
    """Say why somebody with these roles may not do this; nothing when they may."""
    return None if any(act in MAY[role] for role in roles) else REFUSALS[act]


def why_not_take(step: Step, roles: Collection[Role]) -> Sentence | None:
    """Say why somebody with these roles in the programme may not take a step; nothing when they may."""
    return why_not(Act.DECIDE, roles) if step in DECIDING else None
