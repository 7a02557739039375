"""Live progress of a training run: from a probe in a cell to the page, few numbers and nothing else, however hostile."""

from __future__ import annotations

import math
import time

import pytest

from grader.course import JobState
from grader.course.learning.job import KEPT_LOSSES, Job
from grader.errors import WireError
from grader.model import Lang, Mode, Progress
from grader.sandbox import frames
from grader.sandbox.pool import CaseRun, CellCase, Pool, Ran
from grader.sandbox.pool import Job as CellJob
from grader.sandbox.progress import MOST, Listener, Teller
from ui.parts import growing, speak

PROBE = """
import time

def epochs(entry, count, rest):
    for n in range(1, count + 1):
        progress(n, count, 1 / n)
        time.sleep(rest)
    return entry()
"""
RIGHT = "def f():\n    return 1"
FLOOD = """
import os
from grader.wire import encode

def f():
    for n in range({count}):
        os.write(1, encode({frame}))
    return 1
"""


def heard(pool: Pool, source: str, *case: object, prints: bool = True, **job: object) -> tuple[CaseRun, list[Progress]]:
    told: list[Progress] = []
    probe = {"probe": "probe:epochs"} if case else {}
    cell = CellCase(list(case), prints=prints, **probe)  # type: ignore[arg-type]
    ran = pool.run(CellJob(source, "f", (cell,), probe_source=PROBE, **job), on_progress=told.append)  # type: ignore[arg-type]
    return ran.cases[0], told


def flood(pool: Pool, count: int, frame: str, *, prints: bool = True) -> tuple[CaseRun, list[Progress]]:
    return heard(pool, FLOOD.format(count=count, frame=frame), prints=prints, policy=False)


# ---------- the cell, honest and hostile ----------


def test_a_probe_tells_how_far_it_is(pool: Pool) -> None:
    run, told = heard(pool, RIGHT, 4, 0.12)
    assert run.value == 1
    assert [(p.done, p.of) for p in told] == [(1, 4), (2, 4), (3, 4), (4, 4)] and told[3].value == 0.25


def test_a_probe_that_never_rests_is_heard_now_and_then(pool: Pool) -> None:
    run, told = heard(pool, RIGHT, 3_000, 0.0)
    assert run.value == 1 and 1 <= len(told) < 20


def test_a_hidden_case_tells_nothing(pool: Pool) -> None:
    run, told = heard(pool, RIGHT, 3, 0.12, prints=False)
    assert (run.value, told) == (1, [])


def test_a_learners_code_has_no_progress_to_call(pool: Pool) -> None:
    run, told = heard(pool, "def f():\n    progress(1, 2, 3.0)\n    return 1")
    assert (run.error and run.error.type, told) == ("NameError", [])


def test_a_cell_that_sends_more_than_the_harness_is_cut_off(pool: Pool) -> None:
    run, told = flood(pool, MOST + 1, "{'k': 'progress', 'done': 1, 'of': 2, 'value': None}")
    assert run.ran is Ran.GARBLED and len(told) < 20


def test_a_cell_that_sends_as_many_in_a_burst_passes_on_a_few(pool: Pool) -> None:
    run, told = flood(pool, MOST, "{'k': 'progress', 'done': n, 'of': 1000, 'value': float(n)}")
    assert run.value == 1 and 1 <= len(told) < 20


@pytest.mark.parametrize(
    "fields",
    [
        "'done': 'x' * 100, 'of': 2, 'value': None",
        "'done': 3, 'of': 2, 'value': None",
        "'done': -1, 'of': 2, 'value': None",
        "'done': 1, 'of': 10 ** 9, 'value': None",
        "'done': True, 'of': 2, 'value': None",
        "'done': 1, 'of': 2, 'value': float('nan')",
        "'done': 1, 'of': 2, 'value': 'the hidden input'",
        "'done': 1, 'of': 2, 'value': None, 'text': 'the hidden input'",
        "'done': 1, 'of': 2",
    ],
)
def test_a_frame_of_anything_but_numbers_is_garbled(pool: Pool, fields: str) -> None:
    run, told = flood(pool, 1, f"{{'k': 'progress', {fields}}}")
    assert (run.ran, told) == (Ran.GARBLED, [])


