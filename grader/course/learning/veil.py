"""What a learner may see of a verdict while the hidden checks of an assignment are not shown: the visible ones alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from grader.model import CheckResult, Json, Message, Outcome, Verdict
from grader.store.packing import dump_verdict, load_verdict

CODE = "terms.veiled"
_UNTOLD = ("best", "passed", "last_misconception", "passed_at", "passed_attempt", "last_signature", "same", "better_at")
_UNTOLD_TIMES = ("active_s", "idle_s")
_FOLLOWING = ("mistakes", "grades", "overrides", "comments")
"""Rows of an export that follow from what hidden checks found."""
_NEVER_RAN = {Outcome.INTERNAL, Outcome.ERROR, Outcome.REFUSED, Outcome.TIMEOUT, Outcome.MEMORY}


def veiled(verdict: Verdict, until: str) -> Verdict:
    """The same verdict without anything that hidden checks found; `until` says when it is shown.

    An answer that could not be run at all stays as it is: that says nothing of a check. Time is left out too, since a
    hidden case that ran into its limit would show in it.
    """
    if verdict.message is not None and verdict.outcome in _NEVER_RAN:
        return verdict
    seen = visible(verdict.checks)
    return replace(
        verdict,
        outcome=_outcome_of(seen),
        passed=False,
        score=sum(check.points for check in seen),
        max_score=sum(check.max_points for check in seen),
        checks=seen,
        misconception=None,
        misconception_line=None,
        notes=(),
        message=Message(CODE, {"until": until}),
        line=None,
        curves={},
        timings_ms={},
    )


def visible(checks: tuple[CheckResult, ...]) -> tuple[CheckResult, ...]:
    """The checks that are not hidden."""
    return tuple(check for check in checks if not check.hidden)


def _outcome_of(seen: tuple[CheckResult, ...]) -> Outcome:
    """Passed is for the hidden checks to say; until then nothing is decided."""
    wrong = [check.outcome for check in seen if check.required and check.outcome is not Outcome.PASSED]
    return Outcome.SKIPPED if not wrong else wrong[0] if len(set(wrong)) == 1 else Outcome.FAILED


def veiled_export(everything: Mapping[str, Json], until: Mapping[str, str]) -> dict[str, Json]:
    """Everything of one person, with what hidden checks found left out of exercises that are veiled."""
    plain = dict(everything)
    plain["submissions"] = [_submission(one, until) for one in everything["submissions"]]
    plain["progress"] = [_progress(row) if row["exercise"] in until else row for row in everything["progress"]]
    for name in _FOLLOWING:
        if name in plain:
            plain[name] = [row for row in plain[name] if row["exercise"] not in until]
    if "audit" in plain:
        plain["audit"] = [row for row in plain["audit"] if row["details"].get("exercise") not in until]
    return plain


def _submission(one: Mapping[str, Json], until: Mapping[str, str]) -> Mapping[str, Json]:
    if one["exercise"] not in until or one["verdict"] is None:
        return one
    verdict = veiled(load_verdict(json.dumps(one["verdict"])), until[one["exercise"]])
    return {**one, "verdict": cast(Json, json.loads(dump_verdict(verdict)))}


def _progress(row: Mapping[str, Json]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in (*_UNTOLD, *_UNTOLD_TIMES)}
