"""exercise.py and a seed → the calls of a submission, public checks first. The same seed plans the same calls."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, overload

import torch

from grader.authoring import Case, Check, drawn, noise, whole
from grader.judge.arrays import Plain, expected_of, plain, to_wire
from grader.judge.content import Content
from grader.model import CheckFacts, Message
from grader.sandbox.job import CellCase
from grader.words import shown

RECORDED = ("products", "vectorized", "no_convolution", "no_unfold")
PROBES = {"gradients": "gradient", "products": "product", "vectorized": "work", "no_autograd": "by_hand"}
"""Families → the built-in probe that they need."""


@dataclass(frozen=True)
class Planned:
    """One call for one check, and what must come back. What must come back is computed here, never in a cell."""

    facts: CheckFacts
    check: Check
    case: Case
    reference: Callable[..., Any] | None
    tolerance: float
    seed: int

    @cached_property
    def expected(self) -> Any:
        """The reference's output: NumPy arrays, numbers, or lists of them."""
        if self.reference is None:
            raise TypeError(f"the check {self.facts.id} needs a reference")
        return expected_of(self.reference(*self.case.args))

    @cached_property
    def weight(self) -> torch.Tensor:
        """What the output is multiplied with before it is summed and differentiated."""
        shape = self.expected.shape if hasattr(self.expected, "shape") else ()
        return noise(_generator(self.seed, "weight"), *shape)

    @cached_property
    def expected_gradients(self) -> tuple[Plain | None, ...]:
        """Gradients of the weighted sum of the reference's output in float64; None for arguments without one."""
        args = [arg.double().requires_grad_() if _has_gradient(arg) else arg for arg in self.case.args]
        assert self.reference is not None
        with torch.enable_grad():
            (self.reference(*args) * self.weight.double()).sum().backward()
        return tuple(plain(arg.grad) if _has_gradient(arg) and arg.grad is not None else None for arg in args)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the arguments are called."""
        try:
            known = tuple(inspect.signature(self.reference).parameters) if self.reference else ()
        except (TypeError, ValueError):
            known = ()
        return known + tuple(f"argument {n + 1}" for n in range(len(known), len(self.case.args)))

    @cached_property
    def cell(self) -> CellCase:
        """The call as a cell gets it."""
        gradient, product = self.check.family == "gradients", self.check.family == "products"
        own = f"probe:{self.check.probe}" if self.check.probe else "call"
        seed = self.case.seed if self.case.seed is not None else _number(self.seed, "torch") >> 1
        return CellCase(
            args=[to_wire(arg) for arg in self.case.args],
            probe=PROBES.get(self.check.family, own),
            seed=seed,
            prints=not self.facts.hidden and not product,  # which has numbers of its own on the way
            record=self.check.family in RECORDED,
            transposed=self.case.transposed,
            keep_args=self.check.family == "unchanged",
            extra={"weight": to_wire(self.weight)} if gradient else {},
        )

    @property
    def name(self) -> Message | None:
        """What the case is called: by its author, or by the shapes of its tensors. None without arguments."""
        if self.case.name:
            return Message(f"exercise.{self.case.name}")
        shapes = [list(arg.shape) for arg in self.case.args if isinstance(arg, torch.Tensor)]
        if shapes:
            return Message("case.shapes", {"shapes": shapes})
        arguments = [shown(arg, "en") for arg in self.case.args if not isinstance(arg, bool)]
        return Message("case.arguments", {"arguments": arguments}) if arguments else None


@dataclass(frozen=True)
class Calls(Sequence[CellCase]):
    """Planned calls as cells get them, each made when it is asked for: while the cell loads the learner's file."""

    planned: Sequence[Planned]

    def __len__(self) -> int:
        return len(self.planned)

    @overload
    def __getitem__(self, place: int) -> CellCase: ...
    @overload
    def __getitem__(self, place: slice) -> Calls: ...
    def __getitem__(self, place: int | slice) -> CellCase | Calls:
        return Calls(self.planned[place]) if isinstance(place, slice) else self.planned[place].cell


def plan(content: Content, seed: int, *, hidden: bool = True) -> list[Planned]:
    """Every call of a submission in order: public checks first, hidden ones after unless they are left out."""
    checks = [check for check in content.facts.checks if not check.hidden]
    checks += [check for check in content.facts.checks if check.hidden and hidden]
    return [planned for facts in checks for planned in plan_check(content, facts, seed)]


def plan_check(content: Content, facts: CheckFacts, seed: int) -> list[Planned]:
    """The calls of one check. Each check has its own stream of random numbers: adding one changes no other."""
    check = content.right.check(facts.id)
    cases = [_fitted(case, check) for case in drawn(check.on, _generator(seed, facts.id))]
    if check.family == "values" and cases and all(case.transposed for case in cases):
        check = replace(check, family="transposed")
    reference = check.reference or content.right.reference
    return [
        Planned(facts, check, case, reference, content.right.tolerance, _number(seed, f"{facts.id}/{index}"))
        for index, case in enumerate(cases)
    ]


def _fitted(case: Case, check: Check) -> Case:
    """The case as its family needs it."""
    match check.family:
        case "float64":
            return case.mapped(_finer)
        case "integers":
            return case.mapped(whole)
        case "transposed":
            return Case(*case.args, name=case.name, seed=case.seed, transposed=True)
    return case


def _finer(tensor: torch.Tensor) -> torch.Tensor:
    """In float64, and each entry but 0 one that float32 does not have: what was rounded on the way shows."""
    return tensor.double() * (1 + 2**-26)


def _has_gradient(arg: object) -> bool:
    return isinstance(arg, torch.Tensor) and arg.is_floating_point()


def _number(seed: int, purpose: str) -> int:
    """63 bits that tell nothing of the other streams of the same seed: a cell may know its own."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{purpose}".encode()).digest()[:8], "big") >> 1


def _generator(seed: int, purpose: str) -> torch.Generator:
    return torch.Generator().manual_seed(_number(seed, purpose))
