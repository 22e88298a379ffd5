"""Faults that somebody could make in the rules or the SQL of outcomes, each as one change of one file."""

from __future__ import annotations

from dataclasses import dataclass

SPEC = ("tests/outcomes/test_spec_tables.py",)
JUDGES = ("tests/outcomes/test_three_judges_agree.py", "-k", "0")
REPORT = ("tests/outcomes/test_report.py",)
EQUAL = ("tests/outcomes/test_equal_values.py",)
TRUTH = (
    "--noconftest",
    "tests/outcomes/test_against_the_truth.py",
)
NUMBERS = ("--noconftest", "tests/rules/test_outcome_numbers.py", "tests/rules/test_intervals.py")
DISCLOSURE = (
    "--noconftest",
    "tests/rules/test_disclosure.py",
)


@dataclass(frozen=True)
class Fault:
    """What is wrong, the text that it stands in the place of, and the tests that must see it."""

    what: str
    file: str
    right: str
    wrong: str
    tests: tuple[str, ...]


SQL = "app/outcomes"
RULES = "app/rules"

FAULTS = (
    Fault("not yet due counts as no", f"{SQL}/state_sql.py", "then 'not_yet_due'", "then 'no'", REPORT),
    Fault("due one day too late", f"{SQL}/state_sql.py", "'infinity') > :as_of", "'infinity') >= :as_of", REPORT),
    Fault("unknown counts as no", f"{SQL}/state_sql.py", "else {unknown}", "else 'no'", REPORT),
    Fault(
        "death on the target date itself does not exclude",
        f"{SQL}/state_sql.py",
        "{died_on} <= coalesce({target}",
        "{died_on} < coalesce({target}",
        JUDGES,
    ),
    Fault(
        "a person counts once per trajectory",
        f"{SQL}/counting_sql.py",
        '(*grouping, "participant_id")',
        '(*grouping, "id")',
        REPORT,
    ),
    Fault(
        "the last trajectory speaks for a person",
        f"{SQL}/counting_sql.py",
        "'order by registered_on, number",
        "'order by registered_on desc, number",
        JUDGES,
    ),
    Fault(
        "the smallest employer is taken for the largest",
        f"{SQL}/counting_sql.py",
        "cast(max({code}) as float)",
        "cast(min({code}) as float)",
        REPORT,
    ),
    Fault(
        "the name of a cohort is read as it is now",
        f"{SQL}/facts_sql.py",
        "select id as cohort_id, name from cohort_history where {KNOWN}",
        "select id as cohort_id, name from cohort",
        REPORT,
    ),
    Fault(
        "the sector of an employer is read as it is now",
        f"{SQL}/match_sql.py",
        "select id as organisation_id, nace_section from organisation_history where {KNOWN}",
        "select id as organisation_id, nace_section from organisation",
        REPORT,
    ),
    Fault(
        "a corrected version is known beside the one that corrects it",
        f"{SQL}/facts_sql.py",
        ":known_at < known_until",
        ":known_at <= known_until",
        REPORT,
    ),
    Fault(
        "a correction works back into what was known before it",
        f"{SQL}/facts_sql.py",
        "(superseded_at is null or superseded_at > :known_at)",
        "superseded_at is null",
        REPORT,
    ),
    Fault(
        "an end after the reference date is known already",
        f"{SQL}/facts_sql.py",
        "as ends_on,\n           case coalesce(end_source",
        "as no_end, ends_on,\n           case coalesce(end_source",
        JUDGES,
    ),
    Fault(
        "a statement after the reference date is heard",
        f"{SQL}/evidence_sql.py",
        "where {STANDS} and observed_on <= :as_of",
        "where {STANDS}",
        JUDGES,
    ),
    Fault(
        "the weaker source counts",
        f"{SQL}/evidence_sql.py",
        "order by strength desc, recorded_at desc",
        "order by strength asc, recorded_at desc",
        JUDGES,
    ),
    Fault(
        "what was said first counts, instead of last",
        f"{SQL}/evidence_sql.py",
        "order by strength desc, recorded_at desc",
        "order by strength desc, recorded_at asc",
        JUDGES,
    ),
    Fault(
        "a source as strong does not overrule",
        f"{SQL}/evidence_sql.py",
        "proof_point.strength >= doubt.strength",
        "proof_point.strength > doubt.strength",
        JUDGES,
    ),
    Fault(
        "a statement of a day after the end stretches a job",
        f"{SQL}/evidence_sql.py",
        "starts_on <= day and (ends_on is null or day <= ends_on)",
        "starts_on <= day",
        JUDGES,
    ),
    Fault(
        "a job without an end runs until today",
        f"{SQL}/evidence_sql.py",
        "coalesce(proven_until, starts_on) as proven_until",
        "coalesce(ends_on, cast(:as_of as date)) as proven_until",
        REPORT,
    ),
    Fault(
        "a person waits once per trajectory (missing DISTINCT)",
        f"{SQL}/duration_sql.py",
        "select distinct on (duration, participant_id) ",
        "select ",
        JUDGES,
    ),
    Fault(
        "the last day of a proven job is not worked",
        f"{SQL}/target_sql.py",
        "worked_until >= target_day) as at_work",
        "worked_until > target_day) as at_work",
        JUDGES,
    ),
    Fault(
        "one ended contract is leaving the employer",
        f"{SQL}/target_sql.py",
        "bool_and(ends_on is not null and ends_on < target_day)",
        "bool_or(ends_on is not null and ends_on < target_day)",
        JUDGES,
    ),
    Fault(
        "an interruption of exactly 31 days breaks",
        f"{SQL}/target_sql.py",
        "longest_interruption > {LONGEST_HOLE}",
        "longest_interruption >= {LONGEST_HOLE}",
        SPEC,
    ),
    Fault(
        "a negative speaks for 30 days (rule and SQL alike)",
        f"{RULES}/working_life.py",
        "REACH_OF_A_NEGATIVE = 31",
        "REACH_OF_A_NEGATIVE = 30",
        JUDGES,
    ),
    Fault(
        "a rating is multiplied by an earlier one (DISTINCT ON a day too)",
        f"{SQL}/match_sql.py",
        "select distinct on (rating.trajectory_id) rating.trajectory_id, score",
        "select distinct on (rating.trajectory_id, rated_on) rating.trajectory_id, score",
        EQUAL + SPEC,
    ),
    Fault(
        "a four is not satisfied",
        f"{RULES}/job_match.py",
        "SATISFIED = 4",
        "SATISFIED = 5",
        JUDGES,
    ),
    Fault(
        "a gain between measurements 90 days apart does not count",
        f"{SQL}/language_sql.py",
        "skill_moved.last_on - first_on >= {DAYS_BETWEEN_FOR_A_GAIN}",
        "skill_moved.last_on - first_on > {DAYS_BETWEEN_FOR_A_GAIN}",
        JUDGES,
    ),
    Fault(
        "who still waits is taken for done",
        f"{SQL}/duration_sql.py",
        "coalesce({name}.is_sure, false) as is_over",
        "true as is_over",
        JUDGES,
    ),
    Fault(
        "who still waits is left out of the number at risk",
        f"{RULES}/product_limit.py",
        "waiting -= last_seen[day]",
        "waiting -= over[day]",
        ("--noconftest", "tests/rules/test_survival.py"),
    ),
    Fault(
        "31 August plus six months is in March",
        f"{RULES}/calendar.py",
        "min(day.day, monthrange(year, month)[1])",
        "min(day.day, 28)",
        ("--noconftest", "tests/rules/test_calendar.py"),
    ),
    Fault(
        "the rate is of everybody who is due, unknown or not",
        f"{RULES}/outcome_numbers.py",
        "rate=share(counts.yes, counts.known)",
        "rate=share(counts.yes, counts.due)",
        NUMBERS,
    ),
    Fault(
        "the upper bound forgets who did not answer",
        f"{RULES}/outcome_numbers.py",
        "upper=share(counts.yes + counts.unknown, counts.due)",
        "upper=share(counts.yes, counts.known)",
        TRUTH,
    ),
    Fault(
        "a one-sided interval is told as 95 %",
        f"{RULES}/intervals.py",
        "inv_cdf(0.975)",
        "inv_cdf(0.95)",
        NUMBERS,
    ),
    Fault(
        "a count of nine is shown",
        f"{RULES}/disclosure.py",
        "decide_report(columns, tables, threshold, days)",
        "decide_report(columns, tables, threshold - 1, days)",
        DISCLOSURE,
    ),
    Fault(
        "counts are shown without rounding",
        f"{RULES}/other_worlds.py",
        "return (count + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO",
        "return count",
        DISCLOSURE,
    ),
    Fault(
        "a report that differs by nine people is given",
        f"{RULES}/differencing.py",
        "people_apart(one, other) < threshold",
        "people_apart(one, other) < threshold - 1",
        ("--noconftest", "tests/rules/test_differencing.py"),
    ),
)
"""The tests of each are those nearest to it: a fault may be caught by others as well."""
