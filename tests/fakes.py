"""A little world for tests of pages: two concepts, four exercises, and a learner whose history a test writes down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal, cast

from grader.catalog.approaches import Approach
from grader.course import JobState, Overview, Standing
from grader.course.homework.terms import FREE, Terms
from grader.errors import UnknownConcept, UnknownExercise
from grader.model import (
    CheckFacts,
    CheckResult,
    Concept,
    Exercise,
    Isolation,
    Json,
    Kind,
    Lang,
    Matrix,
    Message,
    Misconception,
    Mode,
    Outcome,
    Text,
    Verdict,
)
from ui.parts.services import Services

TASK = Text(
    "Write `corr2d(X, K)` for two-dimensional tensors: stride 1, no padding. Slide `K` over `X`; at each place multiply "
    "element by element and sum.\n\n$$\nY_{i,j} = \\sum_{a=0}^{h-1}\\sum_{b=0}^{w-1} X_{i+a,\\,j+b}\\,K_{a,b}\n$$\n\n"
    "The output has shape $(H-h+1,\\; W-w+1)$, and gradients must be able to flow.\n\n## A worked example\n\n"
    '```matrix\n{"X": [[0, 1, 2], [3, 4, 5], [6, 7, 8]], "K": [[0, 1], [2, 3]], "Y": [[19, 25], [37, 43]]}\n```\n\n0·0 + 1·1 + 3·2 + 4·3 = **19**',
    "实现 `corr2d(X, K)`：输入为二维张量，步幅为 1，不做填充。让卷积核 `K` 在 `X` 上滑动，每到一处，逐元素相乘再求和。\n\n"
    "$$\nY_{i,j} = \\sum_{a=0}^{h-1}\\sum_{b=0}^{w-1} X_{i+a,\\,j+b}\\,K_{a,b}\n$$\n\n"
    "输出的形状为 $(H-h+1,\\; W-w+1)$，梯度必须能够反向传播。\n\n## 示例\n\n"
    '```matrix\n{"X": [[0, 1, 2], [3, 4, 5], [6, 7, 8]], "K": [[0, 1], [2, 3]], "Y": [[19, 25], [37, 43]]}\n```\n\n0·0 + 1·1 + 3·2 + 4·3 = **19**',
)
CHECKS = (
    CheckFacts("example", Text("The worked example", "示例"), 2),
    CheckFacts("random", Text("Random shapes, negative values", "随机形状，含负数"), 3, hidden=True),
    CheckFacts(
        "edges",
        Text("1×1 kernel, kernel as large as X, one row", "1×1 卷积核、与 X 同尺寸的卷积核、单行输入"),
        2,
        hidden=True,
    ),
    CheckFacts("unchanged", Text("Inputs are left unchanged", "不修改输入"), 1, hidden=True),
    CheckFacts("transposed", Text("Transposed inputs", "转置后的输入（内存不连续）"), 1, hidden=True, required=False),
    CheckFacts("gradients", Text("Gradients reach X and K", "梯度能传到 X 和 K"), 1, hidden=True),
    CheckFacts("float64", Text("float64 in, float64 out", "输入 float64，输出 float64"), 1, hidden=True),
    CheckFacts("integers", Text("Integer tensors", "整数张量"), 1, hidden=True),
    CheckFacts("plain", Text("No built-in convolution", "未调用内置卷积"), 1),
)
STARTER = "def corr2d(X, K):\n    # X: (H, W), K: (h, w)\n    ...\n"
RIGHT = (
    "def corr2d(X, K):\n    h, w = K.shape\n    out = X.new_zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)\n"
    "    for i in range(out.shape[0]):\n        for j in range(out.shape[1]):\n"
    "            window = X[i:i + h, j:j + w]\n            out[i, j] = (window * K).sum()\n    return out\n"
)
WRONG = RIGHT.replace("    out = X", "    K = K.flip(0, 1)\n    out = X", 1)
FLIPPED = Misconception(
    "flipped",
    Text("You flipped the kernel.", "你把卷积核翻转了。"),
    Text(
        "That is convolution as mathematicians define it. Deep learning slides `K` as it is: this is cross-correlation.",
        "先翻转再滑动，是数学意义上的卷积；深度学习不翻转，直接让 `K` 滑动，这叫互相关。",
    ),
)


def _answer(id: str, kind: Kind, title: Text, **more: Any) -> Exercise:
    facts = CheckFacts("answer", Text("Your answer", "你的答案"), 2, hidden=True)
    lead = Text("Think first, then choose.", "先想一想，再作答。")
    task = Text("Look at the kernel and decide.", "观察卷积核，再作决定。")
    said = Text("Because a kernel that sums to zero is blind to flat areas.", "和为零的卷积核对平坦区域没有响应。")
    hints = (Text("Try it with a flat image.", "用一张全平的图像试一试。"),)
    return Exercise(id, "edges", kind, title, lead, task, hints, said, (facts,), minutes=3, **more)


CORR2D = Exercise(
    id="corr2d",
    concept="corr2d",
    kind=Kind.FUNCTION,
    title=Text("Cross-correlation from scratch", "从零实现互相关"),
    lead=Text("Slide a kernel over an image, by hand.", "亲手让卷积核滑过图像。"),
    task=TASK,
    hints=(
        Text(
            "How many positions can a 2-row kernel take in 3 rows?",
            "高为 2 的卷积核，在高为 3 的输入上有几个位置可放？",
        ),
        Text("`X[i:i + h, j:j + w]` is one window.", "`X[i:i + h, j:j + w]` 就是一个窗口。"),
        Text("Multiply the window by `K` and call `.sum()`.", "把窗口与 `K` 相乘，再调用 `.sum()`。"),
    ),
    explanation=Text(
        "This loop is the heart of every conv layer. The same window is multiplied by the same kernel everywhere.",
        "每个卷积层的核心就是这个循环：同一个卷积核与每一个窗口相乘。",
    ),
    checks=CHECKS,
    entry="corr2d",
    starter=STARTER,
    misconceptions={"flipped": FLIPPED},
    messages={"book": Text("the worked example", "书中的例子")},
    version="v1",
)
PREDICT = _answer("corr2d-by-hand", Kind.PREDICT, Text("Compute Y by hand", "手算 Y"), shape=(2, 2))
PREDICT = replace(PREDICT, concept="corr2d")
MCQ = _answer(
    "edges-mcq",
    Kind.MCQ,
    Text("What does this kernel see?", "这个卷积核看到什么？"),
    choices={
        "a": Text("Vertical edges", "竖直边缘"),
        "b": Text("Flat areas", "平坦区域"),
        "c": Text("Nothing", "什么也没有"),
    },
)
MULTI = _answer(
    "edges-multi",
    Kind.MULTI,
    Text("Which are true?", "哪些说法正确？"),
    choices={
        "a": Text("It sums to zero", "它的和为零"),
        "b": Text("It blurs", "它会模糊图像"),
        "c": Text("It has a sign", "它有正负"),
    },
)
NUMERIC = _answer("edges-numbers", Kind.NUMERIC, Text("How many multiplications?", "需要多少次乘法？"))
BOOK = {
    "name": {"en": "Worked example", "zh": "示例"},
    "X": [[0, 1, 2], [3, 4, 5], [6, 7, 8]],
    "K": [[0, 1], [2, 3]],
}
RATES = {
    "kind": "learning-rate",
    "X": [[1, 1, 0, 0, 0, 0, 1, 1]] * 6,
    "K": [[1, -1]],
    "begin": {"K": [[0.6, 0.3]], "b": 0.5},
    "steps": 40,
    "start": 0,
    "presets": [
        {"name": {"en": "Below the limit", "zh": "低于临界值"}, "lr": 0.03},
        {"name": {"en": "With a bias", "zh": "带偏置"}, "lr": 0.03, "bias": "on"},
    ],
}
EXERCISES = (PREDICT, CORR2D, MCQ, MULTI, NUMERIC)
CONCEPTS = (
    Concept(
        "corr2d",
        Text("Cross-correlation", "互相关运算"),
        Text("A kernel slides over an image and measures likeness.", "卷积核滑过图像，衡量相似程度。"),
        Text("## Try this\n\nMove the window.", "## 试一试\n\n移动窗口。"),
        "221221111",
        ({"kind": "stepper", "presets": [BOOK], "start": 0},),
        ("corr2d-by-hand", "corr2d"),
    ),
    Concept(
        "edges",
        Text("Edge detection", "边缘检测"),
        Text("A difference of neighbours is large at an edge.", "相邻像素之差在边缘处很大。"),
        Text("## Try this\n\nFlip the kernel.", "## 试一试\n\n翻转卷积核。"),
        "203203203",
        (RATES,),
        ("edges-mcq", "edges-multi", "edges-numbers"),
        needs=("corr2d",),
    ),
)


class FakeCatalog:
    """The course above, with the interface of `grader.catalog.Catalog`."""

    concepts = CONCEPTS
    exercises = EXERCISES
    faults: tuple[str, ...] = ()

    def refresh(self) -> None:
        """Nothing on disk, nothing to read again."""

    def concept(self, id: str) -> Concept:
        """The concept with this id; raises `UnknownConcept`."""
        for concept in CONCEPTS:
            if concept.id == id:
                return concept
        raise UnknownConcept(id)

    def exercise(self, id: str) -> Exercise:
        """The exercise with this id; raises `UnknownExercise`."""
        for exercise in EXERCISES:
            if exercise.id == id:
                return exercise
        raise UnknownExercise(id)

    def approaches(self, id: str) -> tuple[Approach, ...]:
        """One other way."""
        return (Approach("short", Text("All windows at once.", "一次取出所有窗口。"), "def short(): ...\n"),)

    def folder_of(self, id: str) -> Path:
        """Where its files would lie: the real course has an exercise of this name too."""
        return Path(__file__).parents[1] / "exercises" / self.exercise(id).concept / id

    def next_after(self, id: str) -> Exercise | None:
        """The one that follows in course order."""
        ids = [e.id for e in EXERCISES]
        at = ids.index(id) + 1
        return EXERCISES[at] if at < len(ids) else None


def verdict(passed: bool, mode: Mode = Mode.SUBMIT, **more: Any) -> Verdict:
    """What the judge says of RIGHT (passed) or WRONG (not) for corr2d."""
    failing = () if passed else ("example", "random", "transposed", "integers")
    checks = tuple(_result(facts, facts.id not in failing, mode) for facts in CHECKS)
    said = Verdict(
        exercise="corr2d",
        version="v1",
        mode=mode,
        outcome=Outcome.PASSED if passed else Outcome.FAILED,
        passed=passed,
        score=sum(c.points for c in checks),
        max_score=13,
        seed=1,
        checks=checks,
        misconception=None if passed else "flipped",
        misconception_line=None if passed else 3,
        timings_ms={"queue": 0.0, "run": 31.0, "judge": 4.0, "total": 38.0},
    )
    return replace(said, **more)


def _result(facts: CheckFacts, passed: bool, mode: Mode) -> CheckResult:
    skipped = mode is Mode.RUN and facts.hidden
    outcome = Outcome.SKIPPED if skipped else Outcome.PASSED if passed else Outcome.FAILED
    result = CheckResult(
        facts.id, outcome, facts.points if passed and not skipped else 0, facts.points, facts.hidden, facts.required
    )
    if passed or skipped:
        return result
    if facts.hidden:
        return replace(result, message=Message("hidden.values"))
    return replace(
        result,
        message=Message("values", {"count": 4, "of": 4, "at": "Y[0, 0]", "got": 5.0, "expected": 19.0}),
        case=Message("exercise.book"),
        expected=Matrix((2, 2), "float32", [[19.0, 25.0], [37.0, 43.0]]),
        got=Matrix((2, 2), "float32", [[5.0, 11.0], [23.0, 29.0]]),
        inputs=(
            Matrix((3, 3), "float32", [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0]]),
            Matrix((2, 2), "float32", [[0.0, 1.0], [2.0, 3.0]]),
        ),
    )


@dataclass
class FakeLearning:
    """A learner's history, in memory, with the interface of `grader.course.learning.learning.Learning`."""

    chosen: Lang | None = None
    states: dict[str, Any] = field(default_factory=dict)
    jobs: dict[str, Any] = field(default_factory=dict)
    past: list[Any] = field(default_factory=list)
    asked: list[tuple[str, Json]] = field(default_factory=list)
    """Every run and submit: (`run` or `submit`, answer)."""
    left_off_at: datetime | None = None
    drills: tuple[str, ...] = ()
    answer_with: Callable[[Mode], Any] | None = None
    """What a run or submit ends in; None: it stays in the queue."""

    def language(self, learner: str) -> Lang | None:
        """The stored choice."""
        return self.chosen

    def set_language(self, learner: str, lang: Lang) -> None:
        """Remember the choice."""
        self.chosen = lang

    def state(self, learner: str, exercise_id: str) -> Any:
        """Where the learner stands in one exercise."""
        fresh = SimpleNamespace(
            draft=None,
            draft_rev=1,
            best=0,
            passed=False,
            attempts=0,
            hints_shown=0,
            last=None,
            last_submission=None,
            job=None,
            run=None,
            is_fresh=False,
            hidden_until=None,
        )
        return self.states.setdefault(exercise_id, fresh)

    def save_draft(self, learner: str, exercise_id: str, answer: Json, rev: int | None = None) -> bool:
        """Keep what was typed."""
        state = self.state(learner, exercise_id)
        if rev is not None and rev != state.draft_rev:
            return False
        state.draft = answer
        return True

    def reset(self, learner: str, exercise_id: str) -> int:
        """Back to the starter."""
        state = self.state(learner, exercise_id)
        state.draft, state.draft_rev = None, state.draft_rev + 1
        return cast(int, state.draft_rev)

    def run(self, learner: str, exercise_id: str, answer: Json) -> str:
        """Try it."""
        return self._grade(exercise_id, answer, Mode.RUN, f"run-{len(self.asked)}")

    def submit(self, learner: str, exercise_id: str, answer: Json, key: str) -> str:
        """Hand it in; the same key never makes a second one."""
        if key in self.jobs:
            return key
        return self._grade(exercise_id, answer, Mode.SUBMIT, key)

    def _grade(self, exercise_id: str, answer: Json, mode: Mode, id: str) -> str:
        self.asked.append((mode.value, answer))
        said = self.answer_with(mode) if self.answer_with else None
        self.jobs[id] = job(mode, said)
        state = self.state("you", exercise_id)
        state.draft, state.job = answer, None if said else id
        state.run = id if mode is Mode.RUN else None
        if said and mode is Mode.SUBMIT:
            state.last, state.last_submission = said, id
            state.best, state.passed = max(state.best, said.score), state.passed or said.passed
            state.attempts += 1
        return id

    def job(self, job_id: str, learner: str) -> Any:
        """How far a run or submission is."""
        return self.jobs[job_id]

    def terms(self, learner: str, exercise_id: str) -> Terms:
        """Open practice."""
        return FREE

    def practise(self, learner: str, exercise_id: str) -> None:
        """Once more from the starter."""
        self.reset(learner, exercise_id)
        self.state(learner, exercise_id).is_fresh = True

    def stumble(self, learner: str, exercise_id: str) -> str | None:
        """The mistake made most often."""
        return "flipped"

    def reveal_hint(self, learner: str, exercise_id: str) -> int:
        """Show one hint more."""
        state = self.state(learner, exercise_id)
        state.hints_shown += 1
        return cast(int, state.hints_shown)

    def attempts(self, learner: str, exercise_id: str) -> tuple[Any, ...]:
        """Newest first."""
        return tuple(self.past)

    def overview(self, learner: str) -> Overview:
        """The whole course at a glance."""
        standing = {e.id: self._standing(e) for e in EXERCISES}
        solved = sum(s.passed for s in standing.values())
        open_ones = [id for id, at in standing.items() if not at.passed]
        begun = next((id for id, at in standing.items() if at.begun and not at.passed), None)
        up_next = begun or next(iter(open_ones), None)
        return Overview(
            standing, solved, sum(s.best for s in standing.values()), begun, self.left_off_at, up_next, self.drills
        )

    def _standing(self, exercise: Exercise) -> Standing:
        state = self.state("you", exercise.id)
        named = state.last.misconception if state.last else None
        return Standing(
            state.best,
            exercise.points,
            state.passed,
            state.attempts,
            named,
            begun=state.attempts > 0,
            passed_at=self.left_off_at,
        )

    def export(self, learner: str) -> Mapping[str, Json]:
        """Everything of one person."""
        return {"learner": learner}


def job(mode: Mode, said: Verdict | None, done: int = 0) -> JobState:
    """A run or submission: done with what is said, else `done` checks far."""
    checks = said.checks if said else verdict(False).checks[:done]
    status: Literal["queued", "checking", "done"] = "done" if said else "checking" if done else "queued"
    return JobState(status, mode, len(checks), 9, checks, said)


class LocalServices(Services):
    """Services of local mode: no course, no store."""

    @cached_property
    def people(self) -> Any:
        """Nobody has to sign in."""
        return SimpleNamespace(has_courses=lambda: False)


def services(learning: FakeLearning | None = None, dispatch: str = "ready", tier: str = "full") -> Services:
    """Services for a page test, `dispatch` being its state; monkeypatch `ui.parts.services.build` to return them."""
    settings = SimpleNamespace(slots=1, base_path="", hosts=(), data_dir=Path())
    faked = SimpleNamespace(state=dispatch, waiting=0, slots=2, isolation=Isolation(tier, ()))
    return LocalServices(
        cast(Any, settings),
        cast(Any, FakeCatalog()),
        cast(Any, learning or FakeLearning()),
        cast(Any, faked),
        cast(Any, None),
    )
