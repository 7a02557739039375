"""What a submission can learn of what is hidden, and what it can tell of it: programs that look, and programs that talk."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from proof import count, record
from pydantic import TypeAdapter

from grader.judge import Judge
from grader.judge.cases import Planned, plan, plan_check
from grader.judge.content import Content
from grader.model import Mode, Verdict
from grader.sandbox.jail import Walls
from grader.sandbox.pool import CellCase, Job, Pool

pytestmark = [pytest.mark.proof, pytest.mark.timeout(count(120, 3000))]

EXERCISES = Path(__file__).parents[1] / "exercises"
_VERDICT = TypeAdapter(Verdict)


@pytest.fixture(scope="module")
def judge(pool: Pool) -> Judge:
    return Judge(EXERCISES, pool)


def graded(judge: Judge, source: str, seed: int = 11, exercise: str = "corr2d") -> Verdict:
    return judge.grade(exercise, source, mode=Mode.SUBMIT, seed=seed)


# ---------- telling ----------

RIGHT = "(X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((-1, -2))"
TELLS = {
    "a print": "print(token)",
    "a flood of prints": "print(token * 9000)",
    "an exception": "raise ValueError(token)",
    "the name of an exception": "raise type(token, (Exception,), {})()",
    "a class of its own": "class leak_of_a_hidden_input(Exception): pass\n    raise leak_of_a_hidden_input(token)",
    "a text that came back": "return token",
    "a key that came back": "return {token: X}",
    "a shape": "return X.new_zeros(int(X.abs().sum() * 100) % 90 + 1)",
    "an object": "return Token()",
    "a warning": "return X.new_zeros(3).reshape(7) if token else X",
    "an exit": "raise SystemExit(token)",
    "an assertion": "assert False, token",
    "an exception that cannot be printed": "raise Token()",
}
TELLER = """
calls = [0]

class Token(Exception):
    def __str__(self):
        print(words[0])
        return words[0]
    def __repr__(self):
        return words[0]

words = ["LEAK"]

def corr2d(X, K):
    calls[0] += 1
    if calls[0] <= 4:
        return RIGHT
    token = "LEAK" + str(X.flatten()[:3].tolist())
    words[0] = token
    TELL
"""


@pytest.mark.parametrize("way", TELLS)
def test_nothing_of_a_hidden_case_is_told(judge: Judge, way: str) -> None:
    """The control is the public case: there the same words are shown."""
    verdict = graded(judge, TELLER.replace("RIGHT", RIGHT).replace("TELL", TELLS[way]))
    said = json.dumps(_VERDICT.dump_python(verdict, mode="json"))
    assert "LEAK" not in said and verdict.score <= 3
    for check in verdict.checks:
        assert not check.hidden or (check.case, check.expected, check.got, check.inputs) == (None, None, None, ())


def test_the_same_words_are_shown_of_a_public_case(judge: Judge) -> None:
    tell = "print(token)\n    raise ValueError(token)"
    verdict = graded(judge, TELLER.replace("RIGHT", RIGHT).replace("TELL", tell).replace("calls[0] <= 4", "False"))
    assert "LEAK" in verdict.stdout and "LEAK" in str(verdict.checks[0].message)


CURVES = """
import torch

def learn_kernel(X, Y, h, w, lr, steps):
    secret = 777.125
    hidden = X.shape == (7, 9)
    return torch.full((h, w), secret if hidden else 0.5), [secret if hidden else 1.0] * steps
"""


def test_a_curve_shows_no_hidden_case(judge: Judge) -> None:
    verdict = graded(judge, CURVES, exercise="learn-kernel")
    assert "777.125" not in json.dumps(_VERDICT.dump_python(verdict, mode="json"))


OUTCOMES = {"time": "while True: pass", "memory": "keep = [torch.ones(1 << 26) for _ in range(99)]"}


@pytest.mark.parametrize("way", OUTCOMES)
def test_one_bit_a_submission_is_all_that_an_outcome_tells(judge: Judge, way: str) -> None:
    """How a hidden check ended is shown by design. The next submission has other inputs, so the bits do not add up."""
    source = TELLER.replace("RIGHT", RIGHT).replace("TELL", OUTCOMES[way])
    said = [(c.id, c.outcome.value) for c in graded(judge, source.replace("calls[0] <= 4", "X[0, 0] < 9")).checks]
    assert [outcome for id, outcome in said if id in ("example", "no-conv-op")] == ["passed", "passed"]
    content = judge.content("corr2d")
    drawn = [tensors(content, seed) for seed in (11, 12)]
    assert not any(np.array_equal(a, b) for a, b in zip(*drawn, strict=True))


def tensors(content: Content, seed: int) -> list[Any]:
    """The images of the hidden value cases."""
    return [p.case.args[0].numpy() for p in plan(content, seed) if p.facts.id == "random"]


# ---------- tables of earlier inputs ----------

TABLE = """
TABLE = {table}

def corr2d(X, K):
    key = tuple(round(v, 2) for v in X.flatten()[:3].tolist())
    found = TABLE.get(key)
    if found is None or len(found) != (X.shape[0] - K.shape[0] + 1) * (X.shape[1] - K.shape[1] + 1):
        return X[: X.shape[0] - K.shape[0] + 1, : X.shape[1] - K.shape[1] + 1] * 0
    return torch.tensor(found).reshape(X.shape[0] - K.shape[0] + 1, -1)
