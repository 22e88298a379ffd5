"""Where the money of a programme stops, or has stopped: the one place that says when it does.

A day of a phase is paid for when funding of that phase, or of the whole programme, covers it. Funding whose first day
is not known has begun, and one whose last day is not known goes on. A programme of which no funding was recorded is
not said to lack any: that is not known. In both queries `:today` is the day.
"""

PAYS = """
    funding.programme_id = programme.id
    AND (part.phase IS NULL OR cardinality(funding.phases) = 0 OR part.phase ->> 'name' = ANY (funding.phases))
"""
PHASES = "LEFT JOIN LATERAL jsonb_array_elements(programme.phases) WITH ORDINALITY AS part (phase, place) ON true"

FUNDING_THAT_ENDS = f"""
    SELECT programme.id AS programme_id, funding.id AS funding_id, funding.ends_on, part.phase ->> 'name' AS phase,
           part.place
    FROM programme
    {PHASES}
    JOIN programme_funding AS funding ON {PAYS}
    WHERE funding.ends_on BETWEEN CAST(:today AS date) AND CAST(:today AS date) + interval '6 months'
      AND NOT EXISTS (
          SELECT FROM programme_funding AS following
          WHERE {PAYS.replace("funding.", "following.")}
            AND coalesce(following.starts_on, '-infinity') <= funding.ends_on + 1
            AND coalesce(following.ends_on, 'infinity') > funding.ends_on
      )
"""
"""Funding that ends within six months, per phase for which nothing is paid on the day after."""

PHASES_WITHOUT_FUNDING = f"""
    SELECT programme.id AS programme_id, part.phase ->> 'name' AS phase, part.place,
           max(funding.ends_on) FILTER (WHERE funding.ends_on < CAST(:today AS date)) AS paid_until
    FROM programme
    {PHASES}
    LEFT JOIN programme_funding AS funding ON {PAYS}
    WHERE EXISTS (SELECT FROM programme_funding WHERE programme_funding.programme_id = programme.id)
    GROUP BY programme.id, part.phase, part.place
    HAVING count(funding.id) FILTER (
               WHERE CAST(:today AS date) BETWEEN coalesce(funding.starts_on, '-infinity')
                                              AND coalesce(funding.ends_on, 'infinity')
           ) = 0
       AND (count(funding.id) = 0 OR bool_or(funding.ends_on < CAST(:today AS date)))
"""
"""Phases for which nothing is paid today, with the last day that was paid for; not those whose money has yet to begin.
A phase of NULL is the whole of a programme that has no phases."""
