"""What tests of clusters, comments and item analysis share: one store that is emptied between tests, and verdicts to order."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import fakes
from class_world import EVERYBODY, NOON
from store_world import handed_in

from grader.course.learning.grading import GRADER
from grader.model import CheckResult, Message, Mode, Outcome, Person, Verdict
from grader.store import Store, pack

SHAPE, VALUES = Message("hidden.shape"), Message("hidden.values")
CODE = "def corr2d(X, K):\n    return X\n"
_FILLED = "comments audit mistakes check_tallies daily grades extensions assignments verdicts submissions codes drafts progress"


def emptied(store: Store) -> Store:
    """The store with its people and nothing else: opening one anew takes a third of a second."""

    def empty(connection: Any) -> None:
        for table in _FILLED.split():
            connection.exec_driver_sql(f"DELETE FROM {table}")
        marks = ", ".join("?" * len(EVERYBODY))
        ours = tuple(person.id for person in EVERYBODY)
        connection.exec_driver_sql(f"DELETE FROM learners WHERE id NOT IN ({marks})", ours)

    store.write(empty).result()
    return store


def judged(fails: dict[str, Message | Outcome], **more: Any) -> Verdict:
    """A verdict on corr2d of `fakes`, in which these checks fail so; none: it passed."""
    checks = []
    for facts in fakes.CHECKS:
        found = fails.get(facts.id, Outcome.PASSED)
        outcome = Outcome.FAILED if isinstance(found, Message) else found
        said = found if isinstance(found, Message) else None
        checks.append(CheckResult(facts.id, outcome, 0, facts.points, facts.hidden, facts.required, said))
    values: dict[str, Any] = {
        "exercise": "corr2d",
        "outcome": Outcome.FAILED if fails else Outcome.PASSED,
        "passed": not fails,
        "score": 0 if fails else 13,
        **more,
    }
    return Verdict(version="v1", mode=Mode.SUBMIT, max_score=13, seed=1, checks=tuple(checks), **values)


def hand_in(store: Store, who: Person, said: Verdict, text: str = CODE, hours: float = -1) -> int:
    """A submission with this verdict, so many hours after NOON → its id."""
    at = NOON + timedelta(hours=hours)
    minutes = (at - handed_in().at).total_seconds() / 60
    id = store.add_submission(handed_in(who.id, said.exercise, minutes, answer=pack(text, "code")))
    store.save_verdict(id, said, GRADER, at).result()
    return id
