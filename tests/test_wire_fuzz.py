"""Hostile frames at every layer that a cell reaches: nothing escapes, nothing grows, nobody waits too long.

A cell's bytes go through `FrameBuffer` and `frames.parse`, in a `Talk` over real pipes, into the judge's comparison; the
judge's own frames go through `Request.take`. Random bytes, frames mutated byte by byte, and values of the right form
with the wrong content are tried at each.
"""

from __future__ import annotations

import contextlib
import os
import random
import resource
import struct
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import msgpack
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from proof import count, record
from pydantic import TypeAdapter

from grader.dispatch.requests import Request
from grader.errors import JudgeError, WireError
from grader.judge.arrays import from_wire, matrix_of, type_name
from grader.judge.compare import Dtypes, compare
from grader.model import CheckResult, Matrix, Message, Mode, Outcome, Verdict
from grader.sandbox import frames
from grader.sandbox.frames import Loaded
from grader.sandbox.handles import CellProcess
from grader.sandbox.job import CaseRun, CellCase, Job, Ran
from grader.sandbox.talk import Ended, Talk
from grader.wire import FRAME_CAP, TOTAL_CAP, Array, FrameBuffer, Opaque, decode, encode

ERROR = {"type": "ValueError", "text": "x", "line": 3, "source_line": "f()", "code": "", "args": {"line": 3}}
CASE = {
    "k": "case",
    "index": 0,
    "ran": "returned",
    "value": [Array("float32", (2, 2), bytes(16)), {"a": 1.5, "b": None}, Opaque("Net")],
    "args_after": [Array("int64", (1,), bytes(8))],
    "ops": {"conv2d": 1},
    "error": None,
}
LOADED = {"k": "loaded", "ran": "returned", "error": None}
HONEST: list[Any] = [
    {"k": "ready"},
    {"k": "print", "text": "é\n"},
    LOADED,
    CASE,
    LOADED | {"ran": "error", "error": ERROR},
]
EXPECTED: list[Any] = [
    np.zeros((2, 2), dtype=np.float32),
    np.array(1.5),
    np.array([True, False]),
    np.arange(3),
    1.5,
    3,
    True,
    None,
    "x",
    [np.zeros((2, 2)), 1.5],
]
"""What the judge may hold against a value: one of each kind."""


class Mutator:
    """Frames nobody should send: random bytes, and honest ones with bytes changed, cut, doubled, moved or announced wrongly."""

    def __init__(self, seed: int, honest: list[Any]) -> None:
        self.random = random.Random(seed)
        self.honest = [encode(value) for value in honest]

    def frame(self) -> bytes:
        pick = self.random.random()
        if pick < 0.15:
            return self.random.randbytes(self.random.randrange(200))
        data = bytearray(self.random.choice(self.honest))
        if pick < 0.3:
            data = bytearray(self.random.choice(self.honest) + self.random.choice(self.honest))
        for _ in range(self.random.randrange(5)):
            self.mutate(data)
        if self.random.random() < 0.5:  # the length is right again: what is wrong is inside
            data[:4] = struct.pack(">I", max(0, len(data) - 4))
        return bytes(data)

    def mutate(self, data: bytearray) -> None:
        at = self.random.randrange(4, len(data) + 1) if len(data) > 4 else 0
        way = self.random.randrange(5)
        if way == 0 and at < len(data):
            data[at] = self.random.randrange(256)
        elif way == 1:
            data[at:at] = self.random.choice(HEADS)
        elif way == 2:
            del data[at : at + self.random.randrange(1, 9)]
        elif way == 3:
            data[at:at] = data[at : at + self.random.randrange(1, 40)]
        elif at < len(data):
            data[at] ^= 1 << self.random.randrange(8)


HEADS = [
    b"\xdd\xff\xff\xff\xff",
    b"\xdf\x00\x01\x00\x00",
    b"\xc6\x00\x7f\xff\xff",
    b"\xc9\x00\x00\x00\x10\x01",
    b"\x91" * 40,
]
HEADS += [
    b"\x81\xa1a",
    b"\xc1",
    b"\xcb\x7f\xf8\0\0\0\0\0\0",
    b"\xcf" + b"\xff" * 8,
    b"\xdc\xff\xff",
    b"\xd9\xff",
    b"\xc7\x03\x02abc",
]


