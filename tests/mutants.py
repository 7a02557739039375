"""Slips of the pen in model answers and references: does the course notice each of them?

For every exercise on disk, made by `mutate`:
- mutants of solution.py are graded as submissions; killed is what does not have full marks;
- mutants of what exercise.py calls right (its reference, or its answer) decide over the model answer; killed is what
  takes points from it.
Survivors stand in mutants.yaml with the reason why they do the same, and where it can be run, with the proof.

Usage: PYTHONPATH=.:tests python tests/mutants.py [ID…]     prints what survives and is not listed yet
"""

from __future__ import annotations

import ast
import inspect
import sys
import types
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import torch
import yaml
from mutate import Change, changes

from grader import authoring
from grader.catalog import Catalog
from grader.judge import Judge
from grader.judge.answers import judge_answer
from grader.judge.cases import Planned, plan
from grader.judge.content import Content, limited_exercise
from grader.judge.detect import Attempt, likeness
from grader.judge.grading import Grading
from grader.judge.limit import limited
from grader.model import Kind, Mode, Outcome
from grader.sandbox.job import CaseRun, Job
from grader.sandbox.pool import Pool

EXERCISES = Path(__file__).parents[1] / "exercises"
LISTED = Path(__file__).with_name("mutants.yaml")
SEED = 5
CPU_S = 0.5
"""What a mutant may take: most that are slow are loops without end. Where an exercise trains, it has its own limit."""
USUAL_S = 2.0
REFERENCE_S = 2.0

Where = Literal["solution", "reference", "shared"]
"""solution.py, exercise.py, or the reference that most exercises share, of grader/authoring."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change to one file of an exercise."""

    exercise: str
    where: Where
    change: Change

    @property
    def key(self) -> tuple[str, str, str, str]:
        """How mutants.yaml names it. Two changes that read alike are of one kind."""
        exercise = "every exercise" if self.where == "shared" else self.exercise
        return exercise, self.where, self.change.before, self.change.after


@dataclass(frozen=True, slots=True)
class Survivor:
    """A line of mutants.yaml."""

    key: tuple[str, str, str, str]
    why: str
    same: bool
    """Whether `is_same` shows it: the same outputs for many random inputs."""


def survivors() -> dict[tuple[str, str, str, str], Survivor]:
    """What mutants.yaml lists: exercise → solution or reference → `why`, `same`, and pairs of statements."""
    listed = yaml.safe_load(LISTED.read_text("utf-8")) or {}
    found = {}
    for exercise, places in listed.items():
        for where, entries in places.items():
            for entry in entries:
                for before, after in entry["mutants"]:
                    key = (exercise, where, before, after)
                    found[key] = Survivor(key, entry["why"], entry.get("same", True))
    return found


def of_solution(content: Content) -> list[Mutant]:
    """All mutants of solution.py."""
    tree = ast.parse(str(content.solution))
    return [Mutant(content.facts.id, "solution", change) for change in changes(tree, lambda node: True)]


def of_reference(content: Content) -> list[Mutant]:
    """All mutants of what exercise.py calls right: what `reference=` and `answer=` say, and all it needs there."""
    tree = ast.parse((content.folder / "exercise.py").read_text("utf-8"))
    meant = _meant(tree)
    found = [Mutant(content.facts.id, "reference", change) for change in changes(tree, lambda node: node in meant)]
    if _shared(content):
        function = ast.parse(inspect.getsource(authoring.conv2d))
        found += [Mutant(content.facts.id, "shared", change) for change in changes(function, lambda _: True)]
    return found


def _shared(content: Content) -> bool:
    """Whether the reference is the one that most exercises share."""
    return getattr(content.right.reference, "__wrapped__", None) is authoring.conv2d


def _meant(tree: ast.Module) -> set[ast.AST]:
    """What stands after `reference=` and `answer=`, and the functions and values of this file that it names."""
    made: dict[str, ast.AST] = {}
    for statement in tree.body:
        match statement:
            case ast.FunctionDef(name=name):
                made[name] = statement
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name != "exercise":
                made[name] = value
    meant: set[ast.AST] = set()
    waiting: list[ast.AST] = [
        keyword.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg in ("reference", "answer")
    ]
    while waiting:
        node = waiting.pop()
        if node not in meant:
            meant.add(node)
            names = {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}
            waiting += [made[name] for name in names if name in made]
    return meant


