"""The statements that make rows of copied sheets. Everything hangs together by the numbers in the sheets."""

from datetime import date

from app.rules.code_lists import Decision, EndOutcome, OrganisationRole, TrajectoryState
from app.rules.imported_steps import ReportedDays, steps_from_registration
from app.rules.trajectory_states import Step

INCOMING = {
    "participants": {
        "number": "text",
        "first_name": "text",
        "last_name": "text",
        "search_name": "text",
        "gender": "text",
    },
    "trajectories": {
        "number": "text",
        "participant": "text",
        "cohort": "text",
        "registered_on": "date",
        "screened_on": "date",
        "decision": "text",
        "started_on": "date",
        "ended_on": "date",
        "end_outcome": "text",
    },
    "placements": {
        "number": "text",
        "trajectory": "text",
        "employer": "text",
        "kind": "text",
        "contract": "text",
        "hours": "numeric",
        "starts_on": "date",
        "expected_end_on": "date",
        "ends_on": "date",
    },
    "observations": {
        "trajectory": "text",
        "observed_on": "date",
        "in_paid_work": "boolean",
        "on_social_assistance": "boolean",
        "source": "text",
    },
    "ratings": {
        "trajectory": "text",
        "placement": "text",
        "rated_on": "date",
        "rated_by": "text",
        "dimension": "text",
        "score": "integer",
    },
}
"""Sheet → the fields of it that made-up people fill → their type; `search_name` follows from the names."""

RECORDED = "recorded_at, version, changed_at"
NOW = ":at, 1, :at"

PARTICIPANTS = f"""
insert into participant (
    id, lead_organisation_id, programme_ids, number, first_name, last_name, search_name, {RECORDED}
)
select gen_random_uuid(), :lead, array[cast(:programme as uuid)], number, first_name, last_name, search_name, {NOW}
from incoming_participants"""
PROFILES = f"""
insert into participant_profile (
    id, programme_ids, gender, earlier_occupations, wished_sectors, wished_occupations, skills, prior_learning,
    {RECORDED}
)
select participant.id, programme_ids, gender, '{{}}', '{{}}', '{{}}', '[]', '[]', {NOW}
from incoming_participants join participant using (number)
where lead_organisation_id = :lead"""
COHORTS = f"""
insert into cohort (id, programme_id, name, starts_on, {RECORDED})
select gen_random_uuid(), :programme, cohort, min(started_on), {NOW}
from incoming_trajectories where cohort is not null group by cohort"""
EMPLOYERS = f"""
insert into organisation (id, name, roles, {RECORDED})
select gen_random_uuid(), employer, array['{OrganisationRole.EMPLOYER}'], {NOW}
from incoming_placements
where employer not in (select name from organisation) group by employer"""
TRAJECTORIES = f"""
insert into trajectory (
    id, programme_id, participant_id, cohort_id, number, state, registered_on, screened_on, decision, decided_on,
    started_on, ended_on, end_outcome, {RECORDED}
)
select gen_random_uuid(), :programme, participant.id, cohort.id, came.number,
       case when ended_on is null then '{TrajectoryState.ACTIVE}' else '{TrajectoryState.COMPLETED}' end,
       registered_on, screened_on, decision, screened_on, started_on, came.ended_on, end_outcome, {NOW}
from incoming_trajectories as came
join participant on participant.number = came.participant and lead_organisation_id = :lead
left join cohort on cohort.name = came.cohort and cohort.programme_id = :programme"""
DECISIONS = """
insert into screening_decision (
    id, programme_id, trajectory_id, participant_id, decision, decided_on, conditions, check_result, recorded_at
)
select gen_random_uuid(), programme_id, id, participant_id, decision, decided_on, '{}', '[]', :at
from trajectory where programme_id = :programme"""
PLACEMENTS = f"""
insert into placement (
    id, programme_id, trajectory_id, participant_id, organisation_id, number, kind, contract, hours, starts_on,
    expected_end_on, ends_on, {RECORDED}
)
select gen_random_uuid(), programme_id, trajectory.id, participant_id, organisation.id, came.number, kind, contract,
       hours, starts_on, expected_end_on, ends_on, {NOW}
from incoming_placements as came
join trajectory on trajectory.number = came.trajectory and programme_id = :programme
join organisation on organisation.name = came.employer"""
OBSERVATIONS = """
insert into observation (
    id, programme_id, trajectory_id, participant_id, observed_on, in_paid_work, on_social_assistance, source,
    recorded_at
)
select gen_random_uuid(), programme_id, trajectory.id, participant_id, observed_on, in_paid_work, on_social_assistance,
       source, :at
from incoming_observations as came
join trajectory on trajectory.number = came.trajectory and programme_id = :programme"""
RATINGS = """
insert into rating (
    id, programme_id, trajectory_id, participant_id, placement_id, rated_on, rated_by, dimension, score, recorded_at
)
select gen_random_uuid(), placement.programme_id, trajectory_id, participant_id, placement.id, rated_on, rated_by,
       dimension, score, :at
from incoming_ratings as came join placement on placement.number = came.placement and programme_id = :programme"""

DAY_OF_STEP = {
    Step.SCREEN: "screened_on",
    Step.ADMIT: "decided_on",
    Step.START: "started_on",
    Step.COMPLETE: "ended_on",
}
A_DAY = date(2020, 1, 1)
WHOLE_WAY = steps_from_registration(ReportedDays(A_DAY, A_DAY, Decision.ADMITTED, A_DAY, A_DAY, EndOutcome.COMPLETED))
"""The steps that the rules see in the days of somebody who was admitted, started and ended."""
STEP_ROWS = ", ".join(
    f"('{taken.step}', '{taken.from_state}', '{taken.to_state}', {DAY_OF_STEP[taken.step]})" for taken in WHOLE_WAY
)
STEPS = f"""
insert into trajectory_event (
    id, programme_id, trajectory_id, participant_id, step, from_state, to_state, on_date, recorded_at
)
select gen_random_uuid(), programme_id, id, participant_id, step, from_state, to_state, on_date, :at
from trajectory
cross join lateral (
    values ('register', null, '{TrajectoryState.REGISTERED}', registered_on), {STEP_ROWS}
) as way (step, from_state, to_state, on_date)
where programme_id = :programme and on_date is not null"""

ROWS_OF_SHEETS = (
    PARTICIPANTS,
    PROFILES,
    COHORTS,
    EMPLOYERS,
    TRAJECTORIES,
    DECISIONS,
    STEPS,
    PLACEMENTS,
    OBSERVATIONS,
    RATINGS,
)
"""In the order in which rows refer to each other."""
