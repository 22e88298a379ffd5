"""Questions that are asked, with their links and messages, and what people think of it."""

from datetime import timedelta
from typing import Any

from app.models import (
    ConfirmationLink,
    FollowUp,
    FollowUpRequest,
    Message,
    MessageTemplate,
    Placement,
    Programme,
    Rating,
    RatingRequest,
    Trajectory,
)
from app.rules.code_lists import (
    AskedOf,
    FollowUpState,
    MessageChannel,
    MessageKind,
    MessageLanguage,
    MessagePurpose,
    RatedBy,
    RatingDimension,
)
from app.use_cases.secrets import new_secret
from tests.factories.rows import TODAY, Rows


class Asking(Rows):
    """Questions that are asked, with their links and messages, and what people think of it."""

    async def follow_up(self, placement: Placement, **fields: Any) -> FollowUp:
        """The follow-up of a placement at six months that is due today, unless said otherwise."""
        return await self.row(
            FollowUp,
            fields,
            **placement.fact_keys,
            placement_id=placement.id,
            organisation_id=placement.organisation_id,
            month=6,
            due_on=TODAY,
            opens_on=TODAY - timedelta(days=14),
            closes_on=TODAY + timedelta(days=60),
            state=FollowUpState.DUE,
        )

    async def rating(self, trajectory: Trajectory, **fields: Any) -> Rating:
        """A four for the job by the participant, today, unless said otherwise."""
        return await self.row(
            Rating,
            fields,
            **trajectory.fact_keys,
            rated_on=TODAY,
            rated_by=RatedBy.PARTICIPANT,
            dimension=RatingDimension.JOB,
            score=4,
        )

    async def rating_request(self, placement: Placement, **fields: Any) -> RatingRequest:
        """The participant's question at one month, due today and not asked yet, unless said otherwise."""
        return await self.row(
            RatingRequest,
            fields,
            **placement.fact_keys,
            placement_id=placement.id,
            month=1,
            rated_by=RatedBy.PARTICIPANT,
            due_on=TODAY,
        )

    async def asked_rating(self, placement: Placement, **fields: Any) -> tuple[RatingRequest, str]:
        """The participant's question at one month with the secret of its link, asked today, unless said otherwise."""
        secret, hashed = new_secret()
        link = {"token_hash": hashed, "issued_at": self.at, "expires_at": self.at + timedelta(days=42)}
        return await self.rating_request(placement, **{**link, **fields}), secret

    async def confirmation_link(self, placement: Placement, **fields: Any) -> ConfirmationLink:
        """A link that asks the employer about a placement; its secret is thrown away unless a hash is given."""
        return await self.row(
            ConfirmationLink,
            fields,
            **placement.fact_keys,
            placement_id=placement.id,
            organisation_id=placement.organisation_id,
            token_hash=new_secret()[1],
            expires_at=self.at + timedelta(days=60),
        )

    async def message(self, programme: Programme, **fields: Any) -> Message:
        """An e-mail that waits to be sent, unless said otherwise."""
        return await self.row(
            Message,
            fields,
            programme_id=programme.id,
            purpose=MessagePurpose.FOLLOW_UP,
            channel=MessageChannel.EMAIL,
            recipient="werkgever@example.org",
            language=MessageLanguage.DUTCH,
            not_before=self.at,
        )

    async def follow_up_request(self, follow_up: FollowUp, message: Message, **fields: Any) -> FollowUpRequest:
        """The first asking of a follow-up in a message, unless said otherwise."""
        return await self.row(
            FollowUpRequest,
            fields,
            **follow_up.fact_keys,
            follow_up_id=follow_up.id,
            message_id=message.id,
            recipient=message.recipient,
            asked_of=AskedOf.EMPLOYER,
            nth=1,
        )

    async def message_template(self, programme: Programme, **fields: Any) -> MessageTemplate:
        """A first question in Dutch, unless said otherwise."""
        return await self.row(
            MessageTemplate,
            fields,
            programme_id=programme.id,
            kind=MessageKind.FIRST,
            language=MessageLanguage.DUTCH,
            subject="Werkt deze persoon nog bij u?",
            body="Wilt u dat laten weten?",
        )
