"""From recorded facts to the numbers of a report: metric definitions → one SQL statement → numbers → sentence.

The SQL applies the rules of `app.rules` to everyone at once. Its parts are named in the same words; tests hold both
against each other and against a third, naive judge.

    facts_sql        what was known, and nothing dated after the reference date
    evidence_sql     how far work is proven, and which statements stand
    target_sql       was somebody in work on a target date
    match_sql        does the job fit the person
    stay_sql         the stay in a programme that a trajectory is part of, for standards of others
    standard_sql     what standards of others ask; standard_report puts it beside our own numbers
    step_up_sql      what a job is like, and whether it got better
    state_sql        the one state of a trajectory for a metric
    statement        the parts put together: states per trajectory, or counts per group
    report           who may ask for what; the rows of a report
"""
