"""Who may touch which rows: one policy per table and door, enforced by PostgreSQL.

Five database roles stand for five doors. `bestendig_owner` owns the tables, migrates them, and is the operator at the
command line. `bestendig_app` is the programme team and the administration. `bestendig_employer` is an employer, with
an account or with a link. `bestendig_participant` is a participant with a link. `bestendig_reports` reads facts without
names.

A policy compares a key that the row itself carries with a list that is worked out once per statement
(`select acting_…()`), which costs next to nothing. Nothing is granted that is not listed here.
"""