def read(data: bytes) -> None:
    """Everything that is done to a cell's bytes, up to what the judge makes of a value. Raises WireError or nothing."""
    for value in FrameBuffer().feed(data):
        event = frames.parse(value)
        if isinstance(event, CaseRun):
            for part in (event.value, *event.args_after):
                judge(part)


def judge(value: Any) -> None:
    """All that the judge does with a value before it decides."""
    type_name(value)
    matrix_of(value)
    from_wire(value)
    for expected in EXPECTED:
        for dtypes in Dtypes:
            compare(value, expected, 1e-4, dtypes)


class Memory:
    """Allocation of each attempt, and how much the process grew over all of them."""

    def __init__(self) -> None:
        self.worst = 0
        self.escaped = 0
        self.tried = 0

    def attempt(self, work: Callable[[bytes], None], data: bytes) -> None:
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        try:
            work(data)
        except WireError:
            pass
        except Exception:
            self.escaped += 1
        self.tried += 1
        self.worst = max(self.worst, tracemalloc.get_traced_memory()[1] - before)


def resident_mb() -> float:
    """What the process holds now."""
    if sys.platform != "linux":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


@pytest.fixture
def traced() -> Iterator[Memory]:
    """Python's own account of memory, for the time of one test."""
    tracemalloc.start()
    yield Memory()
    tracemalloc.stop()


@pytest.mark.proof
@pytest.mark.timeout(count(120, 3000))
def test_random_and_mutated_frames_of_a_cell_escape_nowhere(traced: Memory) -> None:
    mutator = Mutator(4, HONEST)
    for _ in range(500):  # caches and arenas of the first frames
        traced.attempt(read, mutator.frame())
    before = resident_mb()
    for _ in range(count(2_500, 100_000)):
        traced.attempt(read, mutator.frame())
    growth = resident_mb() - before
    record(
        "wire",
        frames=traced.tried,
        escaped=traced.escaped,
        worst_allocation_mb=round(traced.worst / 2**20, 2),
        rss_growth_mb=round(growth, 1),
    )
    assert (traced.escaped, traced.worst < FRAME_CAP, growth < 30) == (0, True, True)


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(max_size=20)
    | st.binary(max_size=20)
)
SHAPES = st.lists(st.integers(0, 3) | st.sampled_from([2**31 - 1, 2**16]), max_size=9)
ODD_ARRAYS = st.builds(
    lambda dtype, shape, data: msgpack.ExtType(1, msgpack.packb([dtype, shape, data])),
    st.sampled_from(["float32", "bool", "complex64", "float16", "int8", "object", "uint8"]),
    SHAPES,
    st.binary(max_size=64),
)
TREES: st.SearchStrategy[Any] = st.recursive(
    SCALARS | ODD_ARRAYS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
)
FRAMES = st.fixed_dictionaries(
    {
        "k": st.sampled_from(["ready", "print", "loaded", "case"]) | SCALARS,
    },
    optional={
        "index": st.integers(0, 3) | SCALARS,
        "ran": st.sampled_from(["returned", "error", "timeout"]) | TREES,
        "value": TREES,
        "args_after": st.lists(TREES, max_size=3) | TREES,
        "ops": st.dictionaries(st.text(max_size=5), st.integers(0, 9) | SCALARS, max_size=3) | TREES,
        "error": st.none() | st.just(ERROR) | TREES,
        "text": st.text(max_size=20) | TREES,
    },
)


@pytest.mark.proof
@settings(max_examples=count(200, 10_000), deadline=None, suppress_health_check=list(HealthCheck))
@given(FRAMES | TREES)
@pytest.mark.timeout(count(120, 3000))
def test_frames_of_almost_the_right_form_escape_nowhere(value: Any) -> None:
    body = msgpack.packb(value)
    with contextlib.suppress(WireError):
        read(struct.pack(">I", len(body)) + body)


def many(item: bytes, number: int) -> bytes:
    """A list of the same item, as often as asked."""
    return b"\xdd" + struct.pack(">I", number) + item * number


