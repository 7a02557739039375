"""Many submissions at once, with verdicts that are known already: how a demo course gets its past."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, select

from grader.model import Verdict
from grader.store.connect import insert_into
from grader.store.packing import Packed, dump_verdict
from grader.store.schema import GRADED, codes, courses, drafts, learners, submissions, verdicts
from grader.store.signature import signature_of

_JUDGED_AFTER = timedelta(seconds=1.4)


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer with its verdict, both packed once for all who hand it in. `short`: the verdict without matrices."""

    exercise: str
    version: str
    seed: int
    answers: tuple[Packed, ...]
    """The same answer as different people would type it."""
    columns: Mapping[str, Any]
    short: str

    @classmethod
    def of(cls, verdict: Verdict, answers: tuple[Packed, ...]) -> Judged:
        """Pack a verdict."""
        columns = {
            "outcome": verdict.outcome.value,
            "score": verdict.score,
            "max_score": verdict.max_score,
            "passed": verdict.passed,
            "misconception": verdict.misconception,
            "signature": signature_of(verdict),
            "verdict": dump_verdict(verdict),
        }
        bare = tuple(replace(check, expected=None, got=None, inputs=()) for check in verdict.checks)
        short = dump_verdict(replace(verdict, checks=bare, stdout="", curves={}))
        return cls(verdict.exercise, verdict.version, verdict.seed, answers, columns, short)


class HandIn(NamedTuple):
    """Who handed in which answer (and which way of typing it) when; `is_short`: the short verdict will do."""

    learner: str
    at: datetime
    judged: Judged
    variant: int
    is_short: bool = False


def is_empty(connection: Connection) -> bool:
    """Whether nobody has been here yet."""
    return not any(connection.execute(select(table).limit(1)).first() for table in (courses, learners))


def add_codes(connection: Connection, answers: Iterable[Packed]) -> None:
    """Keep texts that submissions will name."""
    rows = [{"sha256": answer.sha256, "blob": answer.blob} for answer in answers]
    if rows:
        connection.execute(insert_into(connection, codes).on_conflict_do_nothing(), rows)


def add_hand_ins(connection: Connection, first: int, rows: Sequence[HandIn], grader: str) -> None:
    """Submissions with the ids from `first` on, and their verdicts; rollups are for `Store.rebuild_rollups`."""
    made, judged = [], []
    for id, (learner, at, what, variant, is_short) in enumerate(rows, first):
        answer = what.answers[variant % len(what.answers)]
        made.append(
            {
                "id": id,
                "learner": learner,
                "exercise": what.exercise,
                "version": what.version,
                "key": f"demo-{id}",
                "form": answer.form,
                "sha256": answer.sha256,
                "seed": what.seed,
                "at": at,
                "state": GRADED,
                "graded_by": grader,
            }
        )
        verdict = {"verdict": what.short} if is_short else {}
        judged.append({"submission": id, "grader": grader, "at": at + _JUDGED_AFTER, **what.columns, **verdict})
    connection.execute(insert(submissions), made)
    connection.execute(insert(verdicts), judged)


def add_drafts(connection: Connection, rows: Iterable[HandIn]) -> None:
    """What stands in editors: of each learner and exercise one."""
    values = []
    for learner, at, what, variant, _ in rows:
        answer = what.answers[variant % len(what.answers)]
        values.append(
            {"learner": learner, "exercise": what.exercise, "form": answer.form, "blob": answer.blob, "at": at}
        )
    connection.execute(insert(drafts), values)
