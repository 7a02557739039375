"""Clusters of failures: who is in them, what they are called, what they look like, and who may see them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import fakes
import pytest
from class_world import ADA, BEN, CHEN, COURSE, EVE, INES, NOON, TOM, a_course
from insight_world import SHAPE, VALUES, emptied, hand_in, judged

from grader.course.access import Operator
from grader.course.classroom.failing import Failing, failing_of
from grader.course.classroom.mistakes import Cluster, Mistakes
from grader.errors import NotAllowed
from grader.model import CheckResult, Message, Outcome, Person, Role, Verdict
from grader.store import Store, people


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = a_course(tmp_path_factory.mktemp("data"))
    yield store
    store.close()


@pytest.fixture
def store(opened: Store) -> Store:
    return emptied(opened)


@pytest.fixture
def mistakes(store: Store) -> Mistakes:
    return Mistakes(fakes.FakeCatalog(), store, clock=lambda: NOON)


def only(mistakes: Mistakes, **wanted: Any) -> Cluster:
    (one,) = mistakes.clusters(INES.id, **wanted).listed
    return one


def test_failures_alike_at_every_check_are_one_cluster(store: Store, mistakes: Mistakes) -> None:
    for who in (ADA, BEN, CHEN):
        hand_in(store, who, judged({"random": SHAPE}))
    assert (only(mistakes).learners, only(mistakes).times) == (3, 3)


def test_other_kinds_of_failure_make_other_clusters_the_larger_first(store: Store, mistakes: Mistakes) -> None:
    hand_in(store, ADA, judged({"random": SHAPE}))
    for who in (BEN, CHEN):
        hand_in(store, who, judged({"random": VALUES}))
    assert [one.learners for one in mistakes.clusters(INES.id).listed] == [2, 1]


def test_failures_of_one_name_are_one_cluster_whatever_checks_they_fail(store: Store, mistakes: Mistakes) -> None:
    hand_in(store, ADA, judged({"random": VALUES}, misconception="flipped"))
    hand_in(store, BEN, judged({"random": VALUES, "edges": SHAPE}, misconception="flipped"))
    assert (only(mistakes).misconception, only(mistakes).learners) == ("flipped", 2)


def test_failures_of_two_names_are_two_clusters_though_the_same_checks_fail(store: Store, mistakes: Mistakes) -> None:
    for who, name in ((ADA, "flipped"), (BEN, "mean"), (CHEN, None)):
        hand_in(store, who, judged({"random": VALUES}, misconception=name))
    assert {one.misconception for one in mistakes.clusters(INES.id).listed} == {"flipped", "mean", None}


def test_cluster_is_called_what_most_of_its_members_are(store: Store, mistakes: Mistakes) -> None:
    for who in (ADA, BEN, CHEN):
        hand_in(store, who, judged({"random": VALUES}))
    named = "UPDATE mistakes SET misconception = 'flipped' WHERE learner IN ('p-ada', 'p-ben')"
    store.write(lambda c: c.exec_driver_sql(named)).result()
    assert only(mistakes).misconception == "flipped"


def test_who_passed_meanwhile_is_counted_as_past_with_their_attempts(store: Store, mistakes: Mistakes) -> None:
    for who in (ADA, BEN):
        hand_in(store, who, judged({"random": VALUES}), hours=-3)
    hand_in(store, ADA, judged({"edges": VALUES}), hours=-2)
    hand_in(store, ADA, judged({}), hours=-1)
    first = mistakes.clusters(INES.id).listed[0]
    assert (first.learners, first.past, first.attempts) == (2, 1, 3.0)


def test_who_passed_before_they_failed_so_tells_nothing_of_attempts(store: Store, mistakes: Mistakes) -> None:
    hand_in(store, ADA, judged({}), hours=-3)
    hand_in(store, ADA, judged({"random": VALUES}), hours=-2)
    assert (only(mistakes).past, only(mistakes).attempts) == (1, None)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"section": "A"}, [2]),
        ({"section": "B"}, [1]),
        ({"exercise": "edges-mcq"}, []),
        ({"exercise": "corr2d"}, [3]),
        ({"days": 1}, [2]),
        ({"is_open": True}, [2]),
        ({"most": 0}, []),
    ],
)
def test_filter_leaves_only_who_it_says(
    store: Store, mistakes: Mistakes, wanted: dict[str, Any], found: list[int]
) -> None:
    hand_in(store, ADA, judged({"random": VALUES}), hours=-72)
    for who in (BEN, CHEN):
        hand_in(store, who, judged({"random": VALUES}), hours=-2)
    hand_in(store, BEN, judged({}))
    assert [one.learners for one in mistakes.clusters(INES.id, **wanted).listed] == found


def test_list_says_how_many_clusters_there_are_in_all(store: Store, mistakes: Mistakes) -> None:
    for check in ("random", "edges", "plain"):
        hand_in(store, ADA, judged({check: VALUES}))
    assert (len(mistakes.clusters(INES.id, most=2).listed), mistakes.clusters(INES.id, most=2).total) == (2, 3)


def test_what_staff_try_out_and_who_left_are_in_no_cluster(store: Store, mistakes: Mistakes) -> None:
    gone = Person("p-gone", COURSE, Role.LEARNER, "A", "Gone")
    store.write(lambda c: people.add(c, gone, NOON)).result()
    for who in (TOM, INES, gone):
        hand_in(store, who, judged({"random": VALUES}))
    leave = "UPDATE learners SET left_at = '2026-03-01 00:00:00' WHERE id = 'p-gone'"
    store.write(lambda c: c.exec_driver_sql(leave)).result()
    assert mistakes.clusters(INES.id).listed == ()


def test_another_course_sees_none_of_them(store: Store, mistakes: Mistakes) -> None:
    hand_in(store, ADA, judged({"random": VALUES}))
    assert mistakes.clusters(EVE.id).listed == ()
    assert mistakes.story(EVE.id, "corr2d", only(mistakes).signature) is None


@pytest.mark.parametrize("who", [ADA.id, "p-nobody", ""])
def test_learner_and_stranger_may_see_no_cluster(mistakes: Mistakes, who: str) -> None:
    for ask in (
        lambda: mistakes.clusters(who),
        lambda: mistakes.story(who, "corr2d", "x"),
        lambda: mistakes.sections(who),
    ):
        with pytest.raises(NotAllowed):
            ask()


def test_assistant_and_operator_may_see_clusters(store: Store, mistakes: Mistakes) -> None:
    hand_in(store, ADA, judged({"random": VALUES}))
    assert mistakes.clusters(TOM.id) == mistakes.clusters(Operator(COURSE))


def test_story_shows_the_commonest_text_first_each_text_once(store: Store, mistakes: Mistakes) -> None:
    for who, text in ((ADA, "a = 1"), (BEN, "b = 2"), (CHEN, "a = 1")):
        hand_in(store, who, judged({"random": VALUES}), text)
    story = mistakes.story(INES.id, "corr2d", only(mistakes).signature)
    assert story and [(one.answer, one.learners) for one in story.samples] == [("a = 1", 2), ("b = 2", 1)]


def test_story_takes_the_newest_text_of_each_learner(store: Store, mistakes: Mistakes) -> None:
    for text in ("old = 1", "new = 1"):
        hand_in(store, ADA, judged({"random": VALUES}), text)
    story = mistakes.story(INES.id, "corr2d", only(mistakes).signature)
    assert story and [one.answer for one in story.samples] == ["new = 1"]


def test_story_names_who_has_not_passed_before_who_has(store: Store, mistakes: Mistakes) -> None:
    for who in (ADA, BEN):
        hand_in(store, who, judged({"random": VALUES}), hours=-2)
    hand_in(store, ADA, judged({}))
    story = mistakes.story(INES.id, "corr2d", only(mistakes).signature)
    assert story and [(one.name, one.passed) for one in story.members] == [("Ben Carter", False), ("Ada Osei", True)]


# ---------- What a failure looks like ----------


def result(code: str, outcome: Outcome = Outcome.FAILED, id: str = "a", **args: str) -> CheckResult:
    return CheckResult(id, outcome, 0, 1, True, True, Message(code, args))


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("hidden.shape", "shape"),
        ("shape.scalar", "shape"),
        ("length", "shape"),
        ("dtype.double", "dtype"),
        ("type.none", "type"),
        ("finite", "finite"),
        ("values.precision", "values"),
        ("answer.mcq", "values"),
        ("gradient.cut", "gradient"),
        ("rule.changed", "changed"),
        ("hidden.changed", "changed"),
        ("rule.products.none", "rule"),
        ("hidden.convolution", "rule"),
        ("hidden.property", "property"),
        ("exercise.not-zero", "property"),
    ],
)
def test_kind_of_fault_follows_from_the_message(code: str, fault: str) -> None:
    verdict = judged({}, passed=False, outcome=Outcome.FAILED)
    said = failing_of(Verdict(**{**_fields(verdict), "checks": (result(code),)}))
    assert said == (Failing(fault, ("a",)),)  # type: ignore[arg-type]


def test_faults_of_one_kind_stand_together_and_exceptions_by_name() -> None:
    checks = (
        result("hidden.values", id="a"),
        result("error.raised", Outcome.ERROR, "b", type="IndexError"),
        result("values", id="c"),
        result("stopped.timeout", Outcome.TIMEOUT, "d"),
        result("skipped.values", Outcome.SKIPPED, "e"),
    )
    verdict = Verdict(**{**_fields(judged({}, passed=False, outcome=Outcome.FAILED)), "checks": checks})
    faults = (Failing("values", ("a", "c")), Failing("raised", ("b",), "IndexError"), Failing("timeout", ("d",)))
    assert failing_of(verdict) == faults


@pytest.mark.parametrize(
    ("outcome", "code", "fault"),
    [(Outcome.ERROR, "load.error", "load"), (Outcome.REFUSED, "refused.name", "refused")],
)
def test_answer_that_could_not_run_says_so_instead_of_its_checks(outcome: Outcome, code: str, fault: str) -> None:
    said = Message(code, {"type": "SyntaxError"})
    verdict = judged({"random": outcome}, passed=False, outcome=outcome, message=said)
    assert failing_of(verdict) == (Failing(fault, (), "SyntaxError"),)  # type: ignore[arg-type]


def _fields(verdict: Verdict) -> dict[str, Any]:
    return {name: getattr(verdict, name) for name in Verdict.__slots__}
