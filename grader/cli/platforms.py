"""What Gradescope and GitHub Classroom read: a graded submission in their own published JSON.

Gradescope: gradescope-autograders.readthedocs.io, "Autograder Specifications", results.json.
Classroom: the result of a runner, as classroom-resources/autograding-grading-reporter reads it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from grader.model import Json, Outcome

Row = dict[str, Json]
_STATUS = {Outcome.PASSED: "pass", Outcome.FAILED: "fail"}


class HiddenChecks(StrEnum):
    """When Gradescope shows learners the hidden checks. Their inputs and values are in none of them."""

    AFTER_PUBLISHED = "after_published"
    AFTER_DUE_DATE = "after_due_date"
    HIDDEN = "hidden"
    VISIBLE = "visible"


def gradescope(row: Row, details: Mapping[str, str], hidden: HiddenChecks, notes: Sequence[str] = ()) -> Row:
    """results.json. `details`: what is told of a check, by its id; `notes`: what is told of the file.

    Where only checks that are not shown yet do not pass, what was found stands at the first of them.
    """
    missed = [check for check in row["checks"] if check["outcome"] != Outcome.PASSED]
    is_secret = bool(missed) and hidden is not HiddenChecks.VISIBLE and all(c["visibility"] == "hidden" for c in missed)
    found = "\n\n".join(row["feedback"])
    if is_secret:
        first = missed[0]["id"]
        details = {**details, first: "\n\n".join(filter(None, [details.get(first, ""), found]))}
    return {
        "score": row["score"],
        "execution_time": round(row["timings_ms"]["total"] / 1000, 3),
        "output": "\n\n".join([*([] if is_secret else filter(None, [found])), *notes]),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [_test(n, check, details, hidden) for n, check in enumerate(row["checks"], 1)],
        "extra_data": {name: row[name] for name in ("exercise", "version", "outcome", "misconception", "seed")},
    }


def _test(number: int, check: Row, details: Mapping[str, str], hidden: HiddenChecks) -> Row:
    return {
        "score": check["points"],
        "max_score": check["max_points"],
        "status": "passed" if check["outcome"] == Outcome.PASSED else "failed",
        "name": check["title"],
        "number": str(number),
        "output": details.get(check["id"], ""),
        "tags": [check["id"], check["outcome"]],
        "visibility": hidden.value if check["visibility"] == "hidden" else "visible",
    }


def classroom(row: Row, details: Mapping[str, str]) -> Row:
    """A runner's result; whoever calls the reporter hands it over in base64."""
    whole = {"title": row["exercise"], "outcome": row["outcome"], "points": row["score"], "id": ""}
    tests = [
        {
            "name": check["title"],
            "status": _STATUS.get(Outcome(check["outcome"]), "error"),
            "score": check["points"],
            "message": details.get(check["id"], "") or ("\n".join(row["feedback"]) if check is whole else ""),
            "test_code": row["exercise"],
            "filename": "",
            "line_no": 0,
            "duration": round(row["timings_ms"]["total"] / 1000, 3),
        }
        for check in row["checks"] or [whole]
    ]
    status = "pass" if row["passed"] else _STATUS.get(Outcome(row["outcome"]), "error")
    return {"version": 1, "status": status, "max_score": row["max_score"], "tests": tests}
