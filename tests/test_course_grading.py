"""Whatever happens on the way, a saved submission gets one verdict: pages, judges and processes may go away."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from store_world import CODE, FakeCourse, FakeGrader, at, handed_in, internal, until, verdict

from grader.course import Learning
from grader.course.learning.grading import AGE_S
from grader.errors import Declined, JudgeError, StoreError
from grader.model import Mode, Outcome
from grader.store import Store


class Clock:
    """A clock that a test turns."""

    minutes = 0.0

    def __call__(self) -> Any:
        return at(self.minutes)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def grader() -> FakeGrader:
    return FakeGrader()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def learning(store: Store, grader: FakeGrader, clock: Clock) -> Iterator[Learning]:
    made = Learning(FakeCourse(), store, grader, clock=clock, every_s=0.02)
    yield made
    made.close()


def is_done(learning: Learning, id: str) -> bool:
    return until(lambda: learning.job(id, "you").status == "done")


# ---------- our faults ----------


def test_internal_submission_is_sent_once_more(learning: Learning, grader: FakeGrader) -> None:
    learning.submit("you", "corr2d", CODE, "k")
    grader.asked[0].future.set_result(internal())
    assert [one.seed for one in grader.asked] == [grader.asked[0].seed] * 2


def test_second_try_decides(learning: Learning, grader: FakeGrader) -> None:
    id = learning.submit("you", "corr2d", CODE, "k")
    grader.asked[0].future.set_result(internal())
    grader.asked[1].future.set_result(verdict(5))
    assert is_done(learning, id) and learning.job(id, "you").verdict == verdict(5)


def test_second_try_forgets_the_checks_of_the_first(learning: Learning, grader: FakeGrader) -> None:
    id = learning.submit("you", "corr2d", CODE, "k")
    tell = grader.asked[0].on_check
    assert tell
    tell(verdict().checks[0])
    grader.asked[0].future.set_result(internal())
    assert learning.job(id, "you").done == 0


def test_second_internal_verdict_is_shown(learning: Learning, grader: FakeGrader) -> None:
    id = learning.submit("you", "corr2d", CODE, "k")
    for n in range(2):
        grader.asked[n].future.set_result(internal())
    assert is_done(learning, id) and learning.job(id, "you").verdict == internal()


def test_internal_verdict_is_no_attempt(learning: Learning, grader: FakeGrader) -> None:
    id = learning.submit("you", "corr2d", CODE, "k")
    for n in range(2):
        grader.asked[n].future.set_result(internal())
    assert is_done(learning, id) and learning.state("you", "corr2d").attempts == 0


def test_internal_verdict_is_the_last_after_a_reload(learning: Learning, grader: FakeGrader) -> None:
    id = learning.submit("you", "corr2d", CODE, "k")
    for n in range(2):
        grader.asked[n].future.set_result(internal())
    assert is_done(learning, id) and learning.state("you", "corr2d").last == internal()


def test_internal_run_is_not_sent_again(learning: Learning, grader: FakeGrader) -> None:
    id = learning.run("you", "corr2d", CODE)
    grader.asked[0].future.set_result(internal())
    assert learning.job(id, "you").verdict == internal() and len(grader.asked) == 1


def test_run_without_an_answer_is_our_fault(learning: Learning, grader: FakeGrader) -> None:
    id = learning.run("you", "corr2d", CODE)
    grader.asked[0].future.set_exception(JudgeError("gone"))
    said = learning.job(id, "you").verdict
    assert said and (said.outcome, said.mode) == (Outcome.INTERNAL, Mode.RUN)


def test_run_that_nobody_takes_is_an_error(
    learning: Learning, grader: FakeGrader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object, **__: object) -> None:
        raise JudgeError("closed")

    monkeypatch.setattr(grader, "grade", closed)
    with pytest.raises(JudgeError):
        learning.run("you", "corr2d", CODE)


def test_submission_that_nobody_takes_stays_open(
    learning: Learning, grader: FakeGrader, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object, **__: object) -> None:
        raise JudgeError("closed")

    monkeypatch.setattr(grader, "grade", closed)
    id = learning.submit("you", "corr2d", CODE, "k")
    found = store.submission(int(id))
    assert found and found.is_open


@pytest.mark.parametrize("end", [lambda f: f.set_exception(JudgeError("closed")), lambda f: f.cancel()])
def test_submission_without_an_answer_stays_open(
    learning: Learning, grader: FakeGrader, store: Store, end: Callable[[Future[Any]], object]
) -> None:
    id = learning.submit("you", "corr2d", CODE, "k")
    end(grader.asked[0].future)
    found = store.submission(int(id))
    assert found and found.is_open and learning.job(id, "you").status == "queued"


def test_verdict_that_cannot_be_kept_is_our_fault(learning: Learning, grader: FakeGrader) -> None:
    id = learning.submit("you", "corr2d", CODE, "k")
    grader.asked[0].future.set_result(verdict(5, stdout="\ud800"))
    assert is_done(learning, id)
    said = learning.job(id, "you").verdict
    assert said and said.outcome is Outcome.INTERNAL


# ---------- done means on disk ----------


def test_job_is_not_done_before_its_verdict_is_saved(
    learning: Learning, grader: FakeGrader, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving: Future[bool] = Future()
    monkeypatch.setattr(store, "save_verdict", lambda *_: saving)
    id = learning.submit("you", "corr2d", CODE, "k")
    grader.asked[0].future.set_result(verdict(5))
    assert learning.job(id, "you").status == "checking"


def test_submission_whose_verdict_was_not_saved_is_sent_again(
    learning: Learning, grader: FakeGrader, store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    full: Future[bool] = Future()
    full.set_exception(StoreError("Nothing was saved: database or disk is full."))
    id = learning.submit("you", "corr2d", CODE, "k")
    with monkeypatch.context() as patch:
        patch.setattr(store, "save_verdict", lambda *_: full)
        grader.asked[0].future.set_result(verdict(5))
    clock.minutes = 1
    learning.start()
    grader.asked[1].future.set_result(verdict(5))
    assert is_done(learning, id) and learning.state("you", "corr2d").best == 5


def test_verdict_needs_no_page(learning: Learning, grader: FakeGrader, store: Store) -> None:
    id = learning.submit("you", "corr2d", CODE, "k")
    grader.asked[0].future.set_result(verdict(5))
    assert until(lambda: (found := store.submission(int(id))) and found.verdict == verdict(5))


def test_late_verdict_of_a_submission_sent_twice_is_saved_once(
    learning: Learning, grader: FakeGrader, store: Store
) -> None:
    id = learning.submit("you", "corr2d", CODE, "k")
    assert store.save_verdict(int(id), verdict(5), "1", at(0)).result()
    grader.asked[0].future.set_result(verdict(0))
    assert is_done(learning, id)
    state = learning.state("you", "corr2d")
    assert (state.last, state.best, state.attempts) == (verdict(5), 5, 1)


# ---------- restarts and forgotten submissions ----------


def test_restart_grades_what_was_left_open(store: Store) -> None:
    id = store.add_submission(handed_in(seed=99))
    grader = FakeGrader()
    learning = Learning(FakeCourse(), store, grader, clock=lambda: at(1))
    learning.start()
    learning.close()
    assert [(one.answer, one.seed, one.mode) for one in grader.asked] == [(CODE, 99, Mode.SUBMIT)] and id


def test_verdict_after_a_restart_is_found_by_its_id(store: Store) -> None:
    id = str(store.add_submission(handed_in()))
    learning = Learning(FakeCourse(), store, FakeGrader(always=verdict(5)), clock=lambda: at(1))
    learning.start()
    done = is_done(learning, id)
    learning.close()
    assert done and learning.job(id, "you").verdict == verdict(5)


def test_job_from_before_a_restart_is_waiting(store: Store) -> None:
    id = str(store.add_submission(handed_in()))
    learning = Learning(FakeCourse(), store, FakeGrader(), clock=lambda: at(1))
    assert (learning.job(id, "you").status, learning.state("you", "corr2d").job) == ("queued", id)


def test_submission_to_an_exercise_that_is_gone_is_sent_all_the_same(store: Store) -> None:
    store.add_submission(handed_in(exercise="was-there-once"))
    grader = FakeGrader()
    learning = Learning(FakeCourse(), store, grader, clock=lambda: at(1))
    learning.start()
    learning.close()
    assert [one.exercise for one in grader.asked] == ["was-there-once"]


def test_forgotten_submission_is_found_when_it_is_old(
    learning: Learning, store: Store, grader: FakeGrader, clock: Clock
) -> None:
    learning.start()
    store.add_submission(handed_in())
    clock.minutes = (AGE_S + 1) / 60
    assert until(lambda: len(grader.asked) == 1)


def test_young_submission_is_left_alone(learning: Learning, store: Store, grader: FakeGrader, clock: Clock) -> None:
    learning.start()
    store.add_submission(handed_in())
    clock.minutes = (AGE_S - 1) / 60
    time.sleep(0.1)
    assert grader.asked == []


def test_submission_on_its_way_is_not_sent_again(learning: Learning, grader: FakeGrader, clock: Clock) -> None:
    learning.start()
    learning.submit("you", "corr2d", CODE, "k")
    clock.minutes = 60
    time.sleep(0.1)
    assert len(grader.asked) == 1


def test_reconciler_survives_a_store_that_fails(
    learning: Learning, store: Store, grader: FakeGrader, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    learning.start()
    tried: list[object] = []

    def failing(before: object) -> list[Any]:
        tried.append(before)
        raise StoreError("The database cannot be read.")

    with monkeypatch.context() as patch:
        patch.setattr(store, "open_submissions", failing)
        assert until(lambda: tried)
    store.add_submission(handed_in())
    clock.minutes = 1
    assert until(lambda: len(grader.asked) == 1)


def full(*_: object, **__: object) -> None:
    raise Declined("full", "dispatch.full", {"waiting": 10_000})


def test_run_that_finds_the_queue_full_is_declined(
    learning: Learning, grader: FakeGrader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grader, "grade", full)
    with pytest.raises(Declined):
        learning.run("you", "corr2d", CODE)


def test_submission_that_finds_the_queue_full_is_graded_when_there_is_room(
    learning: Learning, grader: FakeGrader, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(grader, "grade", full)
        id = learning.submit("you", "corr2d", CODE, "k")
    waits = learning.job(id, "you").status
    clock.minutes = 1
    learning.start()
    grader.asked[0].future.set_result(verdict(5))
    assert (waits, is_done(learning, id)) == ("queued", True)


def test_reconciler_stops_at_a_full_queue_and_goes_on_later(
    learning: Learning, store: Store, grader: FakeGrader, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [store.add_submission(handed_in(learner=f"learner-{n}")) for n in range(5)]
    grade, taken = grader.grade, list[object]()

    def two_at_most(*args: Any, **more: Any) -> Any:
        taken.append(args)
        return grade(*args, **more) if len(taken) <= 2 else full()

    with monkeypatch.context() as patch:
        patch.setattr(grader, "grade", two_at_most)
        clock.minutes = 1
        learning.start()
        sent_first = [one.person for one in grader.asked]
    assert until(lambda: len(grader.asked) == len(ids))
    assert sent_first == ["learner-0", "learner-1"]


def test_grader_learns_who_asks(learning: Learning, grader: FakeGrader) -> None:
    learning.run("ada", "corr2d", CODE)
    learning.submit("bob", "corr2d", CODE, "k")
    assert [one.person for one in grader.asked] == ["ada", "bob"]


def test_learning_starts_and_closes_twice(learning: Learning) -> None:
    for _ in range(2):
        learning.start()
    for _ in range(2):
        learning.close()


def test_log_names_the_submission_and_nothing_that_anybody_wrote(
    learning: Learning, grader: FakeGrader, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "grader")
    grader.always = verdict(3)
    id = learning.submit("you", "corr2d", CODE, "key")
    assert until(lambda: any(record.msg == "graded" for record in caplog.records))
    told = next(record for record in caplog.records if record.msg == "graded").__dict__
    assert (told["submission"], told["outcome"], told["score"]) == (id, "failed", 3)
    assert not any("corr2d(X" in str(value) or value == "you" for value in told.values())


def test_verdict_that_comes_while_open_ones_are_looked_for_is_not_asked_for_again(
    learning: Learning, grader: FakeGrader, store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(grader, "grade", full)
        id = learning.submit("you", "corr2d", CODE, "k")
    seen_open = store.open_submissions(at(1))
    store.save_verdict(int(id), verdict(5), "1", at(1)).result()
    monkeypatch.setattr(store, "open_submissions", lambda before: seen_open)
    clock.minutes = 1
    learning.start()
    assert (grader.asked, learning.job(id, "you").status) == ([], "done")
