"""Every published result by its key, in the order of docs/published-results.md."""

from app.demo.published.result import PublishedResult
from app.demo.published.results import (
    cbs_cohort,
    duo_for_a_job,
    equal_entry,
    hope,
    igu,
    pietra,
    seo_guidance,
    stark_im_beruf,
    valkommen,
    werkclub,
)

RESULTS: dict[str, PublishedResult] = {
    module.RESULT.key: module.RESULT
    for module in (
        hope,
        duo_for_a_job,
        equal_entry,
        pietra,
        valkommen,
        werkclub,
        stark_im_beruf,
        igu,
        seo_guidance,
        cbs_cohort,
    )
}
