"""The columns that an answer at a link or an employer's page may change, and no others."""

ANSWERED_BY_LINK = ("answered_at", "observation_id", "partial", "opened_at", "renewed_at")
ENDED_BY_ANSWER = ("ends_on", "end_reason", "end_note", "end_source", "version", "changed_at", "changed_by")
SETTLED_BY_ANSWER = ("state", "closed_on", "reason", "answered_by", "version", "changed_at", "changed_by")
