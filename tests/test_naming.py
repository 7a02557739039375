"""Fresh wrong programs get the right name, and never a wrong one."""

from __future__ import annotations

from pathlib import Path

import naming
import pytest
from naming import EXERCISES, BadProgram, Named, corpus, share, table, told
from proof import count, record

from grader.catalog import Catalog
from grader.judge import Judge
from grader.sandbox.pool import Pool

COURSE = Catalog.load(EXERCISES)
NEEDED = 0.9


@pytest.mark.proof
@pytest.mark.timeout(1200)
def test_fresh_wrong_programs_get_the_right_name(pool: Pool) -> None:
    programs, judge = corpus(COURSE), Judge(EXERCISES, pool)
    step = max(len(programs) // count(20, len(programs)), 1)
    found = [told(program, COURSE.exercise(program.exercise), judge) for program in programs[::step]]
    counted = {result: sum(one.result == result for one in found) for result in naming.RESULTS}
    exercises = len({program.exercise for program in programs})
    record("naming", programs=len(found), exercises=exercises, share=round(share(found), 3), **counted)
    assert [(one.program.name, one.said) for one in found if one.result in ("wrong", "passes")] == []
    assert share(found) >= NEEDED, table(found)


def written(tmp_path: Path, first: str, exercise: str = "corr2d", name: str = "a.py") -> Path:
    """A corpus of one program."""
    file = tmp_path / exercise / name
    file.parent.mkdir()
    file.write_text(f"{first}\ndef corr2d(X, K): return X\n", "utf-8")
    return tmp_path


def test_program_says_what_is_true_of_it(tmp_path: Path) -> None:
    (program,) = corpus(COURSE, written(tmp_path, "# mistake: flipped | transposed"))
    assert (program.exercise, program.meant) == ("corr2d", ("flipped", "transposed"))


def test_program_of_no_catalogued_mistake_has_no_name(tmp_path: Path) -> None:
    assert corpus(COURSE, written(tmp_path, "# mistake: none"))[0].meant == ()


@pytest.mark.parametrize(
    ("first", "exercise", "name", "said"),
    [
        ("import torch", "corr2d", "a.py", "corr2d/a.py, line 1: say '# mistake: <id>'"),
        ("# mistake: upside-down", "corr2d", "a.py", "corr2d has no wrong answer upside-down; there are: "),
        ("# mistake: none", "corr9d", "a.py", "there is no exercise corr9d; correct the folder's name"),
        ("# mistake: none", "corr2d", "a.txt", "corr2d/a.txt: this is no Python file; remove it"),
    ],
)
def test_fault_of_the_corpus_is_said(tmp_path: Path, first: str, exercise: str, name: str, said: str) -> None:
    with pytest.raises(BadProgram) as caught:
        corpus(COURSE, written(tmp_path, first, exercise, name))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("first", "source", "result"),
    [
        ("flipped", "K = K.flip(0, 1)", "right"),
        ("transposed | flipped", "K = K.flip(0, 1)", "acceptable"),
        ("none", "K = K.flip(0, 1)", "wrong"),
        ("transposed", "K = K.flip(0, 1)", "wrong"),
        ("none", "K = 3.7 * K - 1", "unnamed"),
        ("flipped", "K = 3.7 * K - 1", "no name"),
        ("flipped", "K = K + 0", "passes"),
    ],
)
def test_what_became_of_a_program_is_counted(tmp_path: Path, pool: Pool, first: str, source: str, result: str) -> None:
    folder = written(tmp_path, f"# mistake: {first}")
    body = "    h, w = K.shape\n    return (X.unfold(0, h, 1).unfold(1, w, 1) * K).sum((-1, -2))\n"
    text = f"# mistake: {first}\ndef corr2d(X, K):\n    {source}\n{body}"
    (folder / "corr2d" / "a.py").write_text(text, "utf-8")
    (program,) = corpus(COURSE, folder)
    assert told(program, COURSE.exercise("corr2d"), Judge(EXERCISES, pool)).result == result


def test_share_counts_only_programs_with_a_true_name() -> None:
    (program,) = corpus(COURSE, only=["corr2d"])[:1]
    none = naming.Program("corr2d", program.file, "", ())
    assert share([Named(program, "right", "x"), Named(program, "no name", None), Named(none, "unnamed", None)]) == 0.5