def test_forged_progress_of_a_hidden_case_is_dropped(pool: Pool) -> None:
    run, told = flood(pool, 9, "{'k': 'progress', 'done': 1, 'of': 2, 'value': 3.14}", prints=False)
    assert (run.value, told) == (1, [])


def test_progress_while_the_file_is_loaded_is_garbled(pool: Pool) -> None:
    send = "os.write(1, encode({'k': 'progress', 'done': 1, 'of': 2, 'value': None}))"
    source = f"import os\nfrom grader.wire import encode\n{send}\ndef f():\n    return 1"
    ran = pool.run(CellJob(source, "f", (CellCase([], prints=True),), policy=False))
    assert ran.loaded is Ran.GARBLED


def test_parse_takes_what_a_teller_sends() -> None:
    sent: list[dict[str, object]] = []
    tell = Teller(sent.append)
    tell(2, 3, math.inf)
    assert frames.parse(sent[0]) == Progress(2, 3)


def test_a_listener_lets_through_what_comes_slowly() -> None:
    listener = Listener()
    first = listener.lets_through(is_silent=False)
    at_once = listener.lets_through(is_silent=False)
    time.sleep(0.06)
    assert (first, at_once, listener.lets_through(is_silent=False)) == (True, False, True)


def test_a_listener_counts_what_it_drops() -> None:
    listener = Listener()
    for _ in range(MOST):
        listener.lets_through(is_silent=True)
    with pytest.raises(WireError):
        listener.lets_through(is_silent=True)


# ---------- a job ----------


def job() -> Job:
    return Job("1", "you", "train-cnn", "", Mode.SUBMIT, 1, 5)


def test_a_job_keeps_the_losses_of_the_run_that_goes_on() -> None:
    one = job()
    for progress in (Progress(1, 3, 1.4), Progress(2, 3, 0.9), Progress(2, 3), Progress(1, 12, 1.3)):
        one.advance(progress)
    assert (one.progress, one.losses) == (Progress(1, 12, 1.3), (1.3,))


def test_a_job_keeps_no_losses_without_end() -> None:
    one = job()
    for _ in range(KEPT_LOSSES + 50):
        one.advance(Progress(1, 2, 1.0))
    assert len(one.losses) == KEPT_LOSSES


def test_a_job_that_begins_again_has_not_come_far() -> None:
    one = job()
    one.advance(Progress(1, 2, 1.0))
    one.begin_again()
    assert (one.progress, one.losses) == (None, ())


# ---------- the page ----------


def state(progress: Progress | None, *losses: float) -> JobState:
    return JobState("checking", Mode.SUBMIT, 1, 5, progress=progress, losses=losses)


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "Training: epoch 5 of 12, validation loss 0.43"), ("zh", "训练进度：第 5 轮，共 12 轮，验证损失 0.43")],
)
def test_the_epoch_is_told_with_the_loss(monkeypatch: pytest.MonkeyPatch, lang: Lang, said: str) -> None:
    monkeypatch.setattr(speak, "lang", lambda: lang)
    assert growing.epoch(state(Progress(5, 12, 0.43), 0.9, 0.43)) == said


def test_nothing_is_told_of_a_run_without_epochs() -> None:
    assert (growing.epoch(state(None)), growing.line(state(None))) == ("", "")


def points(drawn: str) -> list[list[float]]:
    inside = drawn.partition("polygon(")[2].partition(")")[0]
    return [[float(v) for v in point.replace("px", "").split()] for point in inside.split(",") if point]


def test_the_line_grows_with_the_epochs() -> None:
    reach = [max(x for x, _ in points(growing.line(state(Progress(n, 10), 2.0, 1.0)))) for n in (2, 5, 10)]
    assert reach == [pytest.approx(growing.WIDE * share, abs=0.1) for share in (0.2, 0.5, 1.0)]


@pytest.mark.parametrize("losses", [(math.inf, 1.0), (1.0,), (0.0, 0.0), (1e20, 1e20), (-5.0, 3.0), (1e300, 1.0)])
def test_a_line_of_any_numbers_stays_in_its_box(losses: tuple[float, ...]) -> None:
    drawn = points(growing.line(state(Progress(0, 0), *losses)))
    assert all(0 <= x <= growing.WIDE and 0 <= y <= growing.TALL for x, y in drawn)
