"""Participants as other programs read them, and the search for one by name."""

from sqlalchemy import any_, bindparam, func

from app.models import Participant, ParticipantProfile
from app.models.participant import ParticipantPublic
from app.queries.collection import Collection
from app.queries.json_answers import table_of

participant = table_of(Participant)
profile = table_of(ParticipantProfile)
PARTICIPANTS = Collection(
    ParticipantPublic,
    (participant, profile),
    rows=participant.join(profile, profile.c.id == participant.c.id),
    filters={
        "programme": bindparam("programme") == any_(participant.c.programme_ids),
        "name": func.strpos(participant.c.search_name, bindparam("name")) > 0,
        "number": participant.c.number == bindparam("number"),
        "email": participant.c.email == bindparam("email"),
        "birth_date": profile.c.birth_date == bindparam("birth_date"),
    },
    # Both parts count up and neither counts down, so the sum changes whenever one of them does.
    own={
        "version": participant.c.version + profile.c.version,
        "changed_at": func.greatest(participant.c.changed_at, profile.c.changed_at),
    },
)
