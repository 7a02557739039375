"""Erase a person: what names them goes, what the class's sums follow from stays under their opaque id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, String, and_, bindparam, cast, delete, exists, func, literal, select, update

from grader.model import CheckResult, Verdict
from grader.store.connect import insert_into
from grader.store.packing import dump_verdict, load_verdict, pack
from grader.store.schema import OPEN, codes, drafts, learners, submissions, verdicts
from grader.store.schema_courses import choices, comments, extensions, links, overrides, sessions
from grader.store.signature import signature_of

_BLANK = pack("", "code")
_AT_ONCE = 500

T = TypeVar("T")


def erase(connection: Connection, person: str, at: datetime) -> int:
    """Everything that could tell who it was, in one transaction → how many submissions stay without their code.

    `Store.sweep` afterwards: until then the old bytes still lie in the file and its log.
    """
    _forget_open(connection, person)
    kept = _forget_code(connection, person)
    _forget_prints(connection, person)
    for table in (drafts, comments, links, sessions):
        connection.execute(delete(table).where(table.c.learner == person))
    connection.execute(update(overrides).where(overrides.c.learner == person).values(reason=""))
    theirs = and_(extensions.c.kind == "learner", extensions.c.target == person)
    connection.execute(update(extensions).where(theirs).values(reason=""))
    nobody = dict.fromkeys(("name", "email", "login", "number", "language"))
    row = update(learners).where(learners.c.id == person)
    connection.execute(row.values(**nobody, left_at=func.coalesce(learners.c.left_at, at), erased_at=at))
    return kept


def kept_of(verdict: Verdict) -> Verdict:
    """A verdict without what the learner's code wrote, printed or returned."""
    checks = (CheckResult(c.id, c.outcome, c.points, c.max_points, c.hidden, c.required) for c in verdict.checks)
    return Verdict(
        verdict.exercise,
        verdict.version,
        verdict.mode,
        verdict.outcome,
        verdict.passed,
        verdict.score,
        verdict.max_score,
        verdict.seed,
        tuple(checks),
        verdict.misconception,
        notes=verdict.notes,
        isolation=verdict.isolation,
    )


def _forget_open(connection: Connection, person: str) -> None:
    """What is still being judged counts nowhere yet. Without its row, a verdict that comes later finds no place."""
    open_ones = and_(submissions.c.learner == person, submissions.c.state == OPEN)
    ids = select(submissions.c.id).where(open_ones)
    connection.execute(delete(choices).where(choices.c.submission.in_(ids)))
    connection.execute(delete(verdicts).where(verdicts.c.submission.in_(ids)))
    shas = set(connection.execute(select(submissions.c.sha256).where(open_ones)).scalars())
    connection.execute(delete(submissions).where(open_ones))
    _drop_unused(connection, shas)


def _forget_code(connection: Connection, person: str) -> int:
    """An empty text instead of each answer; a text that somebody else handed in too stays for them."""
    mine = submissions.c.learner == person
    shas = set(connection.execute(select(submissions.c.sha256).where(mine)).scalars())
    blank = insert_into(connection, codes).values(sha256=_BLANK.sha256, blob=_BLANK.blob)
    connection.execute(blank.on_conflict_do_nothing())
    key = literal("erased-") + cast(submissions.c.id, String)
    rows = update(submissions).where(mine).values(sha256=_BLANK.sha256, form=_BLANK.form, key=key)
    kept = connection.execute(rows).rowcount
    _drop_unused(connection, shas - {_BLANK.sha256})
    return kept


def _drop_unused(connection: Connection, shas: set[str]) -> None:
    is_used = exists().where(submissions.c.sha256 == codes.c.sha256)
    for some in _some_of(sorted(shas)):
        connection.execute(delete(codes).where(codes.c.sha256.in_(some), ~is_used))


def _forget_prints(connection: Connection, person: str) -> None:
    """Every grader's verdicts, not only those in force."""
    columns = (verdicts.c.submission, verdicts.c.grader, verdicts.c.signature, verdicts.c.verdict)
    theirs = select(*columns).join(submissions)
    rows = connection.execute(theirs.where(submissions.c.learner == person)).all()
    one = and_(verdicts.c.submission == bindparam("of"), verdicts.c.grader == bindparam("by"))
    change = update(verdicts).where(one).values(verdict=bindparam("kept"), signature=bindparam("sign"))
    for some in _some_of(_scrubbed(rows)):
        connection.execute(change, some)


def _scrubbed(rows: Iterable[Sequence[Any]]) -> Iterator[dict[str, object]]:
    """A verdict from before there were signatures gets its own now: without the messages nobody could tell it later."""
    for submission, grader, signature, text in rows:
        verdict = load_verdict(text)
        kept = dump_verdict(kept_of(verdict))
        yield {"of": submission, "by": grader, "kept": kept, "sign": signature or signature_of(verdict)}


def _some_of(many: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(many)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
