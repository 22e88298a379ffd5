"""The pages that employers and participants get with a link: on a phone, in a hurry, and for everybody."""

import re
import time

from tests.browser.conftest import IN_THE_BROWSER
from tests.browser.visit import PHONE, Visit
from tests.running import Running

pytestmark = IN_THE_BROWSER


def link(server: Running, path: str) -> str:
    told = re.search(rf"/{path}/\S+", server.said)
    assert told, server.said
    return told[0]


async def test_an_employer_says_in_one_tap_that_nothing_changed_and_corrects_it(visit: Visit, server: Running) -> None:
    await visit.resize(PHONE)
    began = time.monotonic()
    await visit.open(link(server, "confirm"))
    await visit.page.click("button[name=answer][value=still_here]")
    await visit.page.wait_for_selector("[role=status]")
    assert time.monotonic() - began < 10
    assert await visit.faults() == []
    await visit.page.click("details.quick > summary")
    assert not await visit.page.is_visible("input[name=left_on]")
    await visit.page.check("input[name=answer][value=left]")
    assert await visit.page.is_visible("input[name=left_on]")
    await visit.page.click(".confirmation button")
    await visit.page.wait_for_selector(".alert--info")
    assert (await visit.faults(), await visit.too_wide_by()) == ([], 0)
    await visit.page.goto(f"{visit.address}/confirm/forged")
    assert (await visit.faults(), await visit.too_wide_by()) == ([], 0)


async def test_a_participant_reads_the_question_from_right_to_left(visit: Visit, server: Running) -> None:
    await visit.resize(PHONE)
    await visit.page.goto(f"{visit.address}{link(server, 'own-work')}?language=ar")
    assert (await visit.faults(), await visit.too_wide_by()) == ([], 0)
    await visit.page.check("input[name=answer][value=left]")
    await visit.page.click(".confirmation button")
    await visit.page.wait_for_selector(".alert--info")
    assert (await visit.faults(), await visit.too_wide_by()) == ([], 0)
