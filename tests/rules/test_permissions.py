"""Who may do what with what they can see."""

import pytest

from app.rules.code_lists import Role
from app.rules.permissions import MAY, REFUSALS, Act, why_not, why_not_take
from app.rules.trajectory_states import Step


def test_every_role_stands_in_the_table_and_every_act_has_a_refusal() -> None:
    assert set(MAY) == set(Role)
    assert set(REFUSALS) == set(Act)


def test_nothing_is_for_nobody() -> None:
    assert frozenset().union(*MAY.values()) == set(Act)


@pytest.mark.parametrize("role", [Role.EMPLOYER, Role.MUNICIPALITY])
def test_outsiders_may_do_nothing(role: Role) -> None:
    assert all(why_not(act, [role]) for act in Act)


def test_a_coach_enters_people_and_does_not_decide() -> None:
    assert why_not(Act.ADD_PARTICIPANT, [Role.COACH]) is None
    assert why_not_take(Step.ADMIT, [Role.COACH]) == "Only a coordinator of the programme decides this."
    assert why_not_take(Step.START, [Role.COACH]) is None


def test_one_role_that_may_is_enough() -> None:
    assert why_not(Act.DECIDE, [Role.COACH, Role.COORDINATOR]) is None
    assert why_not(Act.DECIDE, []) is not None
