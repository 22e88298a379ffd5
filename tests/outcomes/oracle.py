"""A second, deliberately naive judge of outcomes: it walks through somebody's life day by day.

It shares nothing with app/rules or the SQL but the shape of the facts.
Days are plain numbers (`date.toordinal`). It is slow, and it is meant to be read.
"""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from app.rules.outcome_facts import Life, MeasuredInTrajectory, Placement, Trajectory

PAID = {"regular_job", "agency_job", "subsidised_job", "self_employment", "apprenticeship"}
LEARNING = {"internship", "work_experience", "trial_placement", "education"}
STRENGTH = {"register": 4, "payslip": 4, "employer": 3, "participant": 2, "coach": 1}
LEVELS = {
    "1": [5, 6, 7, 8],
    "2": [6, 7, 8],
    "3": [5],
    **{group: [3, 4] for group in "45678"},
    "9": [0, 1, 2],
}
CEFR = "A1 A2 B1 B2 C1 C2 "
LADDER = ["Alfa A", "Alfa B", "Alfa C", "A0", "A1-", "A1", "A2", "B1", "B2", "C1", "C2"]
SCORED = {
    "satisfied_with_guidance": ("participant", "guidance"),
    "feels_at_home": ("participant", "belonging"),
    "employer_satisfied_with_participant": ("employer", "participant"),
    "employer_satisfied_with_programme": ("employer", "programme"),
}
MATCH_FLAGS = ("match_level", "match_field", "match_wish", "match_own_judgement")


