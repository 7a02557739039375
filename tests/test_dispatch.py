"""The queue in front of the judge: answers, deaths, silence, garbled frames, places."""

from __future__ import annotations

import math
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.dispatch import Dispatch
from grader.dispatch.local import Patience
from grader.errors import Declined, JudgeError
from grader.model import CheckResult, Message, Mode, Outcome, Progress, Verdict
from grader.words import say

FAKE = Path(__file__).parent / "fake_judge.py"
Make = Callable[..., Dispatch]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    made: list[Dispatch] = []

    def one(
        *, slots: int = 1, start: bool = True, most_waiting: int = 100, for_others: bool = False, **patience: float
    ) -> Dispatch:
        dispatch = Dispatch(
            tmp_path,
            slots=slots,
            command=(sys.executable, str(FAKE), str(tmp_path)),
            patience=Patience(**patience),
            most_waiting=most_waiting,
            for_others=for_others,
        )
        made.append(dispatch)
        if start:
            dispatch.start()
        return dispatch

    yield one
    for dispatch in made:
        dispatch.close()


def grade(dispatch: Dispatch, answer: object = "ok", seed: int = 7) -> Verdict:
    return dispatch.grade("corr2d", answer, mode=Mode.SUBMIT, seed=seed).result(20)


def until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


def test_grade_gives_the_judges_verdict(make: Make) -> None:
    assert (verdict := grade(make())).passed and verdict.seed == 7


def test_answer_asked_for_before_start_comes_after_start(make: Make) -> None:
    dispatch = make(start=False)
    future = dispatch.grade("corr2d", "ok", mode=Mode.RUN, seed=1)
    dispatch.start()
    assert future.result(10).mode is Mode.RUN


def test_judge_outlives_the_thread_that_asked_for_it(make: Make, tmp_path: Path) -> None:
    dispatch = make(start=False)
    thread = threading.Thread(target=dispatch.start)
    thread.start()
    thread.join()
    until(lambda: dispatch.state == "ready")
    time.sleep(0.1)
    assert grade(dispatch).passed and (tmp_path / "log").read_text().count("start") == 1


def test_ready_judge_tells_its_isolation(make: Make) -> None:
    dispatch = make()
    until(lambda: dispatch.state == "ready")
    assert dispatch.isolation is not None and dispatch.isolation.tier == "full"


def test_judge_behind_weak_walls_grades_nothing_for_others(make: Make, tmp_path: Path) -> None:
    (tmp_path / "weak").touch()
    dispatch = make(offline=30, for_others=True)
    future = dispatch.grade("x", "ok", mode=Mode.RUN, seed=1)
    until(lambda: dispatch.state == "offline")
    assert (dispatch.proved().is_full, future.done()) == (False, False)


def test_judge_behind_weak_walls_grades_for_the_one_at_this_computer(make: Make, tmp_path: Path) -> None:
    (tmp_path / "weak").touch()
    dispatch = make()
    assert (dispatch.proved().is_full, grade(dispatch).passed) == (False, True)


def test_nothing_is_known_of_a_judge_that_does_not_start(make: Make, tmp_path: Path) -> None:
    (tmp_path / "stillborn").touch()
    with pytest.raises(JudgeError, match="did not start"):
        make(ready=0.2).proved()


def test_listener_hears_of_each_check_in_order(make: Make) -> None:
    heard: list[str] = []
    make().grade("x", "checks", mode=Mode.RUN, seed=1, on_check=lambda c: heard.append(c.id)).result(10)
    assert heard == ["one", "two"]


def test_listener_hears_how_far_a_training_run_is(make: Make) -> None:
    heard: list[Progress] = []
    make().grade("x", "epochs", mode=Mode.RUN, seed=1, on_progress=heard.append).result(10)
    assert heard == [Progress(1, 2), Progress(2, 2, 0.5)]


def test_failing_listener_does_not_stop_the_answer(make: Make) -> None:
    def fail(check: CheckResult) -> None:
        raise RuntimeError(check.id)

    future = make().grade("x", "checks", mode=Mode.RUN, seed=1, on_check=fail)
    assert future.result(10).passed


def test_queue_time_is_counted(make: Make) -> None:
    dispatch = make()
    dispatch.grade("x", "slow", mode=Mode.RUN, seed=1)
    assert grade(dispatch).timings_ms["queue"] > 300


