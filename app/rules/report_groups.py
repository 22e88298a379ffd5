"""The groups of a report that are made, and not recorded as such: bands, and those of whom there is nothing to go by.

What nobody recorded is None, and makes a group of its own.
"""

from __future__ import annotations

from app.rules.selection_profiles import AGE_BANDS, EDUCATION_BANDS, SPEAKING_BANDS

NOT_STARTED = "not_started"
NO_JOB = "no_job"
"""Of these it is known that there is nothing to go by: no start yet, or no paid work yet."""

AGE_CODES = dict(zip(("under_27", "27_to_34", "35_to_44", "45_to_54", "55_or_older"), AGE_BANDS, strict=True))
"""Code → the age below which the band ends, and its name; on the day of the start, or of registration before it."""

EDUCATION_CODES = dict(zip(("low", "middle", "high"), EDUCATION_BANDS, strict=True))
"""Code → the last level of ISCED 2011 of the band, and its name."""

SPEAKING_CODES = dict(zip(("below_a1", "a1", "a2", "b1", "b2_or_higher"), SPEAKING_BANDS, strict=True))
"""Code → the name of the band, by the number of levels of the CEFR that somebody has reached in speaking."""

DAYS_AFTER_THE_START = 91
"""A first measurement so many days after the start still tells the level at the start."""
