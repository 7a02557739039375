"""Who hands in what, and when, in the demo course: drawn by chance from a seed, in seconds before now."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

DAY = 86_400.0
HOMEWORK = 6
"""Exercises of each of the two assignments; what comes after them is practice."""

HW1_OPENS, HW1_DUE, HW1_CLOSES, HW2_OPENS = -20 * DAY, -5 * DAY, -3 * DAY, -4 * DAY
_START, _END = -20 * DAY, -3600.0
_LIVE_FROM = -19.5 * 60
_COMFORT = 2.4
"""Attempts that a learner of middling skill takes for an exercise."""


class Bank(NamedTuple):
    """The answers of one exercise: the scores of the wrong ones, most frequent first, and how many right ones follow."""

    wrong: tuple[int, ...]
    right: int


class Step(NamedTuple):
    """One hand-in: seconds before now (negative), which learner, which exercise, which answer of its bank, which try."""

    at: float
    who: int
    exercise: int
    answer: int
    turn: int


@dataclass(slots=True)
class Plan:
    """Everything that happens, oldest first; `typing`: what stands unsent in somebody's editor right now."""

    steps: list[Step] = field(default_factory=list)
    typing: list[Step] = field(default_factory=list)


def plan_of(learners: int, submissions: int, banks: Sequence[Bank], random: Random, *, clock: float = 0.0) -> Plan:
    """So many submissions by so many learners. `clock`: seconds since midnight, where they live; people sleep."""
    plan = Plan()
    crowd = _Crowd(learners, banks, random, clock)
    live = crowd.live(plan, submissions)
    quotas = crowd.quotas(submissions - len(plan.steps))
    for who, quota in enumerate(quotas):
        plan.steps += crowd.work_of(who, quota, live.get(who))
    plan.steps.sort()
    return plan


