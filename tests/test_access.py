"""Who may do what is looked up at every call, and ends at the course."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from class_world import ADA, COURSE, EVE, INES, TOM, a_course

from grader.course.access import Access, Operator
from grader.errors import NotAllowed, UnknownCourse, UnknownPerson
from grader.model import Role
from grader.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = a_course(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("role", Role)
def test_role_covers_those_below_it_and_no_other(role: Role) -> None:
    ranks = list(Role)
    assert [role.covers(other) for other in ranks] == [ranks.index(other) <= ranks.index(role) for other in ranks]


def test_learner_is_no_assistant(store: Store) -> None:
    with pytest.raises(NotAllowed):
        Access(store).require(ADA.id, Role.ASSISTANT)


def test_assistant_is_let_in_where_assistants_may(store: Store) -> None:
    assert Access(store).require(TOM.id, Role.ASSISTANT) == TOM


def test_nobody_is_nobody(store: Store) -> None:
    with pytest.raises(NotAllowed):
        Access(store).require("p-nobody", Role.LEARNER)


def test_person_of_another_course_looks_like_nobody(store: Store) -> None:
    with pytest.raises(UnknownPerson):
        Access(store).learner(EVE.id, Role.ASSISTANT, ADA.id)
    assert Access(store).learner(INES.id, Role.ASSISTANT, ADA.id) == (INES, ADA)


def test_operator_of_an_unknown_course_is_told_which_there_are(store: Store) -> None:
    with pytest.raises(UnknownCourse, match="autumn, other"):
        Access(store).require(Operator("summer"), Role.ADMIN)
    assert Access(store).require(Operator(COURSE), Role.ADMIN).course == COURSE
