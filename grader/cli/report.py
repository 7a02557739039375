"""The documented JSON of a graded submission, made here and nowhere else: verdict + exercise + words → plain data."""

from __future__ import annotations

from dataclasses import asdict

from grader.cli.console import harmless
from grader.model import CheckResult, Curve, Exercise, Json, Lang, Matrix, Message, Misconception, Outcome, Verdict
from grader.words import plain, say

STDOUT_CUT = 65_536
TIMES = ("queue", "run", "judge", "total")


def report(verdict: Verdict, exercise: Exercise, lang: Lang) -> dict[str, Json]:
    """What `grade --format json` prints. Always valid JSON: NaN and infinities are strings."""
    isolation = verdict.isolation
    return {
        "exercise": exercise.id,
        "version": verdict.version or exercise.version,
        "outcome": verdict.outcome.value,
        "passed": verdict.passed,
        "score": verdict.score,
        "max_score": verdict.max_score or exercise.points,
        "seed": verdict.seed,
        "misconception": verdict.misconception,
        "feedback": feedback(verdict, exercise, lang),
        "checks": [_check(check, exercise, lang) for check in checks_of(verdict, exercise)],
        "stdout": plain(verdict.stdout, STDOUT_CUT),
        "curves": {name: _curve(curve) for name, curve in verdict.curves.items()},
        "timings_ms": {name: round(verdict.timings_ms.get(name, 0.0), 1) for name in TIMES},
        "isolation": {"tier": isolation.tier, "layers": list(isolation.layers)} if isolation else None,
    }


def ungraded(named: str, exercise: Exercise | None, said: str) -> dict[str, Json]:
    """The same keys for a file of a batch that could not be read: an error that costs its own row."""
    return {
        "exercise": named,
        "version": exercise.version if exercise else "",
        "outcome": Outcome.ERROR.value,
        "passed": False,
        "score": 0,
        "max_score": exercise.points if exercise else 0,
        "seed": None,
        "misconception": None,
        "feedback": [said],
        "checks": [],
        "stdout": "",
        "curves": {},
        "timings_ms": dict.fromkeys(TIMES, 0.0),
        "isolation": None,
    }


def feedback(verdict: Verdict, exercise: Exercise, lang: Lang) -> list[str]:
    """What is said of the whole submission: its message, the named mistake, the notes."""
    said = [said_of(verdict.message, exercise, lang)] if verdict.message else []
    named = exercise.misconceptions.get(verdict.misconception or "")
    if named:
        said.append(_joined([told(named, lang), look_at(verdict.misconception_line, lang)], lang))
    return said + [told(exercise.misconceptions[id], lang) for id in verdict.notes if id in exercise.misconceptions]


def told(known: Misconception, lang: Lang) -> str:
    """Headline and feedback as one text."""
    return _joined([known.headline.to(lang), known.feedback.to(lang)], lang)


def _joined(sentences: list[str], lang: Lang) -> str:
    """Sentences as one text: Chinese full stops bring their own space."""
    return ("" if lang == "zh" else " ").join(filter(None, sentences))


def look_at(line: int | None, lang: Lang) -> str:
    """Which line of the learner's code to look at; nothing when it is not known."""
    return say(Message("cli.look", {"line": line}), lang) if line else ""


def said_of(message: Message, exercise: Exercise, lang: Lang) -> str:
    """A message in words, the exercise's own ones included."""
    return say(message, lang, exercise.messages)


def sentence(check: CheckResult, exercise: Exercise, lang: Lang) -> str:
    """What happened in a check, the case in front; nothing for one that passed without a word."""
    if not check.message:
        return ""
    said = said_of(check.message, exercise, lang)
    if not check.case:
        return said
    return f"{said_of(check.case, exercise, lang)}{'：' if lang == 'zh' else ': '}{said}"


def checks_of(verdict: Verdict, exercise: Exercise) -> tuple[CheckResult, ...]:
    """The verdict's checks; all as undecided when the judge gave none."""
    if verdict.checks or verdict.passed:
        return verdict.checks
    outcome = Outcome.SKIPPED if verdict.outcome is not Outcome.INTERNAL else Outcome.INTERNAL
    return tuple(CheckResult(c.id, outcome, 0, c.points, c.hidden, c.required) for c in exercise.checks)


def title_of(check: CheckResult, exercise: Exercise, lang: Lang) -> str:
    """The check's title; its id when the exercise has changed since."""
    return next((facts.title.to(lang) for facts in exercise.checks if facts.id == check.id), check.id)


def _check(check: CheckResult, exercise: Exercise, lang: Lang) -> dict[str, Json]:
    return {
        "id": check.id,
        "title": title_of(check, exercise, lang),
        "visibility": "hidden" if check.hidden else "public",
        "required": check.required,
        "outcome": check.outcome.value,
        "points": check.points,
        "max_points": check.max_points,
        "message": sentence(check, exercise, lang) or None,
        "expected": _matrix(check.expected),
        "got": _matrix(check.got),
    }


def _matrix(matrix: Matrix | None) -> Json:
    if matrix is None:
        return None
    return {"shape": list(matrix.shape), "dtype": plain(matrix.dtype), "values": harmless(matrix.values)}


def _curve(curve: Curve) -> Json:
    return harmless(asdict(curve))