"""


def smallest(content: Content, seed: int) -> Planned:
    """The hidden case of a submission with the smallest output: so that a table of 64 KB holds many."""
    facts = next(check for check in content.facts.checks if check.id == "random")
    return min(plan_check(content, facts, seed), key=lambda p: math.prod(conv2d_shape(p)))


def conv2d_shape(planned: Planned) -> list[int]:
    X, K = planned.case.args
    return [X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1]


def entry(planned: Planned) -> str:
    """First pixels → output."""
    key = tuple(round(v, 2) for v in planned.case.args[0].flatten()[:3].tolist())
    return f"{key}: {[round(v, 3) for v in planned.expected.flatten().tolist()]}".replace(" ", "")


def table(content: Content, seeds: Sequence[int]) -> str:
    entries = sorted((entry(smallest(content, seed)) for seed in seeds), key=len)
    while sum(map(len, entries)) + len(entries) > 62_000:
        entries.pop()
    return TABLE.format(table="{" + ",".join(entries) + "}")


def test_a_table_of_a_thousand_earlier_submissions_is_worth_nothing(judge: Judge) -> None:
    known = count(200, 1000)
    source = table(judge.content("corr2d"), range(known))
    fresh = [graded(judge, source, seed=5_000 + n) for n in range(count(1, 20))]
    assert source.count(":[") > 0.9 * known and {verdict.score for verdict in fresh} == {0}


def test_a_case_that_stands_in_the_table_is_right(judge: Judge) -> None:
    """The control."""
    content = judge.content("corr2d")
    known = smallest(content, 77)
    run = judge.run(Job(table(content, [77]), "corr2d", (known.cell,)))
    np.testing.assert_allclose(run.cases[0].value.numpy(), known.expected, atol=1e-2)  # type: ignore[union-attr]


def test_the_seed_of_a_cell_tells_no_input(judge: Judge) -> None:
    """Every stream has a number of its own: what a cell can read draws none of the images."""
    planned = plan(judge.content("corr2d"), 11)
    images = [p.case.args[0] for p in planned]
    for p in planned:
        X = p.case.args[0]
        rng = torch.Generator().manual_seed(p.cell.seed)
        guess = (torch.randn(*X.shape, generator=rng) * 100).round() / 100
        assert not any(image.shape == guess.shape and torch.equal(image, guess) for image in images)
    assert len({p.cell.seed for p in planned}) == len(planned)


# ---------- looking ----------

SCAN = """
import ctypes

def scan(pieces):
    hits, scanned = [0] * len(pieces), 0
    for line in open("/proc/self/maps"):
        place, rights = line.split()[:2]
        start, end = (int(n, 16) for n in place.split("-"))
        if not rights.startswith("r") or "[v" in line or end - start > 1 << 29:
            continue
        if "rw" not in rights and ".so" in line:
            continue
        memory = ctypes.string_at(start, end - start)
        scanned += len(memory)
        for n, (first, second) in enumerate(pieces):
            at = memory.find(first)
            while at >= 0:
                hits[n] += memory[at + len(first) : at + len(first) + len(second)] == second
                at = memory.find(first, at + 1)
        del memory
    return [hits, scanned]
"""
EARLIER = "def corr2d(X, K):\n    return 'an earlier submission of somebody else: 5f0c'\n"


def needles(content: Content) -> dict[str, bytes]:
    """What must be nowhere in a cell."""
    exercise = (content.folder / "exercise.py").read_text("utf-8")
    hidden = next(p for p in plan(content, 77) if p.facts.id == "random")
    found = {
        "the reference": exercise[40:140].encode(),
        "the model answer": str(content.solution)[20:120].encode(),
        "an earlier submission": EARLIER[25:75].encode(),
        "a hidden input of an earlier submission": hidden.case.args[0].numpy().tobytes()[:64],
        "an expected output": hidden.expected.tobytes()[:64],
    }
    found |= {f"a wrong answer: {w.misconception.id}": w.source[-90:].encode() for w in content.wrong[:3]}
    found |= {f"its feedback: {w.misconception.id}": w.misconception.headline.en.encode() for w in content.wrong[:3]}
    return found


def halves(needle: bytes) -> list[Any]:
    """In two pieces, so that asking does not put it there."""
    middle = len(needle) // 2
    return [needle[:middle], needle[middle:]]


def test_the_memory_of_a_cell_holds_no_answer_and_nobody_else(pool: Pool, judge: Judge) -> None:
    content = judge.content("corr2d")
    graded(judge, EARLIER, seed=77)  # the same zygote has served others, and wrong answers ran
    known = b"def corr2d(X, K):\n    h, w = K.shape\n    Y = torch"  # a text that every zygote holds
    wanted = needles(content)
    case = CellCase([[halves(needle) for needle in (known, *wanted.values())]])
    run = pool.run_behind(Job(SCAN, "scan", (case,), policy=False, cpu_s=60, total_s=200), Walls.NONE)
    value: Any = run.cases[0].value
    (seen, *hits), scanned = value
    record("memory", scanned_mb=round(scanned / 1e6), needles=len(wanted), hits=sum(hits))
    assert seen > 0 and scanned > 50e6
    assert dict(zip(wanted, hits, strict=True)) == dict.fromkeys(wanted, 0)
