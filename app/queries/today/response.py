"""Of the follow-ups of the past year, per programme: how many were due and how many answered; a figure on the desk.

It counts as `app.rules.response_counts.answered_lately` does.
"""

from app.rules.response_counts import LATELY

RESPONSE = f"""
    SELECT coalesce(json_agg(json_build_object(
        'programmeId', programme.id, 'programme', programme.name, 'due', lately.due, 'answered', lately.answered
    ) ORDER BY programme.name, programme.id), '[]')
    FROM (
        SELECT programme_id, count(*) AS due, count(*) FILTER (WHERE state = 'answered') AS answered
        FROM follow_up
        WHERE due_on > CAST(:today AS date) - {LATELY.days} AND due_on <= CAST(:today AS date)
          AND state <> 'cancelled'
        GROUP BY programme_id
    ) AS lately
    JOIN programme ON programme.id = lately.programme_id
"""
