"""Comments: whom they reach, who may write and change them, and what is kept of that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import fakes
import pytest
from class_world import ADA, BEN, CHEN, COURSE, EVE, INES, NOON, ROOT, TOM, a_course, homework
from insight_world import SHAPE, VALUES, emptied, hand_in, judged

from grader.course.classroom.mistakes import LONGEST, MOST_AN_HOUR, Mistakes
from grader.errors import Declined, NotAllowed, UnknownExercise, UnknownPerson
from grader.model import Person
from grader.store import Store, assignments, audit
from grader.store.audit import Filter
from grader.store.signature import signature_of

FLIPPED = judged({"random": VALUES})
CUT = judged({"random": SHAPE})
MARK = signature_of(FLIPPED)


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
    hand_in(store, ADA, FLIPPED, hours=-5)
    return Mistakes(fakes.FakeCatalog(), store, clock=lambda: NOON)


def heard(mistakes: Mistakes, who: Person, exercise: str = "corr2d") -> list[str]:
    return [note.text for note in mistakes.comments_for(who.id, exercise)]


def assign(store: Store, until: str) -> None:
    one = homework(hidden_until=until)
    dates = (one.opens, one.due, one.closes)
    store.write(lambda c: assignments.save(c, COURSE, one.id, dates, one.model_dump_json())).result()


def audited(store: Store) -> list[tuple[str, str, str, dict[str, Any]]]:
    with store.read() as connection:
        rows, _ = audit.entries(connection, COURSE, Filter(action="comment."), limit=50)
    return [(row.actor, row.action, row.subject, row.details) for row in reversed(rows)]


# ---------- Whom they reach ----------


def test_comment_to_a_cluster_reaches_everybody_in_it_and_nobody_else(store: Store, mistakes: Mistakes) -> None:
    hand_in(store, BEN, FLIPPED)
    hand_in(store, CHEN, CUT)
    mistakes.comment(TOM.id, "corr2d", "Slide K as it is.", signature=MARK)
    assert [heard(mistakes, who) for who in (ADA, BEN, CHEN)] == [["Slide K as it is."], ["Slide K as it is."], []]


def test_comment_to_a_cluster_reaches_who_fails_so_later(store: Store, mistakes: Mistakes) -> None:
    mistakes.comment(TOM.id, "corr2d", "Slide K as it is.", signature=MARK)
    before = heard(mistakes, BEN)
    hand_in(store, BEN, FLIPPED)
    assert (before, heard(mistakes, BEN)) == ([], ["Slide K as it is."])


@pytest.mark.parametrize(("then", "is_current"), [(FLIPPED, True), (judged({}), True), (CUT, False)])
def test_comment_is_current_while_the_newest_failure_is_the_one_it_speaks_of(
    store: Store, mistakes: Mistakes, then: Any, is_current: bool
) -> None:
    mistakes.comment(TOM.id, "corr2d", "Slide K as it is.", signature=MARK)
    hand_in(store, ADA, then)
    assert [note.is_current for note in mistakes.comments_for(ADA.id, "corr2d")] == [is_current]


def test_comment_to_one_learner_reaches_them_alone_in_that_exercise(store: Store, mistakes: Mistakes) -> None:
    hand_in(store, BEN, FLIPPED)
    mistakes.comment(TOM.id, "corr2d", "Come to my office hour.", learner=ADA.id)
    assert (heard(mistakes, ADA), heard(mistakes, BEN), heard(mistakes, ADA, "edges-mcq")) == (
        ["Come to my office hour."],
        [],
        [],
    )


def test_newest_comment_comes_first_with_its_author(mistakes: Mistakes) -> None:
    mistakes.comment(TOM.id, "corr2d", "one", signature=MARK)
    mistakes.comment(INES.id, "corr2d", "two", learner=ADA.id)
    said = [(note.text, note.author) for note in mistakes.comments_for(ADA.id, "corr2d")]
    assert said == [("two", "Ines Vidal"), ("one", "Tom Okafor")]


@pytest.mark.parametrize("who", ["p-nobody", "you", ""])
def test_somebody_in_no_course_hears_nothing(mistakes: Mistakes, who: str) -> None:
    assert mistakes.comments_for(who, "corr2d") == ()


@pytest.mark.parametrize(
    ("until", "clock", "expected"),
    [("closes", 0.0, []), ("closes", 80.0, ["Slide K as it is."]), ("now", 0.0, ["Slide K as it is."])],
)
def test_comment_to_a_cluster_waits_until_hidden_checks_are_shown(
    store: Store, mistakes: Mistakes, until: str, clock: float, expected: list[str]
) -> None:
    assign(store, until)
    mistakes.comment(TOM.id, "corr2d", "Slide K as it is.", signature=MARK)
    then = Mistakes(fakes.FakeCatalog(), store, clock=lambda: NOON + timedelta(hours=clock))
    assert heard(then, ADA) == expected


def test_comment_to_one_learner_does_not_wait_for_hidden_checks(store: Store, mistakes: Mistakes) -> None:
    assign(store, "closes")
    mistakes.comment(TOM.id, "corr2d", "Well written.", learner=ADA.id)
    assert heard(mistakes, ADA) == ["Well written."]


# ---------- Who may write ----------


@pytest.mark.parametrize("who", [ADA.id, "p-nobody"])
def test_learner_and_stranger_may_not_write_or_read_as_staff(mistakes: Mistakes, who: str) -> None:
    id = mistakes.comment(TOM.id, "corr2d", "text", signature=MARK)
    for ask in (
        lambda: mistakes.comment(who, "corr2d", "text", signature=MARK),
        lambda: mistakes.comment(who, "corr2d", "text", learner=BEN.id),
        lambda: mistakes.comments_to(who, "corr2d", signature=MARK),
        lambda: mistakes.edit_comment(who, id, "text"),
        lambda: mistakes.remove_comment(who, id),
    ):
        with pytest.raises(NotAllowed):
            ask()


def test_staff_of_another_course_reach_nobody_here(mistakes: Mistakes) -> None:
    with pytest.raises(UnknownPerson):
        mistakes.comment(EVE.id, "corr2d", "text", learner=ADA.id)
    with pytest.raises(Declined, match="Nobody of this course"):
        mistakes.comment(EVE.id, "corr2d", "text", signature=MARK)


def test_staff_of_another_course_find_no_comment_of_this_one(mistakes: Mistakes) -> None:
    id = mistakes.comment(TOM.id, "corr2d", "text", signature=MARK)
    with pytest.raises(Declined, match="gone"):
        mistakes.remove_comment(EVE.id, id)
    assert (mistakes.comments_to(EVE.id, "corr2d", signature=MARK), heard(mistakes, ADA)) == ((), ["text"])


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "no text"), ("  \n\t", "no text"), ("\u202e\u0000", "no text"), ("x" * (LONGEST + 1), "2001 characters")],
)
def test_comment_that_says_nothing_or_too_much_is_declined(mistakes: Mistakes, text: str, said: str) -> None:
    with pytest.raises(Declined, match=said):
        mistakes.comment(TOM.id, "corr2d", text, signature=MARK)


def test_comment_keeps_its_lines_and_loses_what_is_no_text(mistakes: Mistakes) -> None:
    mistakes.comment(TOM.id, "corr2d", " one\ntwo \u202eevil\ud800\x07 ", signature=MARK)
    assert heard(mistakes, ADA) == ["one\ntwo evil"]


def test_more_comments_than_fit_an_hour_are_declined(mistakes: Mistakes) -> None:
    for n in range(MOST_AN_HOUR):
        mistakes.comment(TOM.id, "corr2d", f"text {n}", signature=MARK)
    with pytest.raises(Declined, match="60 comments within an hour"):
        mistakes.comment(TOM.id, "corr2d", "one more", signature=MARK)
    assert mistakes.comment(INES.id, "corr2d", "another's", signature=MARK)


@pytest.mark.parametrize("target", [{}, {"learner": ADA.id, "signature": MARK}])
def test_comment_to_nobody_or_to_two_is_declined(mistakes: Mistakes, target: dict[str, str]) -> None:
    with pytest.raises(Declined, match="say which"):
        mistakes.comment(TOM.id, "corr2d", "text", **target)


def test_comment_to_an_unknown_exercise_or_mistake_is_refused(mistakes: Mistakes) -> None:
    with pytest.raises(UnknownExercise):
        mistakes.comment(TOM.id, "nothing", "text", signature=MARK)
    with pytest.raises(Declined, match="Nobody of this course"):
        mistakes.comment(TOM.id, "corr2d", "text", signature="0123456789abcdef")


# ---------- What is kept ----------


def test_comment_sent_twice_is_one(mistakes: Mistakes) -> None:
    first, second = (mistakes.comment(TOM.id, "corr2d", "text", signature=MARK) for _ in range(2))
    assert (first, heard(mistakes, ADA)) == (second, ["text"])


def test_every_change_of_a_comment_is_audited_without_its_text(store: Store, mistakes: Mistakes) -> None:
    id = mistakes.comment(TOM.id, "corr2d", "one", learner=ADA.id)
    mistakes.edit_comment(INES.id, id, "two")
    mistakes.remove_comment(ROOT.id, id)
    assert audited(store) == [
        (TOM.id, "comment.made", ADA.id, {"comment": id}),
        (INES.id, "comment.edited", ADA.id, {"comment": id}),
        (ROOT.id, "comment.removed", ADA.id, {"comment": id}),
    ]


def test_edited_comment_says_the_new_words_and_a_removed_one_nothing(mistakes: Mistakes) -> None:
    id = mistakes.comment(TOM.id, "corr2d", "one", signature=MARK)
    mistakes.edit_comment(TOM.id, id, "two")
    edited = heard(mistakes, ADA)
    mistakes.remove_comment(TOM.id, id)
    assert (edited, heard(mistakes, ADA)) == (["two"], [])


def test_assistant_may_change_their_own_comments_only(mistakes: Mistakes) -> None:
    id = mistakes.comment(INES.id, "corr2d", "text", signature=MARK)
    with pytest.raises(NotAllowed):
        mistakes.edit_comment(TOM.id, id, "other")
    (one,) = mistakes.comments_to(TOM.id, "corr2d", signature=MARK)
    assert (mistakes.may_change(TOM.id, one), mistakes.may_change(INES.id, one)) == (False, True)


def test_comment_that_was_removed_cannot_be_changed(mistakes: Mistakes) -> None:
    id = mistakes.comment(TOM.id, "corr2d", "text", signature=MARK)
    mistakes.remove_comment(TOM.id, id)
    with pytest.raises(Declined, match="removed it"):
        mistakes.edit_comment(TOM.id, id, "other")
