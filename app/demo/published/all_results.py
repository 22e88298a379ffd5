"""Every published result by its key, in the order of docs/published-results.md."""

from app.demo.published.result import PublishedResult
from app.demo.published.results import equal_entry, hope, igu, pietra, stark_im_beruf

RESULTS: dict[str, PublishedResult] = {
    module.RESULT.key: module.RESULT for module in (hope, equal_entry, pietra, stark_im_beruf, igu)
}
