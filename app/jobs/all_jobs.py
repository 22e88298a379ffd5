"""Every job there is, in the order in which one complete round does them."""

from app.jobs.ask_follow_ups import ASK_FOLLOW_UPS
from app.jobs.check_consistency import CHECK_CONSISTENCY
from app.jobs.job import Job
from app.jobs.move_follow_ups_on import MOVE_FOLLOW_UPS_ON
from app.jobs.plan_follow_ups import PLAN_FOLLOW_UPS
from app.jobs.read_bounces import READ_BOUNCES
from app.jobs.renew_links import RENEW_LINKS
from app.jobs.send_messages import SEND_MESSAGES

JOBS: tuple[Job, ...] = (
    PLAN_FOLLOW_UPS,
    MOVE_FOLLOW_UPS_ON,
    ASK_FOLLOW_UPS,
    RENEW_LINKS,
    SEND_MESSAGES,
    READ_BOUNCES,
    CHECK_CONSISTENCY,
)
