"""The judge as a process: frames over a socket, in every order, with hostile requests, until the socket closes."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from judge_world import Here
from pydantic import TypeAdapter

from grader.errors import ContentError
from grader.judge import Judge
from grader.judge.service import Service
from grader.model import Mode, Outcome, Verdict
from grader.wire import FrameBuffer, encode

EXERCISES = Path(__file__).parents[1] / "exercises"
RIGHT = "def corr2d(X, K):\n    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((-1, -2))\n"
VERDICT = TypeAdapter(Verdict)


class Line:
    """Our end of the socket."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock, self._buffer, self._frames = sock, FrameBuffer(), list[dict[str, Any]]()
        sock.settimeout(100)

    def send(self, **request: Any) -> None:
        self.sock.sendall(encode(request))

    def receive(self) -> dict[str, Any]:
        while not self._frames:
            data = self.sock.recv(1 << 16)
            if not data:
                raise EOFError
            self._frames += self._buffer.feed(data)
        return self._frames.pop(0)

    def until(self, event: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        """Frames before the first of this event, and it."""
        before = []
        while (frame := self.receive()).get("event") != event:
            before.append(frame)
        return before, frame

    def grade(self, id: int = 1, answer: Any = RIGHT, exercise: str = "corr2d", seed: int = 1) -> None:
        self.send(id=id, op="grade", exercise=exercise, answer=answer, mode="submit", seed=seed)


@pytest.fixture
def line() -> Iterator[Line]:
    """A service in a thread, its cells in this process."""
    ours, theirs = socket.socketpair()
    thread = threading.Thread(target=Service(Judge(EXERCISES, Here()), theirs, slots=2).run)
    thread.start()
    yield Line(ours)
    ours.close()
    thread.join(20)
    assert not thread.is_alive()
    theirs.close()


def test_it_says_that_it_is_ready_and_what_isolation_it_has(line: Line) -> None:
    assert line.receive() == {"event": "ready", "isolation": {"tier": "none", "layers": []}}


def test_every_check_is_told_before_the_verdict(line: Line) -> None:
    line.grade(id=7)
    before, last = line.until("verdict")
    verdict = VERDICT.validate_python(last["verdict"])
    checks = [frame["check"]["id"] for frame in before if frame.get("event") == "check"]
    assert (last["id"], verdict.passed, sorted(checks)) == (7, True, sorted(c.id for c in verdict.checks))


def test_requests_are_answered_side_by_side_with_their_ids(line: Line) -> None:
    for id in range(6):
        line.grade(id=id, seed=id)
    got: dict[int, int] = {}
    while len(got) < 6:
        frame = line.receive()
        if frame.get("event") == "verdict":
            got[frame["id"]] = frame["verdict"]["seed"]
    assert got == {id: id for id in range(6)}


@pytest.mark.parametrize(
    ("answer", "outcome", "code"),
    [
        ("", Outcome.ERROR, "form.empty"),
        ("# only\n\n   # comments", Outcome.ERROR, "form.empty"),
        (b"\xff\xfe\x00", Outcome.REFUSED, "form.binary"),
        ("print('你好')".encode("gbk"), Outcome.REFUSED, "form.encoding"),
        ("a\0b", Outcome.REFUSED, "form.binary"),
        ("x = 1\n" * 20_000, Outcome.REFUSED, "form.large"),
        ({"a": 1}, Outcome.ERROR, "form.code"),
        (None, Outcome.ERROR, "form.code"),
    ],
)
def test_what_is_no_source_never_reaches_a_cell(line: Line, answer: Any, outcome: Outcome, code: str) -> None:
    line.grade(answer=answer)
    verdict = VERDICT.validate_python(line.until("verdict")[1]["verdict"])
    assert (verdict.outcome, verdict.message and verdict.message.code, verdict.score) == (outcome, code, 0)


def test_a_byte_order_mark_and_windows_lines_are_fine(line: Line) -> None:
    line.grade(answer=("\ufeff" + RIGHT.replace("\n", "\r\n")).encode())
    assert line.until("verdict")[1]["verdict"]["passed"]


def test_an_answer_without_code_is_graded_without_a_cell(line: Line) -> None:
    line.grade(exercise="edge-transposed", answer="B")
    assert line.until("verdict")[1]["verdict"]["score"] == 10


@pytest.mark.parametrize(
    "request_",
    [
        {"id": 1, "op": "dance"},
        {"id": 1},
        {"id": 1, "op": "grade", "exercise": "corr2d"},
        {"id": 1, "op": "grade", "exercise": "no-such", "answer": "", "mode": "submit", "seed": 1},
        {"id": 1, "op": "grade", "exercise": "corr2d", "answer": RIGHT, "mode": "play", "seed": 1},
        {"id": 1, "op": "grade", "exercise": "../corr2d", "answer": "", "mode": "submit", "seed": 1},
        {"id": 1, "op": "check", "exercise": 3},
    ],
)
def test_a_request_of_no_use_fails_with_a_reference_and_the_next_is_answered(
    line: Line, request_: dict[str, Any]
) -> None:
    line.send(**request_)
    _, failed = line.until("failed")
    line.send(id=2, op="info")
    _, info = line.until("info")
    assert failed["id"] == 1 and len(failed["reference"]) == 8 and info["info"]["slots"] == 2


def test_a_frame_that_is_no_mapping_is_survived(line: Line) -> None:
    line.sock.sendall(encode([1, 2, 3]))
    assert line.until("failed")[1]["id"] is None


def test_findings_of_a_sound_exercise_are_none(line: Line) -> None:
    line.send(id=3, op="check", exercise="edge-transposed")
    assert line.until("findings")[1] == {"id": 3, "event": "findings", "findings": []}


class Broken(Here):
    """A pool whose fault it is."""

    def run(self, *_: Any, **__: Any) -> Any:
        raise OSError("no more processes, and here is a secret: [[19, 25]]")


def test_our_fault_is_internal_with_a_reference_in_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    verdict = Judge(EXERCISES, Broken()).grade("corr2d", RIGHT, mode=Mode.SUBMIT, seed=1)
    assert verdict.outcome is Outcome.INTERNAL and verdict.message and set(verdict.message.args) == {"reference"}


# ---------- broken content ----------

BREAKS = {
    "statement": ("statement.md", "kind: fun", "conv2d-by-matmul/statement.md, line "),
    "language": ("statement.zh.md", "# 题\n", "conv2d-by-matmul/statement.zh.md, line "),
    "syntax": ("exercise.py", "x = 1\ny = (\n", "conv2d-by-matmul/exercise.py, line 2"),
    "exit": ("exercise.py", "import sys\nsys.exit()\n", "conv2d-by-matmul/exercise.py, line 2"),
    "wrong": ("wrong/broken.py", "def f(): pass\n", "conv2d-by-matmul/wrong/broken.py, line 1"),
}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The shipped course, to be broken."""
    shutil.copytree(EXERCISES, tmp_path / "exercises")
    return tmp_path / "exercises"


def broken(course: Path, how: str) -> str:
    """Break one exercise → what must be said of it."""
    file, text, said = BREAKS[how]
    (course / "matmul" / "conv2d-by-matmul" / file).write_text(text, "utf-8")
    return said


def outcome(judge: Judge, exercise: str) -> Outcome:
    return judge.grade(exercise, RIGHT + "conv2d_by_mul = corr2d\n", mode=Mode.SUBMIT, seed=1).outcome


@pytest.mark.parametrize("how", BREAKS)
def test_one_broken_exercise_at_a_cold_start_costs_itself_alone(course: Path, how: str) -> None:
    said = broken(course, how)
    judge = Judge(course, Here())
    assert (outcome(judge, "corr2d"), outcome(judge, "conv2d-by-matmul")) == (Outcome.PASSED, Outcome.INTERNAL)
    with pytest.raises(ContentError, match=re.escape(said)):
        judge.content("conv2d-by-matmul")


def test_broken_concept_costs_no_exercise(course: Path) -> None:
    (course / "matmul" / "concept.md").write_text("nothing", "utf-8")
    assert outcome(Judge(course, Here()), "conv2d-by-matmul") is not Outcome.INTERNAL


def test_exercise_broken_while_the_judge_runs_goes_on_as_it_was(course: Path) -> None:
    judge = Judge(course, Here(), look_every=0)
    before = outcome(judge, "conv2d-by-matmul")
    broken(course, "statement")
    assert (outcome(judge, "conv2d-by-matmul"), outcome(judge, "corr2d")) == (before, Outcome.PASSED)


def test_change_beside_a_broken_exercise_is_seen(course: Path) -> None:
    broken(course, "statement")
    judge = Judge(course, Here(), look_every=0)
    outcome(judge, "corr2d")
    (course / "corr2d" / "corr2d" / "exercise.py").write_text("x = (\n", "utf-8")
    assert outcome(judge, "corr2d") is Outcome.INTERNAL


def test_mended_exercise_is_graded(course: Path) -> None:
    statement = course / "matmul" / "conv2d-by-matmul" / "statement.md"
    text = statement.read_text("utf-8")
    broken(course, "statement")
    judge = Judge(course, Here(), look_every=0)
    was = outcome(judge, "conv2d-by-matmul")
    statement.write_text(text, "utf-8")
    assert was is Outcome.INTERNAL and outcome(judge, "conv2d-by-matmul") is not Outcome.INTERNAL


class Leaving(Here):
    """A pool, or a reference, that ends the thread it runs in."""

    def run(self, *_: Any, **__: Any) -> Any:
        sys.exit()


def test_answer_comes_even_when_the_work_leaves() -> None:
    ours, theirs = socket.socketpair()
    thread = threading.Thread(target=Service(Judge(EXERCISES, Leaving()), theirs, slots=1).run)
    thread.start()
    with ours, theirs:
        line = Line(ours)
        line.grade()
        assert line.until("failed")[1]["id"] == 1
        ours.close()
        thread.join(20)


# ---------- the program ----------


def started(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "DOJO_EXERCISES": str(EXERCISES), "DOJO_SLOTS": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "grader.judge", *arguments], env=environment, cwd=EXERCISES.parent, **options
    )


@pytest.mark.slow
def test_the_program_grades_in_real_cells_and_leaves_when_its_socket_closes() -> None:
    ours, theirs = socket.socketpair()
    with ours, started(str(theirs.fileno()), pass_fds=[theirs.fileno()]) as process:
        theirs.close()
        line = Line(ours)
        assert line.receive()["isolation"]["layers"]
        line.grade()
        assert line.until("verdict")[1]["verdict"]["passed"]
        ours.close()
        assert process.wait(20) == 0


@pytest.mark.parametrize("arguments", [[], ["x"], ["1", "2"], ["987654"]])
def test_wrong_use_of_the_program_is_one_line_and_exit_code_2(arguments: list[str]) -> None:
    with started(*arguments, stderr=subprocess.PIPE) as process:
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said.count(b"\n")) == (2, 1)
