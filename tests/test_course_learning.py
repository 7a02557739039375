"""Use cases of one learner: drafts, hints, language, hand-ins that are taken and those that are not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest
from store_world import CODE, FakeCourse, FakeGrader, at, check, internal, until, verdict

from grader.course import Learning
from grader.course.learning.job import Job, Jobs
from grader.errors import Declined, UnknownExercise, UsageError
from grader.model import Message, Mode, Progress
from grader.store import Store
from grader.words import say


@pytest.fixture
def grader() -> FakeGrader:
    return FakeGrader()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def learning(store: Store, grader: FakeGrader) -> Learning:
    return Learning(FakeCourse(), store, grader, clock=lambda: at(0))


def with_a_clock_that_goes(store: Store, grader: FakeGrader) -> Learning:
    minutes = count()
    return Learning(FakeCourse(), store, grader, clock=lambda: at(next(minutes)))


def solved(learning: Learning, grader: FakeGrader, exercise: str = "corr2d", score: int = 5, key: str = "k") -> str:
    """Submit and be judged."""
    id = learning.submit("you", exercise, CODE, key)
    grader.asked[-1].future.set_result(verdict(score, exercise=exercise))
    assert until(lambda: learning.job(id, "you").status == "done")
    return id


def declined(learning: Learning, exercise: str, answer: object, key: str = "k") -> Declined:
    with pytest.raises(Declined) as caught:
        learning.submit("you", exercise, answer, key)
    return caught.value


# ---------- before anything happened ----------


def test_fresh_state_is_empty(learning: Learning) -> None:
    state = learning.state("you", "corr2d")
    assert (state.draft, state.draft_rev, state.best, state.passed, state.attempts, state.hints_shown) == (
        None,
        1,
        0,
        False,
        0,
        0,
    )


def test_fresh_state_has_no_verdict_and_no_job(learning: Learning) -> None:
    state = learning.state("you", "corr2d")
    assert (state.last, state.last_submission, state.job, state.run) == (None, None, None, None)


@pytest.mark.parametrize("use", ["state", "run", "submit", "attempts", "reset", "reveal_hint", "save_draft"])
def test_unknown_exercise_is_named(learning: Learning, use: str) -> None:
    more = {"run": (CODE,), "save_draft": (CODE,), "submit": (CODE, "k")}.get(use, ())
    with pytest.raises(UnknownExercise):
        getattr(learning, use)("you", "corr3d", *more)


# ---------- language, drafts, hints ----------


def test_language_is_none_before_a_choice(learning: Learning) -> None:
    assert learning.language("you") is None


def test_language_is_remembered(learning: Learning) -> None:
    learning.set_language("you", "zh")
    assert learning.language("you") == "zh"


def test_language_that_is_none_of_ours_is_declined(learning: Learning) -> None:
    with pytest.raises(Declined, match="There is no language fr here"):
        learning.set_language("you", "fr")  # type: ignore[arg-type]


def test_draft_comes_back(learning: Learning) -> None:
    learning.save_draft("you", "corr2d", CODE)
    assert learning.state("you", "corr2d").draft == CODE


def test_draft_without_code_comes_back(learning: Learning) -> None:
    learning.save_draft("you", "choice", "b")
    assert learning.state("you", "choice").draft == "b"


def test_same_draft_is_not_written_again(learning: Learning, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    learning.save_draft("you", "corr2d", CODE)
    monkeypatch.setattr(store, "write", lambda _: pytest.fail("written"))
    assert learning.save_draft("you", "corr2d", CODE)


def test_draft_typed_before_a_reset_is_not_kept(learning: Learning) -> None:
    learning.reset("you", "corr2d")
    assert not learning.save_draft("you", "corr2d", "late", rev=1)


def test_draft_typed_after_a_reset_is_kept(learning: Learning) -> None:
    rev = learning.reset("you", "corr2d")
    assert learning.save_draft("you", "corr2d", "new", rev=rev)


def test_reset_tells_the_revision_of_the_state(learning: Learning) -> None:
    learning.save_draft("you", "corr2d", CODE)
    rev = learning.reset("you", "corr2d")
    state = learning.state("you", "corr2d")
    assert (state.draft, state.draft_rev) == (None, rev)


def test_practising_puts_the_starter_back_and_sets_the_old_verdict_aside(store: Store, grader: FakeGrader) -> None:
    learning = with_a_clock_that_goes(store, grader)
    solved(learning, grader)
    learning.save_draft("you", "corr2d", CODE)
    learning.practise("you", "corr2d")
    state = learning.state("you", "corr2d")
    assert (state.draft, state.is_fresh, state.attempts) == (None, True, 1)


def test_practising_stays_fresh_while_somebody_types(store: Store, grader: FakeGrader) -> None:
    learning = with_a_clock_that_goes(store, grader)
    solved(learning, grader)
    learning.reset("you", "corr2d")
    learning.save_draft("you", "corr2d", "new")
    assert learning.state("you", "corr2d").is_fresh


def test_practising_keeps_a_draft_that_was_never_handed_in(store: Store, grader: FakeGrader) -> None:
    learning = with_a_clock_that_goes(store, grader)
    solved(learning, grader)
    learning.save_draft("you", "corr2d", "better")
    learning.practise("you", "corr2d")
    state = learning.state("you", "corr2d")
    assert (state.draft, state.is_fresh) == ("better", False)


def test_the_next_submission_ends_the_practice(store: Store, grader: FakeGrader) -> None:
    learning = with_a_clock_that_goes(store, grader)
    solved(learning, grader)
    learning.reset("you", "corr2d")
    solved(learning, grader, key="again")
    assert not learning.state("you", "corr2d").is_fresh


def test_run_keeps_the_draft(learning: Learning) -> None:
    learning.run("you", "corr2d", CODE)
    assert learning.state("you", "corr2d").draft == CODE


def test_submit_keeps_the_draft(learning: Learning) -> None:
    learning.submit("you", "corr2d", CODE, "k")
    assert learning.state("you", "corr2d").draft == CODE


def test_hints_are_shown_one_by_one_to_the_last(learning: Learning) -> None:
    assert [learning.reveal_hint("you", "corr2d") for _ in range(3)] == [1, 2, 2]


def test_hints_shown_stand_in_the_state(learning: Learning) -> None:
    learning.reveal_hint("you", "corr2d")
    assert learning.state("you", "corr2d").hints_shown == 1


# ---------- what is taken, and what is not ----------


def test_answer_of_64_kb_is_taken(learning: Learning) -> None:
    assert learning.submit("you", "corr2d", "#" * 64 * 1024, "k")


def test_answer_over_64_kb_is_declined(learning: Learning) -> None:
    said = str(declined(learning, "corr2d", "#" * (64 * 1024 + 1)))
    assert said == "This answer has 65 KB; at most 64 KB can be handed in. Shorten it."


def test_size_counts_bytes(learning: Learning) -> None:
    assert declined(learning, "corr2d", "卷" * 30_000).code == "course.too-large"


def test_declined_answer_is_told_in_chinese(learning: Learning) -> None:
    error = declined(learning, "corr2d", "#" * 70_000)
    assert say(Message(error.code, error.fields), "zh") == "这份答案有 69 KB，最多只能提交 64 KB。请缩短后再试。"


def test_declined_answer_is_wrong_use(learning: Learning) -> None:
    assert isinstance(declined(learning, "corr2d", 3), UsageError)


@pytest.mark.parametrize(("answer", "code"), [(["a"], "not-code"), (None, "not-code"), ("x = '\ud800'", "not-text")])
def test_code_that_is_no_text_is_declined(learning: Learning, answer: object, code: str) -> None:
    assert declined(learning, "corr2d", answer).code == f"course.{code}"


@pytest.mark.parametrize("answer", [{1, 2}, b"a", object()])
def test_answer_that_is_no_json_is_declined(learning: Learning, answer: object) -> None:
    assert declined(learning, "choice", answer).code == "course.not-an-answer"


def test_endless_answer_is_declined(learning: Learning) -> None:
    endless: list[object] = []
    endless.append(endless)
    assert declined(learning, "choice", endless).code == "course.not-an-answer"


@pytest.mark.parametrize("key", ["", "k" * 101])
def test_submission_without_a_fit_key_is_declined(learning: Learning, key: str) -> None:
    assert declined(learning, "corr2d", CODE, key).code == "course.no-key"


def test_declined_answer_is_not_kept(learning: Learning) -> None:
    declined(learning, "corr2d", "#" * 70_000)
    assert learning.attempts("you", "corr2d") == ()


@pytest.mark.parametrize("use", ["run", "save_draft"])
def test_runs_and_drafts_have_the_same_limit(learning: Learning, use: str) -> None:
    with pytest.raises(Declined, match="Shorten it"):
        getattr(learning, use)("you", "corr2d", "#" * 70_000)


def test_fourth_open_answer_is_declined(learning: Learning) -> None:
    for n in range(3):
        learning.submit("you", "corr2d", CODE, f"{n}")
    assert str(declined(learning, "corr2d", CODE)).startswith("3 of your answers are still being checked.")


def test_fourth_answer_of_another_learner_is_taken(learning: Learning) -> None:
    for n in range(3):
        learning.submit("you", "corr2d", CODE, f"{n}")
    assert learning.submit("she", "corr2d", CODE, "k")


def test_known_key_is_answered_even_when_busy(learning: Learning) -> None:
    ids = [learning.submit("you", "corr2d", CODE, f"{n}") for n in range(3)]
    assert learning.submit("you", "corr2d", CODE, "0") == ids[0]


# ---------- submit ----------


def test_submission_is_saved_before_it_is_graded(learning: Learning, store: Store, grader: FakeGrader) -> None:
    seen: list[int] = []
    grade = grader.grade

    def look(*args: object, **more: object) -> object:
        seen.append(len(store.history("you", "corr2d")))
        return grade(*args, **more)  # type: ignore[arg-type]

    grader.grade = look  # type: ignore[method-assign, assignment]
    learning.submit("you", "corr2d", CODE, "k")
    assert seen == [1]


def test_same_key_is_graded_once(learning: Learning, grader: FakeGrader) -> None:
    first, second = (learning.submit("you", "corr2d", CODE, "k") for _ in range(2))
    assert first == second and len(grader.asked) == 1


def test_same_key_from_twenty_threads_is_graded_once(learning: Learning, grader: FakeGrader) -> None:
    with ThreadPoolExecutor(20) as pool:
        ids = set(pool.map(lambda _: learning.submit("you", "corr2d", CODE, "k"), range(20)))
    assert (len(ids), len(grader.asked)) == (1, 1)


def test_same_key_after_the_verdict_is_not_graded_again(learning: Learning, grader: FakeGrader) -> None:
    id = solved(learning, grader)
    assert learning.submit("you", "corr2d", CODE, "k") == id and len(grader.asked) == 1


def test_seed_is_recorded_and_sent(learning: Learning, store: Store, grader: FakeGrader) -> None:
    id = learning.submit("you", "corr2d", CODE, "k")
    found = store.submission(int(id))
    assert found and found.seed == grader.asked[0].seed


def test_seeds_differ(learning: Learning, grader: FakeGrader) -> None:
    for n in range(3):
        learning.submit("you", "corr2d", CODE, f"{n}")
    assert len({one.seed for one in grader.asked}) == 3


def test_verdict_stands_in_the_state(learning: Learning, grader: FakeGrader) -> None:
    id = solved(learning, grader)
    state = learning.state("you", "corr2d")
    assert (state.last, state.last_submission, state.best, state.passed, state.attempts, state.job) == (
        verdict(5),
        id,
        5,
        True,
        1,
        None,
    )


def test_worse_submission_does_not_lower_the_best(learning: Learning, grader: FakeGrader) -> None:
    solved(learning, grader, score=5, key="1")
    solved(learning, grader, score=2, key="2")
    state = learning.state("you", "corr2d")
    assert (state.best, state.passed, state.last) == (5, True, verdict(2))


def test_open_submission_is_the_job_of_the_state(learning: Learning) -> None:
    id = learning.submit("you", "corr2d", CODE, "k")
    assert learning.state("you", "corr2d").job == id


# ---------- looking back ----------


def test_attempts_are_newest_first_with_code(learning: Learning, grader: FakeGrader) -> None:
    for n, score in enumerate((2, 5)):
        solved(learning, grader, score=score, key=f"{n}")
    told = [(one.number, one.answer, one.verdict and one.verdict.score) for one in learning.attempts("you", "corr2d")]
    assert told == [(2, CODE, 5), (1, CODE, 2)]


def test_open_submission_is_an_attempt_without_verdict(learning: Learning) -> None:
    learning.submit("you", "corr2d", CODE, "k")
    assert [one.verdict for one in learning.attempts("you", "corr2d")] == [None]


def test_attempts_leave_out_our_faults(learning: Learning, grader: FakeGrader) -> None:
    id = learning.submit("you", "corr2d", CODE, "1")
    for _ in range(2):
        grader.asked[-1].future.set_result(internal())
    assert until(lambda: learning.job(id, "you").status == "done")
    solved(learning, grader, key="2")
    assert [one.number for one in learning.attempts("you", "corr2d")] == [1]


def test_attempts_are_the_learners_own(learning: Learning) -> None:
    learning.submit("she", "corr2d", CODE, "k")
    assert learning.attempts("you", "corr2d") == ()


def test_export_is_json_of_the_learners_own(learning: Learning, grader: FakeGrader) -> None:
    solved(learning, grader)
    learning.submit("she", "corr2d", "secret", "k")
    told = json.dumps(learning.export("you"))
    assert "def corr2d" in told and "secret" not in told


# ---------- run ----------


def test_run_is_sent_as_a_run(learning: Learning, grader: FakeGrader) -> None:
    learning.run("you", "corr2d", CODE)
    assert (grader.asked[0].mode, grader.asked[0].answer) == (Mode.RUN, CODE)


def test_run_records_nothing(learning: Learning, grader: FakeGrader) -> None:
    learning.run("you", "corr2d", CODE)
    grader.asked[0].future.set_result(verdict(5, mode=Mode.RUN))
    state = learning.state("you", "corr2d")
    assert (state.attempts, state.best, learning.attempts("you", "corr2d")) == (0, 0, ())


def test_newer_run_takes_the_place_of_one_that_waits(learning: Learning, grader: FakeGrader) -> None:
    learning.run("you", "corr2d", "old")
    learning.run("you", "corr2d", "new")
    assert [one.future.cancelled() for one in grader.asked] == [True, False]


def test_newer_run_leaves_one_that_is_being_checked(learning: Learning, grader: FakeGrader) -> None:
    learning.run("you", "corr2d", "old")
    grader.asked[0].future.set_running_or_notify_cancel()
    learning.run("you", "corr2d", "new")
    assert not grader.asked[0].future.cancelled()


def test_newer_run_in_another_exercise_leaves_one_that_waits(learning: Learning, grader: FakeGrader) -> None:
    learning.run("you", "corr2d", CODE)
    learning.run("you", "edges", CODE)
    assert not grader.asked[0].future.cancelled()


def test_run_ten_times_in_a_row_is_taken(learning: Learning) -> None:
    ids = [learning.run("you", "corr2d", CODE) for _ in range(10)]
    assert learning.state("you", "corr2d").job == ids[-1]


def test_fourth_run_while_three_are_being_checked_is_declined(learning: Learning, grader: FakeGrader) -> None:
    for _ in range(3):
        learning.run("you", "corr2d", CODE)
        grader.asked[-1].future.set_running_or_notify_cancel()
    with pytest.raises(Declined, match="still being checked"):
        learning.run("you", "corr2d", CODE)


def test_finished_run_stands_in_the_state(learning: Learning, grader: FakeGrader) -> None:
    id = learning.run("you", "corr2d", CODE)
    grader.asked[0].future.set_result(verdict(2, mode=Mode.RUN))
    state = learning.state("you", "corr2d")
    assert (state.run, state.job) == (id, None)


def test_submission_puts_an_earlier_run_aside(learning: Learning, grader: FakeGrader) -> None:
    learning.run("you", "corr2d", CODE)
    grader.asked[0].future.set_result(verdict(2, mode=Mode.RUN))
    learning.submit("you", "corr2d", CODE, "k")
    assert learning.state("you", "corr2d").run is None


def test_run_that_ends_after_a_submission_is_put_aside(learning: Learning, grader: FakeGrader) -> None:
    learning.run("you", "corr2d", CODE)
    grader.asked[0].future.set_running_or_notify_cancel()
    learning.submit("you", "corr2d", CODE, "k")
    grader.asked[0].future.set_result(verdict(2, mode=Mode.RUN))
    assert learning.state("you", "corr2d").run is None


def test_run_put_aside_while_it_was_checked_is_told_to_its_page(learning: Learning, grader: FakeGrader) -> None:
    id = learning.run("you", "corr2d", "old")
    grader.asked[0].future.set_running_or_notify_cancel()
    learning.run("you", "corr2d", "new")
    grader.asked[0].future.set_result(verdict(2, mode=Mode.RUN))
    assert learning.job(id, "you").verdict == verdict(2, mode=Mode.RUN)


def test_finished_run_is_forgotten_when_a_newer_one_comes(learning: Learning, grader: FakeGrader) -> None:
    id = learning.run("you", "corr2d", "old")
    grader.asked[0].future.set_result(verdict(2, mode=Mode.RUN))
    learning.run("you", "corr2d", "new")
    assert learning.job(id, "you").verdict is None


# ---------- polling ----------


def test_job_tells_of_checks_as_they_come(learning: Learning, grader: FakeGrader) -> None:
    id = learning.submit("you", "corr2d", CODE, "k")
    tell = grader.asked[0].on_check
    assert tell
    tell(check("example", True))
    job = learning.job(id, "you")
    assert (job.status, job.done, job.of, job.checks) == ("checking", 1, 2, (check("example", True),))


def test_check_that_comes_twice_counts_once(learning: Learning, grader: FakeGrader) -> None:
    id = learning.submit("you", "corr2d", CODE, "k")
    tell = grader.asked[0].on_check
    assert tell
    for passed in (False, True):
        tell(check("example", passed))
    assert learning.job(id, "you").checks == (check("example", True),)


def test_run_tells_of_visible_checks_only(learning: Learning, grader: FakeGrader) -> None:
    id = learning.run("you", "corr2d", CODE)
    tell = grader.asked[0].on_check
    assert tell
    tell(check("random", False, hidden=True))
    job = learning.job(id, "you")
    assert (job.done, job.of) == (0, 1)


def test_waiting_job_tells_its_place(learning: Learning, grader: FakeGrader) -> None:
    grader.waiting = 4
    job = learning.job(learning.run("you", "corr2d", CODE), "you")
    assert (job.status, job.place) == ("queued", 4)


def test_job_at_the_judge_is_being_checked(learning: Learning) -> None:
    job = learning.job(learning.run("you", "corr2d", CODE), "you")
    assert (job.status, job.place) == ("checking", 0)


def test_finished_run_tells_its_verdict(learning: Learning, grader: FakeGrader) -> None:
    id = learning.run("you", "corr2d", CODE)
    grader.asked[0].future.set_result(verdict(2, mode=Mode.RUN))
    job = learning.job(id, "you")
    assert (job.status, job.verdict, job.mode) == ("done", verdict(2, mode=Mode.RUN), Mode.RUN)


def test_finished_submission_tells_its_verdict(learning: Learning, grader: FakeGrader) -> None:
    job = learning.job(solved(learning, grader), "you")
    assert (job.status, job.verdict, job.checks) == ("done", verdict(5), verdict(5).checks)


@pytest.mark.parametrize("id", ["run-none", "4711", "", "-1", "9" * 40, "²"])
def test_unknown_job_is_gone(learning: Learning, id: str) -> None:
    job = learning.job(id, "you")
    assert (job.status, job.verdict) == ("done", None)


def test_open_job_of_another_learner_looks_gone(learning: Learning) -> None:
    id = learning.submit("she", "corr2d", CODE, "k")
    assert learning.job(id, "you").status == "done" and learning.job(id, "she").status == "checking"


def test_verdict_of_another_learner_is_not_told(learning: Learning, grader: FakeGrader) -> None:
    assert learning.job(solved(learning, grader), "she").verdict is None


def test_old_runs_are_forgotten() -> None:
    jobs = Jobs(kept_runs=2)
    for n in range(5):
        job = Job(f"{n}", f"learner-{n}", "corr2d", CODE, Mode.RUN, seed=1, of=1)
        jobs.add(job)
        jobs.finish_run(job, verdict(2, mode=Mode.RUN))
    assert [jobs.find(f"{n}") is not None for n in range(5)] == [False, False, False, True, True]


def test_open_jobs_are_never_forgotten() -> None:
    jobs = Jobs(kept_runs=0)
    jobs.add(Job("open", "you", "corr2d", CODE, Mode.RUN, seed=1, of=1))
    done = Job("done", "you", "edges", CODE, Mode.RUN, seed=1, of=1)
    jobs.add(done)
    jobs.finish_run(done, verdict(2, mode=Mode.RUN))
    assert [jobs.find(id) is not None for id in ("open", "done")] == [True, False]


def test_job_tells_how_far_its_training_is(learning: Learning, grader: FakeGrader) -> None:
    id = learning.run("you", "corr2d", CODE)
    tell = grader.asked[0].on_progress
    assert tell is not None
    tell(Progress(5, 12, 0.4))
    state = learning.job(id, "you")
    assert (state.status, state.progress, state.losses) == ("checking", Progress(5, 12, 0.4), (0.4,))
