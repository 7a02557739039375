"""The Class page at the size of a large course: how long the server takes for it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from class_world import services_for
from proof import REPORT, count, record
from streamlit.testing.v1 import AppTest

from grader.catalog import Catalog
from grader.cli import measure_course as measure
from grader.cli import session
from grader.course.demo.demo_people import COURSE
from grader.model import Person, Role
from grader.store import Store, people
from ui.parts import services

FRAME = Path(__file__).parents[1] / "ui" / "frame.py"
SIZE = measure.Counts(seconds=0, pairs=0, learners=count(20, 300), submissions=count(200, 30_000), looks=0)
LIMIT_S = 1.5 if REPORT else 30.0


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return session.catalog()


@pytest.fixture(scope="module")
def store(catalog: Catalog) -> Iterator[Store]:
    with measure.small_course(catalog, None, SIZE) as (made, _):
        yield made


def instructor(store: Store) -> Person:
    with store.read() as connection:
        return people.of_course(connection, COURSE, Role.INSTRUCTOR)[0]


def test_class_page_of_a_large_course_is_made_in_time(
    store: Store, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = services_for(instructor(store), store)
    object.__setattr__(ours, "catalog", catalog)
    monkeypatch.setattr(services, "build", lambda: ours)
    services.services.clear()
    app = AppTest.from_file(str(FRAME), default_timeout=60).run()
    app.switch_page("pages/class.py")
    took = []
    for _ in range(count(2, 5)):
        began = time.perf_counter()
        app.run()
        took.append(time.perf_counter() - began)
    services.services.clear()
    exercises = len(catalog.exercises)
    record("class-page", learners=SIZE.learners, exercises=exercises, first_s=took[0], again_s=min(took[1:]))
    assert not app.exception and max(took) <= LIMIT_S