@pytest.mark.parametrize("answer", ["die-once", "garble", "cut", "nonsense"])
def test_open_submission_is_sent_again_after(make: Make, answer: str) -> None:
    assert grade(make(), answer).passed


def test_silent_judge_is_replaced_and_the_submission_sent_again(make: Make) -> None:
    assert grade(make(grade=0.5), "silent").passed


def test_submission_that_kills_three_judges_is_internal(make: Make) -> None:
    assert grade(make(), "die").outcome is Outcome.INTERNAL


def test_submission_that_kills_judges_is_sent_three_times(make: Make, tmp_path: Path) -> None:
    grade(make(), "die")
    assert (tmp_path / "log").read_text().count("grade die") == 3


def test_internal_verdict_has_a_reference(make: Make) -> None:
    message = grade(make(), "die").message
    assert message is not None and len(message.args["reference"]) == 8


def test_neighbour_of_a_killer_is_graded(make: Make) -> None:
    dispatch = make(slots=2)
    killer = dispatch.grade("x", "die", mode=Mode.RUN, seed=1)
    neighbours = [dispatch.grade("x", "slow", mode=Mode.RUN, seed=n) for n in range(3)]
    assert (killer.result(20).outcome, [n.result(20).passed for n in neighbours]) == (Outcome.INTERNAL, [True] * 3)


def test_judges_own_failure_keeps_its_reference(make: Make) -> None:
    message = grade(make(), "fail").message
    assert message is not None and message.args == {"reference": "7f3a"}


def test_judge_that_never_starts_makes_it_offline(make: Make, tmp_path: Path) -> None:
    (tmp_path / "stillborn").touch()
    dispatch = make()
    until(lambda: dispatch.state == "offline")
    time.sleep(1)
    assert (tmp_path / "log").read_text().count("start") == 3


def test_offline_submission_is_graded_once_a_judge_starts(make: Make, tmp_path: Path) -> None:
    (tmp_path / "stillborn").touch()
    dispatch = make(offline=0.1)
    until(lambda: dispatch.state == "offline")
    (tmp_path / "stillborn").unlink()
    assert grade(dispatch).passed


def test_judges_that_die_of_everything_make_it_offline(make: Make) -> None:
    dispatch = make(offline=30)
    futures = [dispatch.grade("x", "die", mode=Mode.RUN, seed=n) for n in range(2)]
    until(lambda: dispatch.state == "offline")
    assert [future.result(1).outcome for future in futures] == [Outcome.INTERNAL] * 2


def test_killers_among_others_do_not_make_it_offline(make: Make, caplog: pytest.LogCaptureFixture) -> None:
    dispatch = make(offline=30)
    futures = [dispatch.grade("x", answer, mode=Mode.RUN, seed=1) for answer in ("die", "ok") * 3]
    assert [future.result(20).passed for future in futures] == [False, True] * 3
    assert "offline" not in caplog.text


def test_submission_whose_judge_is_killed_five_times_from_outside_is_graded(make: Make) -> None:
    assert grade(make(), "killed 5").passed


def test_submission_whose_judge_is_killed_ten_times_is_internal_and_nothing_is_offline(
    make: Make, caplog: pytest.LogCaptureFixture
) -> None:
    dispatch = make(offline=30)
    futures = [dispatch.grade("x", "killed 99", mode=Mode.RUN, seed=n) for n in range(2)]
    assert [future.result(40).outcome for future in futures] == [Outcome.INTERNAL] * 2
    assert "offline" not in caplog.text


def test_neighbours_of_a_killed_judge_are_sent_again_side_by_side(make: Make, tmp_path: Path) -> None:
    dispatch = make(slots=2, start=False)
    futures = [dispatch.grade("x", answer, mode=Mode.RUN, seed=1) for answer in ("later", "killed 1", "ok")]
    dispatch.start()
    assert all(future.result(20).passed for future in futures)


def test_places_count_from_the_front(make: Make) -> None:
    dispatch = make(start=False)
    futures = [dispatch.grade("x", "ok", mode=Mode.RUN, seed=n) for n in range(3)]
    assert [dispatch.place(f) for f in futures] == [1, 2, 3]


def test_place_of_an_answered_request_is_zero(make: Make) -> None:
    dispatch = make()
    future = dispatch.grade("x", "ok", mode=Mode.RUN, seed=1)
    future.result(10)
    assert dispatch.place(future) == 0


