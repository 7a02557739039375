"""A cell that broke its language policy and writes frames of its own: it says nothing of a hidden case through them."""

from __future__ import annotations

import pytest

from grader.judge.recorded import convolutions
from grader.judge.results import untold
from grader.model import Json, Message
from grader.sandbox.pool import CaseRun, CellCase, Job, Pool, Ran

SECRET = "the-hidden-input"
WRITE = f"""
import os
from grader.wire import encode

def error(**known):
    return {{"type": "", "text": "", "line": None, "source_line": "", "code": "", "args": {{}}}} | known

def case(**known):
    frame = {{"k": "case", "index": 0, "ran": "error", "value": None, "args_after": [], "ops": {{}}, "error": error()}}
    os.write(1, encode(frame | known))
    os._exit(0)

SECRET = {SECRET!r}
"""


def ended(pool: Pool, body: str, *, prints: bool = False) -> tuple[CaseRun, str]:
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    run = pool.run(Job(f"{WRITE}\ndef f():\n{lines}\n", "f", (CellCase([], prints=prints),), policy=False))
    return run.cases[0], run.stdout


@pytest.mark.parametrize(("prints", "shown"), [(True, SECRET), (False, "")])
def test_print_frame_of_a_silent_case_is_dropped(pool: Pool, prints: bool, shown: str) -> None:
    body = "os.write(1, encode({'k': 'print', 'text': SECRET}))\nreturn 1"
    run, stdout = ended(pool, body, prints=prints)
    assert (run.value, stdout) == (1, shown)


def test_prints_that_come_back_on_in_a_silent_case_are_dropped(pool: Pool) -> None:
    run, stdout = ended(pool, "import sys\nsys.stdout.keep = True\nprint(SECRET)\nreturn 1")
    assert (run.value, stdout) == (1, "")


@pytest.mark.parametrize("code", ["stopped.timeout", "judge.internal", "exercise.sum", "load.", f"refused.{SECRET} "])
def test_message_that_no_cell_has_words_for_is_garbled(pool: Pool, code: str) -> None:
    assert ended(pool, f"case(error=error(code={code!r}, args={{'limit': SECRET}}))")[0].ran is Ran.GARBLED


def test_exception_of_an_invented_name_is_an_exception(pool: Pool) -> None:
    error = ended(pool, "case(error=error(type=SECRET, line=10**15))")[0].error
    assert error is not None and (error.type, error.line) == ("Exception", None)


@pytest.mark.parametrize("line", [SECRET, 10**15, True, 0])
def test_line_of_a_refusal_is_a_line_or_not_told(line: Json) -> None:
    assert untold(Message("refused.import", {"line": line, "name": SECRET})) == Message("hidden.refused.nowhere")


def test_convolution_of_an_invented_name_is_a_convolution() -> None:
    assert convolutions({f"conv_{SECRET}": 1, "conv2d": 1, "add": 3, "conv1d": 0}) == ["conv2d", "convolution"]


@pytest.mark.parametrize("more", ["frame(1)", "encode({'k': 'ready'})", "bytes(range(256)) * 9"])
def test_frames_after_the_last_answer_are_left_unread(pool: Pool, more: str) -> None:
    source = f"""
import os
from grader.wire import encode

def frame(index):
    return encode({{"k": "case", "index": index, "ran": "returned", "value": 7, "args_after": [], "ops": {{}}, "error": None}})

def f():
    os.write(1, frame(0) + {more})
    os._exit(0)
"""
    run = pool.run(Job(source, "f", (CellCase([]),), policy=False))
    assert [(case.ran, case.value) for case in run.cases] == [(Ran.RETURNED, 7)]
