"""Outcome reports, their editions and who asked for them."""

from hashlib import sha256
from typing import Any
from uuid import uuid4

from app.models import Account, OutcomeEdition, OutcomePull, OutcomeReport, OwnMetric, Programme, PublishedTable
from app.models.own_metric import MetricParts
from app.rules.code_lists import PullResult
from app.rules.own_metric import own_code
from tests.factories.rows import TODAY, Rows


class Reports(Rows):
    """Outcome reports, their editions and who asked for them."""

    async def report(self, programme: Programme | None = None, **fields: Any) -> OutcomeReport:
        """A saved report with every metric, about a programme unless said otherwise."""
        scope = {"programme_id": programme.id} if programme else {}
        return await self.row(OutcomeReport, fields, title=self.number("Report "), **scope)

    async def edition(self, report: OutcomeReport, **fields: Any) -> OutcomeEdition:
        """The first edition of a report, in which nothing stands."""
        content = b'{"report": {"groupBy": null}, "results": []}\n'
        return await self.row(
            OutcomeEdition,
            fields,
            report_id=report.id,
            programme_id=report.programme_id,
            municipality_code=report.municipality_code,
            number=1,
            as_of=self.at.date(),
            known_at=self.at,
            content=content,
            digest=sha256(content).hexdigest(),
        )

    async def own_metric(self, programme: Programme, **fields: Any) -> OwnMetric:
        """A metric of a programme itself: in paid work nine months after the start, unless said otherwise.

        Parts that are given by their names take the place of these.
        """
        parts = {name: fields.pop(name) for name in MetricParts.model_fields if name in fields}
        definition = MetricParts.model_validate({"horizon_months": 9, **parts})
        identity = uuid4()
        return await self.row(
            OwnMetric,
            fields,
            id=identity,
            code=own_code(identity),
            programme_id=programme.id,
            title=self.number("Eigen maat "),
            definition=definition.model_dump(mode="json", by_alias=True),
        )

    async def outcome_pull(self, account: Account, programme: Programme, **fields: Any) -> OutcomePull:
        """A published report of a programme that somebody asked for now."""
        return await self.row(
            OutcomePull,
            fields,
            at=self.at,
            account_id=account.id,
            origin="page",
            programme_ids=[programme.id],
            metrics=["admitted 1"],
            as_of=TODAY,
            known_at=self.at,
            result=PullResult.PUBLISHED,
        )

    async def published_table(self, pull: OutcomePull) -> PublishedTable:
        """The total of a published report, of which all was withheld."""
        return await self.row(
            PublishedTable, {}, pull_id=pull.id, dimensions=[], is_blank=True, next_world=0, content={}
        )
