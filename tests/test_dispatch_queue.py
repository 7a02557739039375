"""Who goes next: everybody's first before anybody's second, places that come true, nobody who takes all slots."""

from __future__ import annotations

import random

import pytest

from grader.dispatch.queue import FairQueue
from grader.dispatch.requests import Request


def asked(number: int, person: str | None) -> Request:
    return Request(number, "grade", {}, 60.0, person)


def served(queue: FairQueue) -> list[Request]:
    """Everything that waits, one after the other."""
    order = []
    while request := queue.next([]):
        order.append(request)
    return order


@pytest.mark.parametrize(
    ("asking", "order"),
    [
        ("aaa", [1, 2, 3]),
        ("aaab", [1, 4, 2, 3]),
        ("aabbcc", [1, 3, 5, 2, 4, 6]),
        ("abcabc", [1, 2, 3, 4, 5, 6]),
        ("aaabbc", [1, 4, 6, 2, 5, 3]),
    ],
)
def test_first_of_everybody_goes_before_second_of_anybody(asking: str, order: list[int]) -> None:
    queue = FairQueue(slots=1)
    for number, person in enumerate(asking, 1):
        queue.put(asked(number, person))
    assert [request.number for request in served(queue)] == order


def test_who_went_last_goes_after_who_went_longer_ago() -> None:
    queue = FairQueue(slots=1)
    for number, person in enumerate("ab", 1):
        queue.put(asked(number, person))
    served(queue)
    for number, person in enumerate("ba", 3):
        queue.put(asked(number, person))
    assert [request.person for request in served(queue)] == ["a", "b"]


@pytest.mark.parametrize("slots", [1, 2, 3, 5])
def test_one_person_holds_all_slots_but_one(slots: int) -> None:
    queue = FairQueue(slots)
    for number in range(10):
        queue.put(asked(number, "a"))
    held: list[Request] = []
    while request := queue.next(held):
        held.append(request)
    assert len(held) == max(1, slots - 1)


def test_nobody_in_particular_holds_all_slots() -> None:
    queue, held = FairQueue(slots=3), list[Request]()
    for number in range(5):
        queue.put(asked(number, None))
    while request := queue.next(held):
        held.append(request)
    assert len(held) == 3


@pytest.mark.parametrize("seed", range(30))
def test_places_come_true(seed: int) -> None:
    draw = random.Random(seed)
    queue, number = FairQueue(slots=1), 0
    for _ in range(3):  # with a past: some went before
        waiting = []
        for _ in range(draw.randrange(1, 12)):
            number += 1
            waiting.append(asked(number, draw.choice(["a", "b", "c", "d", None])))
            queue.put(waiting[-1])
        places = {queue.place(request.future, []): request.number for request in waiting}
        assert [places[n] for n in sorted(places)] == [request.number for request in served(queue)]


def test_place_of_who_holds_enough_is_behind_the_others() -> None:
    queue, held = FairQueue(slots=2), [asked(1, "a")]
    mine, other = asked(2, "a"), asked(3, "b")
    queue.put(mine)
    queue.put(other)
    assert (queue.place(mine.future, held), queue.place(other.future, held)) == (2, 1)


def test_what_was_on_its_way_goes_first_in_its_order() -> None:
    queue = FairQueue(slots=1)
    queue.put(asked(3, "a"))
    again = [asked(1, "b"), asked(2, "b")]
    queue.put_back(again)
    assert queue.place(again[1].future, []) == 2 and [r.number for r in served(queue)] == [1, 2, 3]


def test_suspect_goes_alone() -> None:
    queue, suspect, other = FairQueue(slots=2), asked(1, "a"), asked(2, "b")
    suspect.deaths = 1
    queue.put_back([suspect])
    queue.put(other)
    assert queue.next([asked(9, "c")]) is None
    assert queue.next([]) is suspect and queue.next([suspect]) is None and queue.next([]) is other