def nines(deep: int) -> bytes:
    """Lists of nine lists of nine lists, down to empty ones."""
    return b"\x99" + nines(deep - 1) * 9 if deep else b"\x90"


EMPTY_ARRAY = msgpack.packb(msgpack.ExtType(1, msgpack.packb(["bool", [0], b""])))
BOMBS = {
    "lists": many(many(b"\x90", 60_000), 120),
    "maps": many(many(b"\x80", 60_000), 120),
    "texts": many(many(b"\xa1a", 60_000), 60),
    "empty arrays": many(many(EMPTY_ARRAY, 60_000), 8),
    "names of types": many(many(b"\xc7\x00\x02", 60_000), 40),
    "large numbers": many(many(b"\xcf" + b"\xff" * 8, 60_000), 14),
    "lists that announce": b"\xdd\x00\x01\x00\x00" * 400,
    "lists that announce and are filled": b"\xdd\x00\x00\xff\xff" * 400 + b"\xc0" * 66_000,
    "maps that announce": b"\xdf\x00\x01\x00\x00\xa1a" * 400,
    "inside an array": msgpack.packb(msgpack.ExtType(1, nines(7))),
    "one list within another": b"\x91" * 400 + b"\xc0",
    "a text of a whole frame": b"\xdb" + struct.pack(">I", FRAME_CAP - 8) + b"a" * (FRAME_CAP - 8),
    "as many items as there may be": many(many(b"\x80", 60_000), 2),
}


@pytest.mark.proof
@pytest.mark.parametrize("name", BOMBS)
def test_a_small_frame_cannot_become_large(traced: Memory, name: str) -> None:
    assert len(BOMBS[name]) <= FRAME_CAP
    traced.attempt(lambda body: judge(decode(body)), BOMBS[name])
    record("wire.bomb", bomb=name, bytes=len(BOMBS[name]), allocated_mb=round(traced.worst / 2**20, 1))
    assert (traced.escaped, traced.worst < 3 * FRAME_CAP) == (0, True), traced.worst / 2**20


