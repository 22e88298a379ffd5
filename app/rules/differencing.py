"""Whether two reports are about so nearly the same people that their difference tells about a few of them.

A report is remembered by a fingerprint: everybody in it leaves a mark, made of who it is, the groups the person is in
and the state for every metric, in one of so many boxes; marks in one box are added up. Nobody can be read back from
it. The boxes in which two fingerprints differ are never more than the people who count differently, so that what
is allowed is always about at least as many people as the threshold. Two changed people who share a box count as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import Struct

BOXES = 4096
MARK_SIZE = 2**32
FINGERPRINT = Struct(f"<{BOXES}I")
NO_DIFFERENCE = bytes(FINGERPRINT.size)


def fingerprint(marks: Iterable[tuple[int, int]]) -> bytes:
    """The fingerprint of the people whose marks these are, as (box, mark); it takes 16 KiB."""
    boxes = [0] * BOXES
    for box, mark in marks:
        boxes[box] = (boxes[box] + mark) % MARK_SIZE
    return FINGERPRINT.pack(*boxes)


def together(one: bytes, other: bytes) -> bytes:
    """The fingerprint of a report in two parts that are about the same people: a change in either is a change."""
    both = zip(FINGERPRINT.unpack(one), FINGERPRINT.unpack(other), strict=True)
    return FINGERPRINT.pack(*((mark + more) % MARK_SIZE for mark, more in both))


def difference(pairs: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Where two reports differ that are remembered by several fingerprints each, as a fingerprint of that.

    A pair is what both have of the same: where any of them differs, the reports do.
    """
    differing = 0
    for one, other in pairs:
        differing |= int.from_bytes(one) ^ int.from_bytes(other)
    return differing.to_bytes(FINGERPRINT.size)


def people_apart(one: bytes, other: bytes) -> int:
    """How many people at least are in one of two reports only, or count differently in them; 0 when none are."""
    differing = int.from_bytes(one) ^ int.from_bytes(other)
    return BOXES - FINGERPRINT.unpack(differing.to_bytes(FINGERPRINT.size)).count(0)


def same_as(one: bytes, earlier: Sequence[bytes]) -> int | None:
    """Which earlier report is about the same people in the same states; None when none is."""
    return next((place for place, other in enumerate(earlier) if one == other), None)


def too_like(one: bytes, earlier: Sequence[bytes], threshold: int) -> int | None:
    """Which earlier report differs from this one by at least one and fewer people than the threshold."""
    return next((place for place, other in enumerate(earlier) if 0 < people_apart(one, other) < threshold), None)
