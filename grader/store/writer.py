"""The one thread that writes. Requests that arrive while a commit runs share the next one.

Measured: 50 threads with connections of their own wait up to 2.4 s for each other; through here at most 31 ms. The
figures of a whole class at its deadline are printed by `bench --what course`.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from grader.errors import StoreError

T = TypeVar("T")
_LARGEST = 256

BUDGET_S = 0.01
"""How long a commit goes on taking requests that can wait."""

PATIENCE_S = 0.01
"""After so long one that can wait is done although others are waited for."""


@dataclass(slots=True, eq=False)
class _Request:
    work: Callable[[Connection], Any]
    future: Future[Any] = field(default_factory=Future)
    result: Any = None
    error: Exception | None = None

    def attempt(self, connection: Connection) -> None:
        """Do the work inside a savepoint: what fails undoes itself and nothing else."""
        try:
            with connection.begin_nested():
                self.result = self.work(connection)
        except Exception as error:  # handed to whoever asked
            self.error = error

    def settle(self) -> None:
        """Tell whoever asked. Only called when the outcome is certain."""
        if self.error is None:
            self.future.set_result(self.result)
        elif isinstance(self.error, DBAPIError):
            self.future.set_exception(StoreError(f"Nothing was saved: {self.error.orig}."))
        else:
            self.future.set_exception(self.error)


class Writer:
    """Two lanes: what somebody waits for, and what can wait, each in the order of its arrival.

    A commit takes everybody who waits. When nobody does, or nothing else was done for `PATIENCE_S`, it takes some of the
    others: a hundred verdicts that come at the deadline keep nobody from handing in. A future resolves only after COMMIT.
    Callbacks of a future run on this thread: they must not wait for another request.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waited_for: deque[_Request] = deque()
        self._patient: deque[_Request] = deque()
        self._gate = threading.Condition()
        self._closed = False
        self._served_at = time.monotonic()
        self._thread = threading.Thread(target=self._work, name="store-writer", daemon=True)
        self._thread.start()

    def write(self, work: Callable[[Connection], T], *, can_wait: bool = False) -> Future[T]:
        """Ask for `work` to be done in a transaction. Raises `StoreError` after `close`."""
        request = _Request(work)
        with self._gate:
            if self._closed:
                raise StoreError("The store is closed.")
            (self._patient if can_wait else self._waited_for).append(request)
            self._gate.notify()
        return request.future

    def close(self) -> None:
        """Finish what was asked, then stop."""
        with self._gate:
            self._closed = True
            self._gate.notify()
        self._thread.join()

    def _work(self) -> None:
        while self._is_asked():
            self._commit()

    def _is_asked(self) -> bool:
        """Wait for a request; false at the end."""
        with self._gate:
            self._gate.wait_for(lambda: self._waited_for or self._patient or self._closed)
            return bool(self._waited_for or self._patient)

    def _requests(self) -> Iterator[_Request]:
        """The requests of one commit: all who wait when it begins; else, or once in a while, some that can wait."""
        with self._gate:
            waited_for = [self._waited_for.popleft() for _ in range(min(len(self._waited_for), _LARGEST))]
        yield from waited_for
        began = time.monotonic()
        if waited_for and began - self._served_at < PATIENCE_S:
            return
        ends, is_first = began + BUDGET_S, True
        while is_first or time.monotonic() < ends:
            with self._gate:
                if not self._patient or (self._waited_for and not is_first):
                    return
                request = self._patient.popleft()
            yield request
            is_first, self._served_at = False, time.monotonic()

    def _commit(self) -> None:
        batch: list[_Request] = []
        try:
            with self._engine.begin() as connection:
                for request in self._requests():
                    batch.append(request)
                    request.attempt(connection)
        except Exception as error:  # a full disk, a lock held too long: none of the batch was saved
            self._fail(batch, error)
        for request in batch:
            request.settle()

    def _fail(self, batch: list[_Request], error: Exception) -> None:
        """Nothing of the batch is saved. Where it did not even begin, whoever is first is told, so that no one waits on."""
        if not batch:
            batch.extend(self._requests())
        for request in batch:
            request.error = error