def later(day: date, months: int) -> int:
    """Walk forward month by month from the first of the month, then to the day or the last that exists."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    wanted = day.day
    while True:
        try:
            return date(year, month, wanted).toordinal()
        except ValueError:
            wanted -= 1


def months_in(metric: str) -> int:
    """The one number in the code of a metric."""
    return int(next(word for word in metric.split("_") if word.isdigit()))


class Oracle:
    """One life, on one reference date."""

    def __init__(self, life: Life, as_of: date) -> None:
        self.life = life
        self.as_of = as_of.toordinal()
        self.jobs = [p for p in life.placements if str(p.kind) in PAID and self.exists(p.starts_on)]
        ended = [p.ends_on for p in life.placements if p.ends_on and p.end_reason == "deceased"]
        self.died_in_job = [day.toordinal() for day in ended if self.exists(day)]
        self.starts = {p.starts_on.toordinal() for p in self.jobs}
        self.yes_days: dict[int, list[tuple[int, Hashable]]] = {}
        self.no_days: dict[int, int] = {}
        for day in {o.on.toordinal() for o in life.observations if self.exists(o.on)}:
            self.settle(day)
        self.worked: set[int] = set(self.yes_days)
        self.proof_of: dict[Hashable, set[int]] = {}
        self.own_proof: dict[Hashable, set[int]] = {}
        for job in self.jobs:
            self.proof_of[job.id] = self.days_of(job, own_only=False)
            self.own_proof[job.id] = self.days_of(job, own_only=True)
            self.worked |= self.proof_of[job.id]
        self.ended_before: dict[int, bool] = {}
        self.found_sign: dict[int, int] = {}
        self.no_standing = {day for day in self.no_days if not self.overruled(day)}
        self.signs = self.no_standing | self.starts

    def exists(self, day: date | None) -> bool:
        return day is not None and day.toordinal() <= self.as_of

    def end(self, job: Placement) -> int | None:
        return job.ends_on.toordinal() if job.ends_on and self.exists(job.ends_on) else None

    def settle(self, day: int) -> None:
        """What was said about one day: the best statement wins, with all that say the same."""
        said = [o for o in self.life.observations if o.on.toordinal() == day]
        said.sort(key=lambda o: (STRENGTH[o.source], o.recorded_at))
        best = said[-1]
        for o in said:
            tied = (STRENGTH[o.source], o.recorded_at) == (STRENGTH[best.source], best.recorded_at)
            if tied and o.in_paid_work != best.in_paid_work:
                return
        for o in said:
            if o.in_paid_work and best.in_paid_work:
                self.yes_days.setdefault(day, []).append((STRENGTH[o.source], o.about))
            elif not o.in_paid_work and not best.in_paid_work:
                self.no_days[day] = max(self.no_days.get(day, 0), STRENGTH[o.source])

    def days_of(self, job: Placement, *, own_only: bool) -> set[int]:
        """Try every day from the reference date backwards as the last proven one."""
        start, end = job.starts_on.toordinal(), self.end(job)
        for last in range(end or self.as_of, start, -1):
            if (
                (last in self.yes_days or last == end)
                and self.proof(job, last, own_only=own_only)
                and all(
                    self.answered(job, doubt, last, own_only=own_only)
                    for doubt in range(start + 1, last)
                    if doubt in self.no_days
                )
            ):
                return set(range(start, last + 1))
        return {start}

    def answered(self, job: Placement, doubt: int, last: int, *, own_only: bool) -> bool:
        said = [day for day in range(doubt, last + 1) if day in self.yes_days or day == self.end(job)]
        return any(self.proof(job, day, own_only=own_only) >= self.no_days[doubt] for day in said)

    def proof(self, job: Placement, day: int, *, own_only: bool) -> int:
        """How strongly something says that this job was still worked in on this day; 0 for nothing."""
        strengths = [0]
        for strength, about in self.yes_days.get(day, []):
            if about == job.id or (about is None and self.end(job) is None and not own_only):
                strengths.append(strength)
        if self.end(job) == day:
            strengths.append(STRENGTH[job.end_source])
        return max(strengths)

    def overruled(self, day: int) -> bool:
        for job in self.jobs:
            days = self.proof_of[job.id]
            if min(days) < day < max(days):
                return True
        return False

    # What is asked about a life

    def in_work(self, day: int) -> str:
        if day in self.worked:
            return "yes"
        return "no" if self.seen_idle_near(day) or self.idle(day, until=self.as_of) else "unknown"

    def seen_idle_near(self, day: int) -> bool:
        for back in range(day, day - 32, -1):
            if back in self.no_standing:
                begins = [p for p in self.jobs if p.starts_on.toordinal() == back and self.end(p) != back]
                if back == day or not begins:
                    return True
                break
            if back in self.worked and back != day:
                break
        for ahead in range(day + 1, day + 32):
            if ahead in self.no_standing:
                return True
            if ahead in self.worked:
                break
        return False

    def idle(self, day: int, until: int) -> bool:
        """After the end of all that was begun, and before a later sign that says so."""
        if day in self.worked or not self.all_ended_before(day):
            return False
        sign = self.sign_after(day)
        return sign in self.signs and sign <= until

    def sign_after(self, day: int) -> int:
        """The first day from here on that says something: of work, or that there is none."""
        if day not in self.found_sign:
            ahead = day
            while ahead <= self.as_of and ahead not in self.signs and ahead not in self.worked:
                ahead += 1
            self.found_sign |= dict.fromkeys(range(day, ahead + 1), ahead)
        return self.found_sign[day]

    def all_ended_before(self, day: int) -> bool:
        if day not in self.ended_before:
            self.ended_before[day] = self.look_for_ends_before(day)
        return self.ended_before[day]

    def look_for_ends_before(self, day: int) -> bool:
        last = 0
        for p in self.jobs:
            if p.starts_on.toordinal() <= day:
                end = self.end(p)
                if end is None or end >= day:
                    return False
                last = max(last, end)
        return last > 0 and self.worked.isdisjoint(range(last + 1, day))

    def uninterrupted(self, first: int, last: int) -> str:
        if self.in_work(last) == "no":
            return "no"
        longest_hole = idle = hole = 0
        for day in range(first, last + 1):
            if day in self.worked:
                idle = hole = 0
                continue
            hole += 1
            idle = idle + 1 if self.idle(day, until=last) else 0
            if idle > 31:
                return "no"
            longest_hole = max(longest_hole, hole)
        return "yes" if self.in_work(last) == "yes" and longest_hole <= 31 else "unknown"

    def same_employer(self, index: Placement, day: int) -> str:
        there = [p for p in self.jobs if p.employer == index.employer]
        if any(day in self.own_proof[p.id] for p in there):
            return "yes"
        ends = [self.end(p) for p in there if p.starts_on.toordinal() <= day]
        gone = all(end is not None and end < day for end in ends)
        return "no" if gone or self.seen_idle_near(day) else "unknown"

    # What is asked about a job

    def match(self, flag: str, trajectory: Trajectory, index: Placement) -> str:
        person, job = self.life.person, index.job
        if flag == "match_level":
            levels = LEVELS.get((job.occupation or " ")[0])
            if levels is None or person.education is None:
                return "unknown"
            return "yes" if person.education in levels else "no"
        if flag == "match_field":
            return self.shared(job.occupation, [*person.earlier_occupations, *trajectory.target_occupations])
        if flag == "match_wish":
            return self.wish(index)
        scores = [
            (r.rated_on, r.recorded_at, -r.score)
            for r in self.life.ratings
            if self.exists(r.rated_on)
            and (str(r.rated_by), str(r.dimension)) == ("participant", "job")
            and (
                r.placement == index.id
                or (r.placement is None and r.trajectory == trajectory.id and r.rated_on >= index.starts_on)
            )
        ]
        if not scores:
            return "unknown"
        return "yes" if -max(scores)[2] >= 4 else "no"

    def wish(self, index: Placement) -> str:
        person, job = self.life.person, index.job
        answers = []
        if person.wished_sectors:
            met = job.sector in person.wished_sectors
            answers.append("unknown" if job.sector is None else "yes" if met else "no")
        if person.wished_occupations:
            answers.append(self.shared(job.occupation, list(person.wished_occupations)))
        if person.wished_hours is not None:
            if job.hours is None:
                answers.append("unknown")
            else:
                low, high = person.wished_hours - 4, person.wished_hours + 4
                answers.append("yes" if low <= job.hours <= high else "no")
        for answer in ("yes", "unknown", "no"):
            if answer in answers:
                return answer
        return "unknown"

    def shared(self, occupation: str | None, others: list[str]) -> str:
        others = [other[:2] for other in others if len(other) > 1]
        if occupation is None or len(occupation) < 2 or not others:
            return "unknown"
        return "yes" if occupation[:2] in others else "no"

    def job_match(self, trajectory: Trajectory, index: Placement) -> str:
        flags = [self.match(flag, trajectory, index) for flag in MATCH_FLAGS]
        if flags.count("unknown") > 1:
            return "unknown"
        return "no" if "no" in flags else "yes"

    # From a question to a state

    def state(self, metric: str, trajectory: Trajectory) -> str | None:
        """The state of a trajectory for a metric; None when the metric is not about this trajectory."""
        if not self.exists(trajectory.registered_on):
            return None
        if metric in ("screened", "admitted", "referred", "declined", "withdrawn"):
            return self.selected(metric, trajectory)
        if metric in ("admitted_though_not_met", "declined_though_met", "over_qualified"):
            return self.checked(metric, trajectory)
        return self.of_started(metric, trajectory) if self.exists(trajectory.started_on) else None

    def of_started(self, metric: str, trajectory: Trajectory) -> str | None:
        """The state of a trajectory that has started."""
        if metric == "job_guarantee_kept":
            return self.promise(trajectory)
        own = [p for p in self.jobs if p.trajectory == trajectory.id]
        own.sort(key=lambda p: (p.starts_on, p.number))
        if metric.startswith("placed_within"):
            return self.placed(trajectory, own, months_in(metric))
        if metric == "ever_placed":
            return self.ever_placed(trajectory, own)
        if metric == "in_work_or_study_15_months_after_start":
            return self.work_or_study(trajectory, later(trajectory.started_on or date.max, 15))
        if metric == "work_or_learning_within_12_months_after_end":
            return self.found_within(trajectory, 12)
        if metric.startswith("in_paid_work"):
            return self.after_end(trajectory, months=6 if "6_months" in metric else 0)
        if metric.startswith("language"):
            return self.language(metric, trajectory, own)
        if not own:
            return None
        if metric in SCORED:
            return self.content(trajectory, own[0], *SCORED[metric])
        return (
            self.retention(metric, trajectory, own[0])
            if "retention" in metric
            else self.fit(metric, trajectory, own[0])
        )

    def selected(self, metric: str, trajectory: Trajectory) -> str:
        decision, day = self.decided(trajectory)
        started = self.exists(trajectory.started_on)
        screened = self.exists(trajectory.screened_on)
        if metric == "screened" and screened:
            day = trajectory.screened_on
        if self.dead(trajectory, day.toordinal() if day else None):
            return "excluded"
        if day is None:
            return "not_yet_due"
        came_in = started or decision.startswith("admitted")
        if metric == "admitted":
            return "yes" if came_in else "no"
        if metric != "screened":
            return "yes" if not came_in and decision == metric else "no"
        if screened:
            return "yes"
        return "no" if not came_in and decision == "withdrawn" else "unanswered"

    def checked(self, metric: str, trajectory: Trajectory) -> str | None:
        decision, day = self.decided(trajectory)
        came_in = self.exists(trajectory.started_on) or decision.startswith("admitted")
        about_admission = metric != "declined_though_met"
        if came_in != about_admission or (not about_admission and decision != "declined"):
            return None
        if day and self.dead(trajectory, day.toordinal()):
            return "excluded"
        wanted = "admitted" if about_admission else "declined"
        known = [c for c in trajectory.checked_decisions if self.exists(c.decided_on)]
        known = [c for c in known if str(c.decision).startswith(wanted)]
        known.sort(key=lambda c: (c.decided_on, c.recorded_at))
        if not known:
            return "unanswered"
        if metric == "over_qualified":
            return {True: "yes", False: "no", None: "unanswered"}[known[-1].over_qualified]
        verdict = str(known[-1].verdict)
        if verdict not in ("met", "not_met"):
            return "unanswered"
        return "yes" if verdict == ("not_met" if about_admission else "met") else "no"

    def decided(self, trajectory: Trajectory) -> tuple[str, date | None]:
        """What was decided and when; being on the waiting list decides nothing, a start does."""
        decision = str(trajectory.decision) if self.exists(trajectory.decided_on) else ""
        if decision in ("", "None", "waiting"):
            return "", trajectory.started_on if self.exists(trajectory.started_on) else None
        return decision, trajectory.decided_on

    def language(self, metric: str, trajectory: Trajectory, own: list[Placement]) -> str | None:
        fell = metric == "language_fell_back"
        since = own[0].starts_on if fell and own else None if fell else trajectory.started_on
        if since is None:
            return None
        target = later(since, 12 if metric == "language_official_result" else 3)
        early = self.timed(trajectory, target)
        if early:
            return early
        known = [m for m in self.life.measurements if m.trajectory == trajectory.id and self.exists(m.on)]
        if metric == "language_official_result":
            said = [m.official for m in known if since.toordinal() <= m.on.toordinal() <= target]
            if True in said:
                return "yes"
            return "no" if said and all(one is False for one in said) else "unanswered"
        shown = [m for m in known if m.official is True or m.instrument is not None]
        if not fell:
            skill = metric.removeprefix("language_gain_")
            return self.gain([m for m in shown if str(m.skill) == skill])
        found = {self.fall([m for m in shown if m.skill == skill], since) for skill in {m.skill for m in shown}}
        if "yes" in found:
            return "yes"
        return "no" if found == {"no"} else "unanswered"

    def gain(self, shown: list[MeasuredInTrajectory]) -> str:
        """Compare what counts on the first day with what counts on the last."""
        days = sorted({m.on for m in shown})
        if not days or (days[-1] - days[0]).days < 90:
            return "unanswered"
        first, last = (CEFR.find(str(self.counting(shown, day).level) + " ") for day in (days[0], days[-1]))
        return "yes" if last > first else "no"

    def fall(self, shown: list[MeasuredInTrajectory], since: date) -> str:
        last_day = max(m.on for m in shown)
        before = [m for m in shown if m.on != last_day]
        if last_day <= since or not before:
            return "unanswered"
        level = LADDER.index(str(self.counting(shown, last_day).level))
        return "yes" if any(LADDER.index(str(m.level)) > level for m in before) else "no"

    def counting(self, shown: list[MeasuredInTrajectory], day: date) -> MeasuredInTrajectory:
        """Of one day: official before not, then recorded last, then the lower level."""
        said = sorted((m for m in shown if m.on == day), key=lambda m: LADDER.index(str(m.level)))
        said.sort(key=lambda m: m.recorded_at, reverse=True)
        return next((m for m in said if m.official is True), said[0])

    def work_or_study(self, trajectory: Trajectory, target: int) -> str:
        early = self.timed(trajectory, target)
        if early:
            return early
        work = self.in_work(target)
        open_end = False
        for p in self.life.placements:
            if str(p.kind) == "education" and p.starts_on.toordinal() <= target:
                end = self.end(p)
                if p.starts_on.toordinal() == target or (end is not None and target <= end):
                    work = "yes"
                open_end = open_end or end is None
        return self.spelled("unknown" if work == "no" and open_end else work)

    def after_end(self, trajectory: Trajectory, months: int) -> str:
        if trajectory.ended_on is None or not self.exists(trajectory.ended_on):
            return "excluded" if self.dead(trajectory, None) else "not_yet_due"
        target = later(trajectory.ended_on, months)
        return self.timed(trajectory, target) or self.spelled(self.in_work(target))

    def promise(self, trajectory: Trajectory) -> str | None:
        made = [p for p in self.life.placements if p.trajectory == trajectory.id and p.job_guarantee]
        made = [p for p in made if self.exists(p.starts_on)]
        if not made:
            return None
        if self.dead(trajectory, min(p.starts_on.toordinal() for p in made)):
            return "excluded"
        if any(p.job_guarantee_kept for p in made):
            return "yes"
        return "no" if all(p.job_guarantee_kept is False for p in made) else "unanswered"

    def content(self, trajectory: Trajectory, index: Placement, rater: str, subject: str) -> str:
        early = self.timed(trajectory, later(index.starts_on, 1))
        if early:
            return early
        last = None
        for r in self.life.ratings:
            if not self.exists(r.rated_on) or (str(r.rated_by), str(r.dimension)) != (rater, subject):
                continue
            unnamed = r.placement is None and r.trajectory == trajectory.id and r.rated_on >= index.starts_on
            if r.placement == index.id or unnamed:
                this = (r.rated_on, r.recorded_at, -r.score)
                last = this if last is None else max(last, this)
        if last is None:
            return "unanswered"
        return "yes" if last[2] <= -4 else "no"

    def fit(self, metric: str, trajectory: Trajectory, index: Placement) -> str:
        if self.dead(trajectory, index.starts_on.toordinal()):
            return "excluded"
        whole = metric == "job_match"
        answer = self.job_match(trajectory, index) if whole else self.match(metric, trajectory, index)
        return self.spelled(answer)

    def ever_placed(self, trajectory: Trajectory, own: list[Placement]) -> str:
        started_on = trajectory.started_on or date.max
        if trajectory.ended_on is None or not self.exists(trajectory.ended_on):
            return "excluded" if self.dead(trajectory, None) else "not_yet_due"
        if self.dead(trajectory, trajectory.ended_on.toordinal()):
            return "excluded"
        return "yes" if any(p.starts_on >= started_on for p in own) else "no"

    def placed(self, trajectory: Trajectory, own: list[Placement], months: int) -> str:
        started_on = trajectory.started_on or date.max
        target = later(started_on, months)
        placed = [p for p in own if started_on.toordinal() <= p.starts_on.toordinal() <= target]
        return self.timed(trajectory, target) or ("yes" if placed else "no")

    def found_within(self, trajectory: Trajectory, months: int) -> str:
        if trajectory.ended_on is None or not self.exists(trajectory.ended_on):
            return "excluded" if self.dead(trajectory, None) else "not_yet_due"
        last_day, started_on = trajectory.ended_on.toordinal(), trajectory.started_on or date.max
        target = later(trajectory.ended_on, months)
        found = [
            p
            for p in self.life.placements
            if p.trajectory == trajectory.id and str(p.kind) in PAID | LEARNING and p.starts_on >= started_on
            if p.starts_on.toordinal() <= target and (self.end(p) or last_day) >= last_day
        ]
        return self.timed(trajectory, target) or ("yes" if found else "no")

    def retention(self, metric: str, trajectory: Trajectory, index: Placement) -> str:
        months = months_in(metric)
        target = later(index.starts_on, months)
        early = self.timed(trajectory, target)
        if early:
            return early
        if metric.endswith("in_work"):
            answer = self.in_work(target)
        elif metric.endswith("uninterrupted"):
            answer = self.uninterrupted(index.starts_on.toordinal(), target)
        else:
            answer = self.same_employer(index, target)
        if answer == "unknown":
            for f in self.life.follow_ups:
                closed = f.placement == index.id and f.month == months and self.exists(f.closed_on)
                if closed and str(f.state) in ("refused", "unreachable"):
                    return str(f.state)
        return self.spelled(answer)

    def timed(self, trajectory: Trajectory, target: int) -> str | None:
        if self.dead(trajectory, target):
            return "excluded"
        return "not_yet_due" if target > self.as_of else None

    def dead(self, trajectory: Trajectory, target: int | None) -> bool:
        days, ended = self.died_in_job, trajectory.ended_on
        if ended and self.exists(ended) and "deceased" in (trajectory.destination, trajectory.end_reason):
            days = [*days, ended.toordinal()]
        return bool(days) and (target is None or min(days) <= target)

    def spelled(self, answer: str) -> str:
        return "unanswered" if answer == "unknown" else answer
