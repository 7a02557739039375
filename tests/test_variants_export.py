"""A learner's own export does not hold the seed that draws their inputs: with the course's files it would give them away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from class_world import ADA, NOON, a_course
from store_world import verdict
from test_terms import World

from grader.course.access import Operator
from grader.course.learning.variants import FILE, Variants
from grader.course.people.records import Records


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    store = a_course(tmp_path)
    yield World(store, tmp_path)
    store.close()


def test_seed_that_comes_again_is_not_in_the_export_of_a_learner(world: World) -> None:
    world.set(variants=True)
    seed = Variants(world.folder).seed(ADA.id, "corr2d")
    world.graded(replace(verdict(1), seed=seed))
    assert str(seed) not in json.dumps(world.learning.export(ADA.id))


def test_seed_stays_untold_after_closing_since_another_assignment_may_ask_it_again(world: World) -> None:
    world.set(variants=True)
    world.graded(1)
    world.move(days=30)
    assert [one["seed"] for one in world.learning.export(ADA.id)["submissions"]] == [None]


def test_seed_that_was_drawn_afresh_is_in_the_export(world: World) -> None:
    world.set()
    world.graded(1)
    assert [one["seed"] for one in world.learning.export(ADA.id)["submissions"]] == [world.grader.asked[-1].seed]
    assert not (world.folder / FILE).exists()


def test_staff_export_holds_every_seed(world: World) -> None:
    world.set(variants=True)
    world.graded(1)
    kept = Records(world.store, clock=lambda: NOON).everything_of(Operator(ADA.course), ADA.id)
    assert [one["seed"] for one in kept["submissions"]] == [Variants(world.folder).seed(ADA.id, "corr2d")]
