"""The naive judge of what standards of others ask: it walks through a stay in a programme day by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.rules.outcome_facts import Placement, Trajectory
from tests.outcomes.oracle import PAID, STRENGTH, Oracle, later, months_in

LEARNING = {"education", "language_course", "apprenticeship"}
ISCO_LEVEL = {"1": 4, "2": 4, "3": 3, "9": 1, **dict.fromkeys("45678", 2)}


class OracleOfStandards(Oracle):
    """One life, on one reference date."""

    def of_standard(self, metric: str, trajectory: Trajectory) -> str | None:
        """The state of a trajectory for a measure of a standard; None when the measure is not about it."""
        if not (self.exists(trajectory.registered_on) and self.exists(trajectory.started_on)):
            return None
        if metric in ("completed", "dropped_out", "ladder_step_gained"):
            return self.of_end(metric, trajectory)
        if metric == "within_contact_norm":
            return self.of_guidance(trajectory)
        if "first_job" in metric and "assistance" not in metric:
            return self.of_first_job(metric, trajectory)
        if metric.startswith("mature_"):
            return self.of_mature(metric.removeprefix("mature_"), trajectory)
        if metric.startswith("off_social_assistance"):
            return self.off_assistance(metric, trajectory)
        own = [one for one in self.life.trajectories if one.programme == trajectory.programme]
        started = [one for one in own if self.exists(one.started_on)]
        first = min(one.started_on.toordinal() for one in started if one.started_on)
        worked_before = self.in_work(first - 1) == "yes"
        if "improved" in metric and not worked_before:
            return None
        if worked_before and any(word in metric for word in ("seeking", "esf_eecr04", "esf_eecr05", "cbs")):
            return None
        return self.in_stay(metric, trajectory, own, first)

    def of_end(self, metric: str, trajectory: Trajectory) -> str:
        if trajectory.ended_on is None or not self.exists(trajectory.ended_on):
            return "excluded" if self.dead(trajectory, None) else "not_yet_due"
        if self.dead(trajectory, trajectory.ended_on.toordinal()):
            return "excluded"
        if metric == "ladder_step_gained":
            if trajectory.ladder_start is None or trajectory.ladder_end is None:
                return "unanswered"
            return "yes" if trajectory.ladder_end in range(trajectory.ladder_start + 1, 7) else "no"
        return "yes" if str(trajectory.end_outcome) == metric else "no"

    def of_guidance(self, trajectory: Trajectory) -> str | None:
        """Go back a day at a time from the reference date, until somebody was there or the norm is over."""
        if trajectory.is_paused or self.exists(trajectory.ended_on):
            return None
        there = {
            one.on.toordinal()
            for one in self.life.contacts
            if one.trajectory == trajectory.id
            and (str(one.attendance) in ("came", "late") or (one.attendance is None and not one.in_group))
        }
        spoken = {day for day in there if day <= self.as_of}
        if not spoken and trajectory.started_on:
            spoken.add(trajectory.started_on.toordinal())
        return "yes" if any(self.as_of - back in spoken for back in range(trajectory.contact_norm_days + 1)) else "no"

    def off_assistance(self, metric: str, trajectory: Trajectory) -> str | None:
        """Walk away from the target day, a day at a time in both directions, until somebody said something."""
        begin = trajectory.started_on
        if metric.endswith("first_job"):
            own = sorted((p.starts_on, p.number) for p in self.jobs if p.trajectory == trajectory.id)
            begin = own[0][0] if own else None
        if begin is None:
            return None
        target = later(begin, 18 if metric.endswith("first_job") else 24)
        early = self.timed(trajectory, target)
        if early:
            return early
        for away in range(32):
            near = [o for o in self.life.observations if abs(o.on.toordinal() - target) == away and self.exists(o.on)]
            said = [o for o in near if o.on_social_assistance is not None]
            said.sort(key=lambda o: (STRENGTH[o.source], o.recorded_at))
            if said:
                best = (said[-1].source, said[-1].recorded_at)
                equal = {
                    o.on_social_assistance
                    for o in said
                    if (STRENGTH[o.source], o.recorded_at) == (STRENGTH[best[0]], best[1])
                }
                return "unanswered" if len(equal) > 1 else "no" if said[-1].on_social_assistance else "yes"
        return "unanswered"

    def in_stay(self, metric: str, trajectory: Trajectory, own: list[Trajectory], first: int) -> str:
        last = self.last_of(own)
        if "cbs" in metric:
            return self.due(trajectory, later(date.fromordinal(first), 24)) or (
                "yes" if self.worked_in(first, later(date.fromordinal(first), 24)) else "no"
            )
        if last is None or last.ended_on is None:
            return "excluded" if self.dead(trajectory, None) else "not_yet_due"
        exit_on = last.ended_on.toordinal()
        if "wioa" in metric:
            return self.in_quarter(trajectory, last.ended_on, 2 if "second" in metric else 4)
        if "on_leaving" in metric:
            return self.due(trajectory, exit_on + 28) or self.on_leaving(
                metric, own, str(last.destination), first, exit_on
            )
        target = later(last.ended_on, 6)
        early = self.due(trajectory, target)
        return early or self.spelled(self.improved(first - 1, target) if "improved" in metric else self.in_work(target))

    def of_first_job(self, metric: str, trajectory: Trajectory) -> str | None:
        own = sorted((p for p in self.jobs if p.trajectory == trajectory.id), key=lambda p: (p.starts_on, p.number))
        if not own:
            return None
        first = own[0]
        if metric.startswith("step_up"):
            target = later(first.starts_on, 12)
            return self.due(trajectory, target) or self.spelled(self.bettered(first, target))
        if self.dead(trajectory, first.starts_on.toordinal()):
            return "excluded"
        if "contract" in metric:
            of_kind = {"agency_job": "agency", "self_employment": "self_employed", "apprenticeship": "bbl"}
            contract = str(first.contract) if first.contract else of_kind.get(str(first.kind))
            return "unanswered" if contract is None else "yes" if metric.endswith(f"_is_{contract}") else "no"
        if first.job.hours is None:
            return "unanswered"
        classes = {"up_to_12": 12, "13_to_24": 24, "25_to_32": 32, "33_and_more": 168}
        its_own = next(name for name, most in classes.items() if first.job.hours <= most)
        return "yes" if metric.endswith(its_own) else "no"

    def of_mature(self, metric: str, trajectory: Trajectory) -> str | None:
        """Walk to the last day of the quarter, and see whether that one has come as well."""
        jobs = [p.starts_on for p in self.jobs if p.trajectory == trajectory.id]
        index = trajectory.ended_on if "after_end" in metric else trajectory.started_on
        if "retention" in metric:
            index = min(jobs, default=None)
        if index is None or not self.exists(index):
            return None
        last = index
        while (last.month, last.day) not in ((3, 31), (6, 30), (9, 30), (12, 31)):
            last = date.fromordinal(last.toordinal() + 1)
        return self.state(metric, trajectory) if later(last, months_in(metric)) <= self.as_of else None

    def due(self, trajectory: Trajectory, target: int) -> str | None:
        return self.timed(trajectory, target)

    def last_of(self, own: list[Trajectory]) -> Trajectory | None:
        started = [one for one in own if self.exists(one.started_on)]
        if not all(self.exists(one.ended_on) for one in started):
            return None
        return max(started, key=lambda one: (one.ended_on or date.min, one.number))

    def worked_in(self, first: int, last: int) -> bool:
        return any(day in self.worked for day in range(first, last + 1))

    def in_quarter(self, trajectory: Trajectory, left_on: date, quarters: int) -> str:
        """Walk on to the first days of the quarters that follow."""
        day = left_on.toordinal()
        firsts: list[int] = []
        while len(firsts) < quarters + 1:
            day += 1
            that = date.fromordinal(day)
            if that.day == 1 and that.month in (1, 4, 7, 10):
                firsts.append(day)
        begin, after = firsts[-2], firsts[-1]
        return self.due(trajectory, after) or ("yes" if self.without_subsidy(begin, after - 1) else "no")

    def without_subsidy(self, first: int, last: int) -> bool:
        return any(
            day in self.proof_of[p.id]
            for p in self.jobs
            if str(p.kind) != "subsidised_job"
            for day in range(first, last + 1)
        )

    def on_leaving(self, metric: str, own: list[Trajectory], went_to: str, first: int, exit_on: int) -> str:
        if "qualified" in metric:
            ids = {one.id for one in own}
            shown = [
                m
                for m in self.life.measurements
                if m.official and m.trajectory in ids and first <= m.on.toordinal() <= exit_on + 28
            ]
            return "yes" if shown else "unanswered"
        if "studying" in metric:
            return self.spelled(self.studying(went_to, first, exit_on))
        employed = self.employed(went_to, exit_on)
        if "employed" in metric:
            return self.spelled(employed)
        if employed == "yes" or went_to in ("education", "volunteering", "care"):
            return "no"
        return "yes" if went_to == "job_seeking" else "unanswered"

    def employed(self, went_to: str, exit_on: int) -> str:
        """Go back from the 28th day until something happened."""
        last_day = exit_on + 28
        for day in range(last_day, exit_on - 1, -1):
            if day in self.worked:
                gone_on = day == last_day or not self.everything_ended_on(day, last_day)
                return "yes" if gone_on else "no"
            if day in self.no_standing:
                return "no"
        if went_to in ("paid_work", "self_employment"):
            return "yes"
        return "no" if went_to == "job_seeking" or self.in_work(last_day) == "no" else "unknown"

    def everything_ended_on(self, day: int, last_day: int) -> bool:
        ends = [self.end(p) for p in self.jobs if p.starts_on.toordinal() <= last_day]
        return bool(ends) and None not in ends and max(end for end in ends if end is not None) == day

    def studying(self, went_to: str, first: int, exit_on: int) -> str:
        last_day = exit_on + 28
        studies = [
            (p.starts_on.toordinal(), self.end(p))
            for p in self.life.placements
            if str(p.kind) in LEARNING and first <= p.starts_on.toordinal() <= last_day and self.exists(p.starts_on)
        ]
        open_end = [begin for begin, end in studies if end is None]
        if any(begin >= exit_on for begin in open_end) or any(end >= last_day for _, end in studies if end is not None):
            return "yes"
        ended = any(end >= exit_on for _, end in studies if end is not None)
        if went_to == "education" and not ended:
            return "yes"
        if open_end:
            return "unknown"
        return "no" if ended or went_to not in ("None", "unknown", "moved", "deceased") else "unknown"

    def improved(self, before: int, after: int) -> str:
        if self.in_work(after) == "no":
            return "no"
        old = self.main_job(before)
        return self.bettered(old, after) if old else "unknown"

    def bettered(self, old: Placement, after: int) -> str:
        if self.in_work(after) == "no":
            return "no"
        new = self.main_job(after)
        if new is None:
            return "unknown"
        said = [self.surer(old, new), self.fuller(old, new), self.higher(old, new)]
        return "yes" if "yes" in said else "unknown" if "unknown" in said else "no"

    def main_job(self, day: int) -> Placement | None:
        there = [p for p in self.jobs if day in self.proof_of[p.id]]
        there.sort(key=lambda p: (p.starts_on, p.number))
        there.sort(key=lambda p: -1.0 if p.job.hours is None else p.job.hours, reverse=True)
        return there[0] if there else None

    def surer(self, old: Placement, new: Placement) -> str:
        if not (old.contract and new.contract):
            return "unknown"
        uncertain = str(old.contract) in ("fixed_term", "agency", "on_call", "payroll", "bbl")
        return "yes" if uncertain and str(new.contract) == "permanent" else "no"

    def fuller(self, old: Placement, new: Placement) -> str:
        wish = self.life.person.wished_hours
        enough = 33 if wish is None else wish - 4
        if old.job.hours is None or new.job.hours is None:
            return "unknown"
        return "yes" if new.job.hours >= enough > old.job.hours else "no"

    def higher(self, old: Placement, new: Placement) -> str:
        levels = self.isco_levels((old, new))
        if None in levels:
            return "unknown"
        return "yes" if (levels[1] or 0) > (levels[0] or 0) else "no"

    def isco_levels(self, jobs: Sequence[Placement]) -> list[int | None]:
        assert all(str(p.kind) in PAID for p in jobs)
        return [ISCO_LEVEL.get((p.job.occupation or " ")[0]) for p in jobs]
