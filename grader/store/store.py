"""What the rest of the program sees of the database: one object, whose writes return when they are on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from grader.errors import FolderInUse, StoreError
from grader.model import Json, Lang, Verdict
from grader.store import drafts, export, learners, rollups, standing, submissions
from grader.store.connect import reader_engine, sweep, writer_engine
from grader.store.folder import Folder
from grader.store.migrate import require_current, upgrade
from grader.store.packing import Packed
from grader.store.rollups import Rebuilt
from grader.store.standing import Progress, Record
from grader.store.submissions import NewSubmission, Submission, Then
from grader.store.writer import Writer

T = TypeVar("T")


class Store:
    """A data folder in use. Thread-safe. What a method saved survives `kill -9` once it has returned."""

    def __init__(self, folder: Folder | None, writing: Engine, reading: Engine) -> None:
        self._folder, self._writing, self._reading = folder, writing, reading
        self._writer = Writer(writing)

    @classmethod
    def open(cls, data_dir: Path) -> Store:
        """Hold the folder and bring its schema up to date. Raises `StoreError` with one clear line."""
        folder = Folder.hold(data_dir)
        writing = writer_engine(data_dir)
        try:
            upgrade(writing)
        except BaseException:
            writing.dispose()
            folder.release()
            raise
        return cls(folder, writing, reader_engine(data_dir))

    @classmethod
    def visit(cls, data_dir: Path) -> Store:
        """The store for one command, beside an app that runs or not. Raises `StoreError` with one clear line.

        SQLite lets several processes write in turn; what only one may do is change the schema.
        """
        try:
            return cls.open(data_dir)
        except FolderInUse:
            writing = writer_engine(data_dir)
            try:
                require_current(writing)
            except BaseException:
                writing.dispose()
                raise
            return cls(None, writing, reader_engine(data_dir))

    def close(self) -> None:
        """Finish what is being written and let the folder go. A second call does nothing."""
        self._writer.close()
        self._reading.dispose()
        self._writing.dispose()
        if self._folder is not None:
            self._folder.release()

    def write(self, work: Callable[[Connection], T]) -> Future[T]:
        """Do `work` in a transaction, without waiting. The future resolves after COMMIT, on the writer's thread."""
        return self._writer.write(work)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A short look at what is committed. Raises `StoreError` when the database cannot be read."""
        try:
            with self._reading.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise StoreError(f"The database {self._reading.url.database} cannot be read: {error.orig}.") from None

    def sweep(self, *, at_any_size: bool = True) -> bool:
        """Leave no byte of what was deleted, in no file of the folder; who writes waits. False: too large to do it now."""
        try:
            return sweep(self._writing, at_any_size=at_any_size)
        except (DBAPIError, sqlite3.Error) as error:
            raise StoreError(f"The database could not be swept: {getattr(error, 'orig', error)}.") from None

    # ---------- learners ----------

    def language(self, learner: str) -> Lang | None:
        """The language that this learner chose."""
        with self.read() as connection:
            return learners.language(connection, learner)

    def set_language(self, learner: str, lang: Lang, at: datetime) -> None:
        """Remember a choice."""
        self.write(lambda connection: learners.set_language(connection, learner, lang, at)).result()

    def reveal_hint(self, learner: str, exercise: str, most: int, at: datetime) -> int:
        """One hint more, at most `most` → how many are shown."""
        return self.write(lambda c: learners.reveal_hint(c, learner, exercise, most, at)).result()

    # ---------- drafts ----------

    def save_draft(self, learner: str, exercise: str, answer: Packed, at: datetime, rev: int | None = None) -> bool:
        """Keep what was typed; false when it was typed over a text that a reset has replaced since."""
        return self.write(lambda c: drafts.save(c, learner, exercise, answer, at, rev)).result()

    def has_draft(self, learner: str, exercise: str, answer: Packed, rev: int | None = None) -> bool:
        """Whether the draft is this already, and of this revision."""
        with self.read() as connection:
            return drafts.holds(connection, learner, exercise, answer, rev)

    def reset_draft(self, learner: str, exercise: str, at: datetime) -> int:
        """Back to the starter → the new revision."""
        return self.write(lambda c: drafts.reset(c, learner, exercise, at)).result()

    # ---------- submissions ----------

    def add_submission(self, new: NewSubmission) -> int:
        """Save a submission → its id; the same key never makes a second one."""
        return self.write(lambda c: submissions.add(c, new)).result()

    def save_verdict(
        self, submission: int, verdict: Verdict, grader: str, at: datetime, then: Then | None = None
    ) -> Future[bool]:
        """Save a verdict and what follows from it, without waiting; false when it stands already."""
        return self._writer.write(
            lambda c: submissions.save_verdict(c, submission, verdict, grader, at, then), can_wait=True
        )

    def submission_with_key(self, learner: str, key: str) -> int | None:
        """The submission that was made with this key."""
        with self.read() as connection:
            return submissions.find_key(connection, learner, key)

    def submission(self, id: int) -> Submission | None:
        """One submission with its verdict."""
        with self.read() as connection:
            return submissions.find(connection, id)

    def open_submissions(self, before: datetime) -> list[Submission]:
        """Submissions without a verdict, oldest first."""
        with self.read() as connection:
            return submissions.open_before(connection, before)

    def history(self, learner: str, exercise: str) -> list[Submission]:
        """A learner's submissions to an exercise, oldest first."""
        with self.read() as connection:
            return submissions.history(connection, learner, exercise)

    # ---------- where a learner stands ----------

    def record(self, learner: str, exercise: str) -> Record:
        """Everything that an exercise page needs."""
        with self.read() as connection:
            return standing.record(connection, learner, exercise)

    def standings(self, learner: str) -> dict[str, Progress]:
        """The rollup of every exercise that was submitted."""
        with self.read() as connection:
            return standing.standings(connection, learner)

    def touched(self, learner: str) -> list[tuple[str, datetime]]:
        """Exercises that were typed in, run or submitted, the newest first."""
        with self.read() as connection:
            return standing.touched(connection, learner)

    def rebuild_rollups(self, then: Callable[[Connection, str], None] | None = None) -> Rebuilt:
        """Work out all that follows from the verdicts again, while others write; `then` does more for each learner."""
        return rollups.rebuild(self.read, self.write, then)

    def export(self, learner: str) -> dict[str, Json]:
        """Everything of one person, as JSON."""
        with self.read() as connection:
            return export.everything_of(connection, learner)