def test_place_says_what_is_true_when_others_are_before_it_in_turn(make: Make) -> None:
    dispatch = make(start=False)
    ada = [dispatch.grade("x", "ok", mode=Mode.RUN, seed=1, person="ada") for _ in range(3)]
    bob = dispatch.grade("x", "ok", mode=Mode.RUN, seed=1, person="bob")
    assert [dispatch.place(f) for f in (*ada, bob)] == [1, 3, 4, 2]


def test_twenty_slow_ones_of_one_person_delay_another_by_one(make: Make, tmp_path: Path) -> None:
    dispatch = make()
    until(lambda: dispatch.state == "ready")
    for _ in range(20):
        dispatch.grade("x", "slow", mode=Mode.RUN, seed=1, person="ada")
    until(lambda: "grade slow" in (tmp_path / "log").read_text())
    dispatch.grade("x", "ok", mode=Mode.RUN, seed=1, person="bob").result(10)
    assert (tmp_path / "log").read_text().split("grade ok")[0].count("grade slow") == 1


def test_one_person_leaves_a_slot_to_the_others(make: Make, tmp_path: Path) -> None:
    dispatch = make(slots=2)
    for _ in range(4):
        dispatch.grade("x", "later", mode=Mode.RUN, seed=1, person="ada")
    dispatch.grade("x", "ok", mode=Mode.RUN, seed=1, person="bob").result(10)
    assert (tmp_path / "log").read_text().split("grade ok")[0].count("grade later") == 1


def test_full_queue_declines_in_both_languages(make: Make) -> None:
    dispatch = make(start=False, most_waiting=2)
    for _ in range(2):
        dispatch.grade("x", "ok", mode=Mode.RUN, seed=1)
    with pytest.raises(Declined) as caught:
        dispatch.grade("x", "ok", mode=Mode.RUN, seed=1)
    message = Message(caught.value.code, caught.value.fields)
    assert "2 answers are waiting" in say(message, "en") and "2 份" in say(message, "zh")


def test_cancelled_request_makes_room_and_moves_the_others_up(make: Make) -> None:
    dispatch = make(start=False, most_waiting=2)
    first, second = (dispatch.grade("x", "ok", mode=Mode.RUN, seed=1) for _ in range(2))
    first.cancel()
    third = dispatch.grade("x", "ok", mode=Mode.RUN, seed=1)
    assert (dispatch.place(second), dispatch.place(third)) == (1, 2)


def test_waiting_counts_what_is_not_with_the_judge(make: Make) -> None:
    dispatch = make(start=False)
    for n in range(4):
        dispatch.grade("x", "ok", mode=Mode.RUN, seed=n)
    assert dispatch.waiting == 4


def test_cancelled_request_is_never_sent(make: Make, tmp_path: Path) -> None:
    dispatch = make(start=False)
    dispatch.grade("x", "die", mode=Mode.RUN, seed=1).cancel()
    dispatch.start()
    grade(dispatch)
    assert "grade die" not in (tmp_path / "log").read_text()


@pytest.mark.parametrize("answer", ["x" * (9 << 20), 1 << 70, [[]] * 70_000, math.inf])
def test_answer_that_no_frame_holds_is_refused_at_once(make: Make, answer: object) -> None:
    wanted = Outcome.PASSED if answer == math.inf else Outcome.REFUSED
    assert grade(make(), answer).outcome is wanted


def test_check_gives_the_findings(make: Make) -> None:
    assert make().check("corr2d").result(10) == [{"text": "corr2d"}]


def test_close_ends_what_is_open(make: Make) -> None:
    dispatch = make(start=False)
    future = dispatch.grade("x", "ok", mode=Mode.RUN, seed=1)
    dispatch.close()
    assert isinstance(future.exception(1), JudgeError)


def test_request_after_close_is_our_error(make: Make) -> None:
    dispatch = make()
    dispatch.close()
    with pytest.raises(JudgeError):
        dispatch.info()


def test_close_leaves_no_judge_behind(make: Make) -> None:
    dispatch = make()
    pid = dispatch.info().result(10)["pid"]
    dispatch.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_judge_knows_no_secret_of_ours(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOJO_SECRET", "hush")
    assert grade(make()).stdout == ""