class Trial:
    """One exercise, and what becomes of its mutants."""

    def __init__(self, content: Content, pool: Pool, seed: int = SEED) -> None:
        self.content, self._pool, self._seed = content, pool, seed
        own = content.facts.cpu_s
        cpu_s = own if content.facts.kind is Kind.TRAINING or own > USUAL_S else CPU_S
        self._bare = replace(content, wrong=(), facts=replace(content.facts, cpu_s=cpu_s))
        self._planned = plan(content, seed) if content.facts.kind.is_code else []
        self._runs: dict[int, CaseRun] = {}

    def is_killed(self, mutant: Mutant) -> bool:
        """Whether the course notices."""
        if mutant.where == "solution":
            verdict = Grading(self._bare, mutant.change.source, Mode.SUBMIT, self._seed, self._pool, None).verdict()
            return not verdict.passed or verdict.score < verdict.max_score
        try:
            with limited(REFERENCE_S):
                return self._is_noticed(self.mutated(mutant))
        except Exception:  # a reference that raises or never returns is noticed
            return True

    def mutated(self, mutant: Mutant) -> Content:
        """The exercise as the mutant has it."""
        file = self.content.folder / "exercise.py"
        if mutant.where == "shared":
            names = dict(vars(inspect.getmodule(authoring.conv2d)))
            # The shared reference with a slip in it: our own file, no learner's code.
            exec(compile(mutant.change.source, "conv2d", "exec"), names)
            right = replace(self.content.right, reference=names["conv2d"])
        else:
            module = types.ModuleType("mutant")
            # The author's exercise.py with a slip in its reference: read from disk and trusted as it is, no learner's code.
            exec(compile(mutant.change.source, str(file), "exec"), module.__dict__)
            right = limited_exercise(module.__dict__["exercise"], file, self.content.facts.id)
        return replace(self._bare, right=right)

    def _is_noticed(self, mutated: Content) -> bool:
        """Whether the model answer loses points."""
        if not mutated.facts.kind.is_code:
            exact = replace(mutated, right=replace(mutated.right, accept=()))
            check = judge_answer(exact, mutated.solution)
            return check.outcome is not Outcome.PASSED
        planned = plan(mutated, self._seed)
        if not _are_same_calls(planned, self._planned):
            verdict = Grading(mutated, str(mutated.solution), Mode.SUBMIT, self._seed, self._pool, None).verdict()
            return verdict.score < verdict.max_score
        if not self._runs:
            self._runs = self._run(str(mutated.solution), self._planned)
        attempt = Attempt.of(planned, self._runs)
        return any(judged.result.outcome is not Outcome.PASSED for judged in attempt.judged.values())

    def _run(self, source: str, planned: Sequence[Planned]) -> dict[int, CaseRun]:
        facts, cells = self.content.facts, [p.cell for p in planned]
        job = Job(source, facts.entry, cells, probe_source=self.content.probe, cpu_s=facts.cpu_s, total_s=60)
        return {run.index: run for run in self._pool.run(job).cases}

    def is_same(self, mutant: Mutant, calls: int = 200) -> bool:
        """Whether it gives what the original gives, for so many calls with random inputs."""
        done, seed = 0, 1000
        while done < calls:
            seed += 1
            planned = plan(self.content, seed)
            done += len(planned)
            if mutant.where != "solution":
                others = plan(self.mutated(mutant), seed)
                pairs = [(a, b) for a, b in zip(planned, others, strict=True) if a.check.family != "property"]
                if not all(_are_equal(a.expected, b.expected) for a, b in pairs):
                    return False
                continue
            mine, theirs = self._run(str(self.content.solution), planned), self._run(mutant.change.source, planned)
            if not all(likeness(mine[n], theirs[n], p) == 2 for n, p in enumerate(planned)):
                return False
        return True


def _are_same_calls(mine: Sequence[Planned], theirs: Sequence[Planned]) -> bool:
    return len(mine) == len(theirs) and all(a.cell == b.cell for a, b in zip(mine, theirs, strict=True))


def _are_equal(a: Any, b: Any) -> bool:
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(_are_equal(x, y) for x, y in zip(a, b, strict=True))
    return torch.allclose(torch.as_tensor(a).double(), torch.as_tensor(b).double(), rtol=1e-9, atol=1e-9)


def mutants_of(content: Content) -> list[Mutant]:
    """All of an exercise."""
    return [*(of_solution(content) if content.facts.kind.is_code else []), *of_reference(content)]


def spread(mutants: Sequence[Mutant], count: int) -> list[Mutant]:
    """So many of them, evenly spread and always the same ones."""
    step = max(len(mutants) / max(count, 1), 1.0)
    return [mutants[int(n * step)] for n in range(min(count, len(mutants)))]


def survive(trial: Trial, mutants: Iterable[Mutant], jobs: int = 2) -> list[Mutant]:
    """Those that nobody notices."""
    mutants = list(mutants)
    with ThreadPoolExecutor(jobs) as threads:
        killed = list(threads.map(trial.is_killed, mutants))
    return [mutant for mutant, is_killed in zip(mutants, killed, strict=True) if not is_killed]


def tried(ids: Sequence[str]) -> Iterator[tuple[str, int, list[Mutant], Trial]]:
    """Each exercise with the number of its mutants and those that survive."""
    torch.set_num_threads(1)
    with Pool() as pool:
        judge = Judge(EXERCISES, pool)
        for id in ids or [exercise.id for exercise in Catalog.load(EXERCISES, lenient=True).exercises]:
            trial = Trial(judge.content(id), pool)
            mutants = mutants_of(trial.content)
            yield id, len(mutants), survive(trial, mutants), trial


def _compared(trial: Trial, mutant: Mutant) -> str:
    """For whoever has to say why it survives."""
    kind = trial.content.facts.kind
    calls = 4 if kind is Kind.TRAINING else 200
    return "same outputs" if kind.is_code and trial.is_same(mutant, calls) else "DIFFERENT"


def main(ids: Sequence[str]) -> None:
    """Print what survives and is not listed."""
    listed, total, alive = survivors(), 0, 0
    for id, count, left, trial in tried(ids):
        total, alive = total + count, alive + len(left)
        print(f"{id}: {count} mutants, {len(left)} survive", flush=True)
        for mutant in left:
            if mutant.key not in listed:
                said = _compared(trial, mutant)
                print(f"  {mutant.where} · {said}\n    {mutant.change.before}\n    {mutant.change.after}", flush=True)
    print(f"{total} mutants, {total - alive} killed ({(total - alive) / max(total, 1):.1%})")


if __name__ == "__main__":
    main(sys.argv[1:])
