"""The planted faults still fit the source, so that planting them says something."""

from tests.conftest import CHECKOUT
from tests.mutations.faults import FAULTS


def test_what_each_fault_takes_the_place_of_stands_in_its_file_once() -> None:
    found = {fault.what: (CHECKOUT / fault.file).read_text().count(fault.right) for fault in FAULTS}
    assert [what for what, times in found.items() if times != 1] == []