class _Crowd:
    def __init__(self, learners: int, banks: Sequence[Bank], random: Random, clock: float) -> None:
        self._clock = clock
        self._banks, self._random, self._count = banks, random, learners
        self._skill = [random.gauss() for _ in range(learners)]
        self._hardness = [random.gauss(0.6 * n / len(banks), 0.5) for n in range(len(banks))]
        # one in fifteen never begins
        self._began = [n for n in range(learners) if n % 15 != 14]

    def live(self, plan: Plan, submissions: int) -> dict[int, int]:
        """Who works right now, on which exercise: some stuck, some not. Their newest attempts go into the plan."""
        size = max(1, len(self._began) // 6)
        stuck = min(4 + self._count // 100, size, submissions // 30)
        working = min(3 + self._count // 100, size, submissions // 30)
        chosen = self._random.sample(self._began, stuck + working)
        found: dict[int, int] = {}
        for n, who in enumerate(chosen):
            exercise = found[who] = HOMEWORK + n % HOMEWORK if len(self._banks) >= 2 * HOMEWORK else 0
            if n < stuck:
                plan.steps += self._stuck(who, exercise, same=n % 2 == 0)
            else:
                at = -60.0 * self._random.uniform(1.5, 4.5)
                plan.steps.append(Step(at, who, exercise, self._mistake(exercise), 0))
                plan.typing.append(Step(at / 2, who, exercise, self._mistake(exercise), 1))
        return found

    def _stuck(self, who: int, exercise: int, *, same: bool) -> list[Step]:
        """Six times the same mistake, or more than fifteen minutes without a better score."""
        best = max(range(len(self._banks[exercise].wrong)), key=lambda n: self._banks[exercise].wrong[n])
        others = [n for n in range(len(self._banks[exercise].wrong)) if n != best] or [best]
        times = [_LIVE_FROM + n * (3.4 if same else 4.4) * 60 for n in range(6 if same else 5)]
        answers = [best if same or n % 2 == 0 else others[n % len(others)] for n in range(len(times))]
        return [
            Step(at + self._random.uniform(-9, 9), who, exercise, answer, turn)
            for turn, (at, answer) in enumerate(zip(times, answers, strict=True))
        ]

    def quotas(self, submissions: int) -> list[int]:
        """How many submissions each learner makes; they sum up exactly."""
        weights = [0.0] * self._count
        for who in self._began:
            dropped_out = self._random.random() < 0.08
            weights[who] = math.exp(self._random.gauss(0, 0.3)) * (0.12 if dropped_out else 1.0)
        return _shares(weights, submissions)

    def work_of(self, who: int, quota: int, live: int | None) -> list[Step]:
        """All attempts of one learner, but for those of the last twenty minutes."""
        chosen = self._exercises(who, quota, live)
        if not chosen:
            return []
        patience = [
            self._random.expovariate(1) + math.exp(0.7 * (self._hardness[n] - self._skill[who])) for n in chosen
        ]
        extra = _shares(patience, max(0, quota - len(chosen)))
        series = [self._answers(who, n, 1 + more, n == live) for n, more in zip(chosen, extra, strict=True)]
        steps: list[Step] = []
        for first, last, begin, end in (
            (0, HOMEWORK, HW1_OPENS, self._hw1_end()),
            (2 * HOMEWORK, len(self._banks), _START, _END),
            (HOMEWORK, 2 * HOMEWORK, HW2_OPENS, _END),
        ):
            block = [(n, s) for n, s in zip(chosen, series, strict=True) if first <= n < last]
            flat = [(n, answer, turn) for n, answers in block for turn, answer in enumerate(answers)]
            times = self._times(len(flat), begin, end)
            steps += [Step(at, who, *what) for at, what in zip(times, flat, strict=True)]
        return steps

    def _exercises(self, who: int, quota: int, live: int | None) -> list[int]:
        """Homework first, and as much practice as the learner has patience for."""
        total = len(self._banks)
        most = min(total, quota, max(1, round(quota / (_COMFORT * math.exp(-0.25 * self._skill[who])))))
        homework = list(range(min(2 * HOMEWORK, total)))
        practice = self._random.sample(range(len(homework), total), total - len(homework))
        skipped = [n for n in homework if self._random.random() < 0.06]
        ranked = ([live] if live is not None else []) + [n for n in homework if n not in skipped and n != live]
        return sorted((ranked + practice + [n for n in skipped if n != live])[:most])

    def _answers(self, who: int, exercise: int, count: int, is_open: bool) -> list[int]:
        """Wrong answers that get better, mostly; then a right one, if it comes to that."""
        bank, random = self._banks[exercise], self._random
        ease = 1.5 + 1.2 * self._skill[who] - self._hardness[exercise]
        passes = bank.right and not is_open and random.random() < 1 / (1 + math.exp(-ease))
        again = passes and count > 2 and random.random() < 0.08
        wrongs = [self._mistake(exercise) for _ in range(count - bool(passes) - bool(again))]
        for n in range(1, len(wrongs)):
            if random.random() < 0.45:
                wrongs[n] = wrongs[n - 1]
        if random.random() < 0.6:
            wrongs.sort(key=lambda n: bank.wrong[n])
        rights = [len(bank.wrong) + random.randrange(bank.right) for _ in range(bool(passes) + bool(again))]
        return wrongs + rights

    def _mistake(self, exercise: int) -> int:
        """The first ones of a bank are made more often."""
        count = len(self._banks[exercise].wrong)
        return self._random.choices(range(count), [1 / (n + 1.5) for n in range(count)])[0]

    def _hw1_end(self) -> float:
        luck = self._random.random()
        return HW1_DUE if luck < 0.7 else HW1_CLOSES if luck < 0.93 else HW1_CLOSES + DAY

    def _times(self, count: int, begin: float, end: float) -> list[float]:
        """Moments in working sessions between two moments, more of them towards the end, in order."""
        if not count:
            return []
        random = self._random
        sessions = max(1, math.ceil(count / 14))
        starts = sorted(self._awake(begin + (end - begin) * random.random() ** 0.7) for _ in range(sessions))
        times: list[float] = []
        at = begin
        for n in range(count):
            if n % 14 == 0:
                at = max(at, starts[n // 14])
            at += min(2400.0, random.lognormvariate(5.1, 0.7)) if random.random() < 0.96 else random.uniform(600, 1800)
            times.append(at)
        if times[-1] > end:  # more than fits: everything moves closer
            factor = (end - begin) / (times[-1] - begin)
            times = [begin + (at - begin) * factor for at in times]
        return times

    def _awake(self, at: float) -> float:
        """Not before eight in the morning: then it is done in the afternoon."""
        hour = (at + self._clock) % DAY / 3600
        return at if hour >= 8 else at + (8 - hour + self._random.triangular(0, 13, 8)) * 3600


def _shares(weights: Sequence[float], total: int) -> list[int]:
    """Whole numbers in proportion to the weights that sum up to the total."""
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    shares, carried, given = [], 0.0, 0
    for weight in weights:
        carried += total * weight / whole
        shares.append(round(carried) - given)
        given += shares[-1]
    return shares
