"""How much of a caseload somebody takes up, as part of a statement over `trajectory` and `programme`."""

PHASE_WEIGHT = """
    coalesce((
        SELECT (part ->> 'caseloadWeight')::numeric FROM jsonb_array_elements(programme.phases) AS part
        WHERE part ->> 'name' = trajectory.phase LIMIT 1
    ), 1)
"""
