"""What the page of a trajectory tells of inclusion at work: support, ratings that stand, and what is asked."""

INCLUSION = """
    'workplaceSupports', (
        SELECT coalesce(json_agg(json_build_object(
            'id', support.id, 'version', support.version, 'placementId', support.placement_id, 'kind', support.kind,
            'state', support.state, 'startsOn', support.starts_on, 'endsOn', support.ends_on,
            'source', support.source, 'note', support.note
        )), '[]')
        FROM workplace_support AS support
        WHERE support.trajectory_id = trajectory.id
    ),
    'ratings', (
        SELECT coalesce(json_agg(json_build_object(
            'id', rating.id, 'placementId', rating.placement_id, 'ratedOn', rating.rated_on,
            'ratedBy', rating.rated_by, 'dimension', rating.dimension, 'score', rating.score
        ) ORDER BY rating.rated_on, rating.recorded_at, rating.id), '[]')
        FROM rating
        WHERE rating.trajectory_id = trajectory.id AND rating.superseded_at IS NULL
    ),
    'ratingRequests', (
        SELECT coalesce(json_agg(json_build_object(
            'id', request.id, 'placementId', request.placement_id, 'month', request.month,
            'ratedBy', request.rated_by, 'dueOn', request.due_on, 'askedIn', request.asked_in,
            'issuedAt', request.issued_at, 'expiresAt', request.expires_at, 'answeredAt', request.answered_at,
            'revokedAt', request.revoked_at, 'cancelledAt', request.cancelled_at
        ) ORDER BY request.due_on, request.rated_by DESC), '[]')
        FROM rating_request AS request
        WHERE request.trajectory_id = trajectory.id
    )
"""
"""Members of the JSON object of a trajectory, in a statement that reads `trajectory`."""
