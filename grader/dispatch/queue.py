"""Who goes to the judge next. Everybody's first request goes before anybody's second, whoever waited longest first.

One person holds at most all slots but one (the only one, where there is one), so another's request waits for one slot
at most. Nobody in particular, the command line, is held to nothing. Not thread-safe: the dispatch locks.
"""

from __future__ import annotations

import itertools
from collections import Counter, OrderedDict, deque
from collections.abc import Collection, Iterable
from concurrent.futures import Future
from typing import Any

from grader.dispatch.requests import Request
from grader.errors import Declined
from grader.model import Message
from grader.words import say

MOST_WAITING = 10_000
"""Requests that wait here at once; a saved submission that finds no room waits in the store."""

_REMEMBERED = 10_000
"""Persons of whom it is known when they went last; the others count as never."""

Person = str | None


class FairQueue:
    """Requests that wait for one of `slots`."""

    def __init__(self, slots: int, most: int = MOST_WAITING) -> None:
        self._slots, self._most = slots, most
        self._again: deque[Request] = deque()
        """What a judge died with: it goes first."""
        self._waiting: dict[Person, deque[Request]] = {}
        self._went: OrderedDict[Person, int] = OrderedDict()
        self._turns = itertools.count(1)

    def __len__(self) -> int:
        return len(self._again) + sum(map(len, self._waiting.values()))

    def put(self, request: Request) -> None:
        """Let a request wait. Raises `Declined` when too many do."""
        if len(self) >= self._most:
            full = Message("dispatch.full", {"waiting": len(self)})
            raise Declined(say(full, "en"), full.code, full.args)
        self._waiting.setdefault(request.person, deque()).append(request)

    def put_back(self, requests: Iterable[Request]) -> None:
        """Let requests go first that were on their way, in this order."""
        self._again.extendleft(reversed(list(requests)))

    def next(self, open_: Collection[Request]) -> Request | None:
        """Take the request that may go now, beside those that are open. One that a judge may have died of goes alone."""
        if len(open_) >= self._slots or any(request.is_suspect for request in open_):
            return None
        if self._again:
            return None if self._again[0].is_suspect and open_ else self._again.popleft()
        held = self._held(open_)
        able = [person for person in self._waiting if not self._is_full(person, held)]
        if not able:
            return None
        person = min(able, key=lambda one: self._turn(one, held))
        self._note_turn(person)
        return self._pop(person)

    def drop(self, future: Future[Any]) -> None:
        """Forget the request of this future, if it waits."""
        for person, line in list(self._waiting.items()):
            kept = deque(request for request in line if request.future is not future)
            if len(kept) == len(line):
                continue
            self._waiting[person] = kept
            if not kept:
                del self._waiting[person]

    def drain(self) -> list[Request]:
        """Take everything."""
        everything = [*self._again, *itertools.chain(*self._waiting.values())]
        self._again.clear()
        self._waiting.clear()
        return everything

    def place(self, future: Future[Any], open_: Collection[Request]) -> int:
        """How many go before this one does, itself counted, as things stand; 0 when it does not wait."""
        for n, request in enumerate(self._again, 1):
            if request.future is future:
                return n
        held = self._held(open_)
        for person, line in self._waiting.items():
            for ahead, request in enumerate(line):
                if request.future is future:
                    return len(self._again) + self._before(person, ahead, held) + ahead + 1
        return 0

    def _before(self, person: Person, ahead: int, held: Counter[Person]) -> int:
        """How many of the others go before a person's request that has `ahead` of the person's own in front of it."""
        mine = self._turn(person, held)
        others = ((self._turn(one, held), len(line)) for one, line in self._waiting.items() if one != person)
        return sum(min(count, ahead + (turn < mine)) for turn, count in others)

    def _turn(self, person: Person, held: Counter[Person]) -> tuple[bool, int, int]:
        """Persons go in this order: who may, who went longest ago, who asked first."""
        return self._is_full(person, held), self._went.get(person, 0), self._waiting[person][0].number

    def _is_full(self, person: Person, held: Counter[Person]) -> bool:
        return person is not None and held[person] >= max(1, self._slots - 1)

    def _held(self, open_: Collection[Request]) -> Counter[Person]:
        return Counter(request.person for request in open_)

    def _note_turn(self, person: Person) -> None:
        self._went.pop(person, None)
        self._went[person] = next(self._turns)
        if len(self._went) > _REMEMBERED:
            self._went.popitem(last=False)

    def _pop(self, person: Person) -> Request:
        request = self._waiting[person].popleft()
        if not self._waiting[person]:
            del self._waiting[person]
        return request