def test_as_many_items_as_an_honest_value_may_have_pass() -> None:
    assert len(decode(encode([1.5] * (TOTAL_CAP // 2))[4:])) == TOTAL_CAP // 2
    with pytest.raises(WireError, match="items"):
        decode(many(many(b"\xc0", 50_000), 3))


def test_a_frame_nested_deeper_than_any_value_is_no_frame() -> None:
    assert decode(b"\x91" * 32 + b"\x90")
    with pytest.raises(WireError, match="too deep"):
        decode(b"\x91" * 34 + b"\x90")


@pytest.mark.parametrize("shape", [(0, 2**31 - 1, 2**31 - 1, 2**31 - 1), (2**31 - 1, 0, 2**31 - 1)])
def test_an_empty_array_of_an_endless_shape_is_no_array(shape: tuple[int, ...]) -> None:
    with pytest.raises(WireError, match="bad shape"):
        Array("float32", shape, b"").numpy()


def test_arguments_of_a_hostile_message_are_cut() -> None:
    event = frames.parse(LOADED | {"ran": "error", "error": ERROR | {"args": {"name" * 50: "x" * 10_000}}})
    assert isinstance(event, Loaded)
    assert event.error is not None
    assert {(len(key), len(cast(str, value))) for key, value in event.error.args.items()} == {(80, 200)}


# ---------- a whole conversation ----------

CASE_S = 0.2
JOB = Job("", "f", (CellCase([]), CellCase([])), cpu_s=CASE_S, wall_s=CASE_S)
READY = encode({"k": "ready"})
TALK = [*HONEST[1:3], CASE, CASE | {"index": 1}]


@dataclass
class FakeCell:
    """The judge's ends of two pipes, and a cell at the other ends that says what a test wants."""

    says: Callable[[int], None]
    job_in: int = -1
    result_out: int = -1
    threads: list[threading.Thread] = field(default_factory=list)
    asked: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> FakeCell:
        self.job_out, self.job_in = os.pipe()
        self.result_out, self.result_in = os.pipe()
        os.set_blocking(self.job_in, False)
        os.set_blocking(self.result_out, False)
        self.threads = [threading.Thread(target=self.speak), threading.Thread(target=self.listen)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.result_out)
        self.close_job()
        for thread in self.threads:
            thread.join()

    def speak(self) -> None:
        with contextlib.suppress(BrokenPipeError):
            os.write(self.result_in, READY)
            self.asked.wait(5)
            self.says(self.result_in)
        os.close(self.result_in)

    def listen(self) -> None:
        while os.read(self.job_out, 1 << 16):
            self.asked.set()
        os.close(self.job_out)

    def close_job(self) -> None:
        if self.job_in >= 0:
            os.close(self.job_in)
            self.job_in = -1

    def cpu_s(self) -> float:
        return 0.0

    def queued_s(self) -> float:
        return 0.0


def talk(says: Callable[[int], None]) -> tuple[list[Any], float]:
    """(events of a conversation with such a cell, seconds that it took)."""
    with FakeCell(says) as cell:
        began = time.monotonic()
        ends_at = began + 3 * CASE_S
        events = list(Talk(cast(CellProcess, cell), JOB, (0, 1), 60.0, ends_at).events())
        return events, time.monotonic() - began


def saying(*pieces: bytes, then: Callable[[int], None] = lambda _: None) -> Callable[[int], None]:
    def says(fd: int) -> None:
        for piece in pieces:
            os.write(fd, piece)
        then(fd)

    return says


def dripping(data: bytes) -> Callable[[int], None]:
    def drip(fd: int) -> None:
        for byte in data:
            os.write(fd, bytes([byte]))
            time.sleep(0.005)

    return drip


def endlessly(data: bytes) -> Callable[[int], None]:
    def repeat(fd: int) -> None:
        while True:
            os.write(fd, data)

    return repeat


def silently(_: int) -> None:
    time.sleep(4 * CASE_S)


def how(event: Any) -> Any:
    return (event.index, event.ran) if isinstance(event, CaseRun) else event.ran


OK_LOADED, OK_CASE = encode(LOADED), encode(CASE)
TALKS: dict[str, tuple[Callable[[int], None], list[Any]]] = {
    "nothing": (saying(), [Ran.CRASHED]),
    "silence": (saying(then=silently), [Ran.TIMEOUT]),
    "garbage": (saying(b"\0\0\0\5hello"), [Ran.GARBLED]),
    "a huge length": (saying(OK_LOADED, b"\xff\xff\xff\xff", then=silently), [Ran.RETURNED, (0, Ran.GARBLED)]),
    "a length and no frame": (saying(OK_LOADED, b"\0\1\0\0abc", then=silently), [Ran.RETURNED, (0, Ran.TIMEOUT)]),
    "half a frame and the end": (saying(OK_LOADED, OK_CASE[:-3]), [Ran.RETURNED, (0, Ran.CRASHED)]),
    "a case before the file is loaded": (saying(OK_CASE), [Ran.GARBLED]),
    "the second case first": (saying(OK_LOADED, encode(CASE | {"index": 1})), [Ran.RETURNED, (0, Ran.GARBLED)]),
    "a case twice": (saying(OK_LOADED, OK_CASE, OK_CASE), [Ran.RETURNED, (0, Ran.RETURNED), (1, Ran.GARBLED)]),
    "ready again": (saying(OK_LOADED, READY), [Ran.RETURNED, (0, Ran.GARBLED)]),
    "loaded again": (saying(OK_LOADED, OK_LOADED), [Ran.RETURNED, (0, Ran.GARBLED)]),
    "more than was asked": (
        saying(OK_LOADED, OK_CASE, encode(CASE | {"index": 1}), b"\xff" * 99),
        [Ran.RETURNED, (0, Ran.RETURNED), (1, Ran.RETURNED)],
    ),
    "byte by byte": (saying(OK_LOADED, then=dripping(OK_CASE * 20)), [Ran.RETURNED, (0, Ran.TIMEOUT)]),
    "prints without end": (
        saying(OK_LOADED, then=endlessly(encode({"k": "print", "text": "x" * 99}) * 9)),
        [Ran.RETURNED, (0, Ran.GARBLED)],
    ),
    "empty frames without end": (saying(OK_LOADED, then=endlessly(bytes(4096))), [Ran.RETURNED, (0, Ran.GARBLED)]),
}


@pytest.mark.proof
@pytest.mark.parametrize("name", TALKS)
def test_a_cell_that_breaks_the_protocol_ends_at_what_was_due(name: str) -> None:
    says, expected = TALKS[name]
    events, seconds = talk(says)
    assert ([how(event) for event in events if not isinstance(event, frames.Printed)], seconds < 4 * CASE_S + 1) == (
        expected,
        True,
    )


@pytest.mark.proof
@pytest.mark.timeout(count(120, 3000))
def test_mutated_conversations_end_in_order_and_in_time() -> None:
    mutator, order = Mutator(7, TALK), random.Random(7)
    slowest = 0.0
    for _ in range(number := count(150, 5_000)):
        pieces = [encode(value) for value in TALK]
        pieces[order.randrange(len(pieces))] = mutator.frame()
        if order.random() < 0.3:
            order.shuffle(pieces)
        events, seconds = talk(saying(b"".join(pieces)))
        slowest = max(slowest, seconds)
        last = events[-1]
        cases = [event.index for event in events if isinstance(event, CaseRun)]
        assert cases == list(range(len(cases)))
        assert isinstance(last, (Ended, CaseRun)) or (isinstance(last, Loaded) and last.ran is not Ran.RETURNED)
    record("wire.talk", conversations=number, slowest_s=round(slowest, 2), deadline_s=3 * CASE_S)
    assert slowest < 4 * CASE_S + 1


# ---------- the judge's own frames ----------

CHECK = CheckResult(
    "a", Outcome.FAILED, 0, 2, False, True, Message("values", {"count": 1}), None, Matrix((1,), "float32", [1.0])
)
VERDICT = Verdict(
    "corr2d", "v", Mode.SUBMIT, Outcome.FAILED, False, 0, 2, 7, (CHECK,), message=Message("x"), timings_ms={"run": 1.0}
)
SAID: list[Any] = [
    {"id": 1, "event": "check", "check": TypeAdapter(CheckResult).dump_python(CHECK, mode="json")},
    {"id": 1, "event": "verdict", "verdict": TypeAdapter(Verdict).dump_python(VERDICT, mode="json")},
    {"id": 1, "event": "failed", "reference": "ab", "message": "x"},
    {"id": 1, "event": "findings", "findings": []},
]


def take(value: Any) -> None:
    """What the web does with a frame of its judge. Raises JudgeError or nothing."""
    request = Request(1, "grade", {"exercise": "corr2d", "mode": "submit", "seed": 7}, 1.0, on_check=lambda _: None)
    if isinstance(value, dict):
        with contextlib.suppress(JudgeError):
            request.take(value)


@pytest.mark.proof
@pytest.mark.timeout(count(120, 3000))
def test_mutated_frames_of_a_judge_raise_judge_error_alone(traced: Memory, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("CRITICAL")
    mutator, taken = Mutator(11, SAID), 0
    for _ in range(number := count(1_000, 20_000)):
        values: list[Any] = []
        with contextlib.suppress(WireError):
            values += FrameBuffer().feed(mutator.frame())
        for value in values:
            traced.attempt(lambda _, value=value: take(value), b"")  # type: ignore[misc]
            taken += isinstance(value, dict)
    record("wire.judge", frames=number, taken=taken, escaped=traced.escaped)
    assert (traced.escaped, taken > number // 10) == (0, True)


@pytest.mark.proof
@settings(max_examples=count(100, 1_000), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(SAID), st.sampled_from(["check", "verdict", "event", "reference", "findings"]), TREES)
@pytest.mark.timeout(count(120, 3000))
def test_a_judge_that_says_something_else_raises_judge_error_alone(said: dict[str, Any], key: str, value: Any) -> None:
    take(said | {key: value})
    inner = said.get(str(said["event"]))
    if isinstance(inner, dict):
        for name in inner:
            take(said | {str(said["event"]): inner | {name: value}})
