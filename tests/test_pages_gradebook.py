"""The gradebook page: who may see it, what its table is told, the ledger beside it, overrides, LMS and regrading."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import class_world as world
import pytest
from class_world import ADA, COURSE, INES, TOM
from store_world import FakeGrader, until, verdict
from streamlit.testing.v1 import AppTest

from grader.course.gradebook.regrading import Regrading
from grader.course.homework import grades
from grader.model import LANGS, Lang, Person
from grader.store import Connection, Store, assignments, people
from ui.parts import gradebook, services

FRAME = str(Path(__file__).parents[1] / "ui" / "frame.py")
HOSTILE = "<img src=x onerror=alert(1)> [link](http://evil.example) =1+1"
MALLORY = Person("p-mallory", COURSE, section="B", name=HOSTILE, email="mallory@example.org")

Open = Callable[..., AppTest]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Homework that is due in three days; Ada has handed in."""
    opened = world.a_course(tmp_path)
    now = datetime.now(UTC)
    one = world.homework(
        opens=world.NOON - timedelta(days=7), due=now + timedelta(days=3), closes=now + timedelta(days=9)
    )

    def work(connection: Connection) -> None:
        people.add(connection, MALLORY, world.NOON)
        assignments.save(connection, COURSE, one.id, (one.opens, one.due, one.closes), one.model_dump_json())
        grades.refresh_all(connection, COURSE)

    opened.write(work).result()
    world.submit(opened, ADA, 3)
    yield opened
    opened.close()


@pytest.fixture
def open_page(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    def opened(who: Person = INES, lang: Lang = "en", **query: str) -> AppTest:
        ours: Any = world.services_for(who, store)
        ours.learning.chosen = lang
        ours.__dict__["regrading"] = Regrading(ours.catalog, store, FakeGrader(always=verdict(5)))
        monkeypatch.setattr(services, "build", lambda: ours)
        services.services.clear()
        test = AppTest.from_file(FRAME, default_timeout=20)
        test.run()
        test.switch_page("pages/gradebook.py")
        for name, value in query.items():
            test.query_params[name] = value
        return test.run()

    yield opened
    services.services.clear()


def html_of(test: AppTest) -> str:
    """What our own HTML says."""
    return "\n".join(element.proto.body for element in test.main if element.type == "html")


def told(test: AppTest) -> dict[str, Any]:
    """What the table is drawn from."""
    for element in test.main:
        proto: Any = element.proto
        if "grades" in str(getattr(proto, "component_name", "")):
            found: dict[str, Any] = json.loads(proto.json)
            return found
    raise AssertionError("there is no table")


def cells_of(test: AppTest, who: Person) -> list[str]:
    """What the table is told of somebody."""
    return next(row["cells"] for row in told(test)["rows"] if row["id"] == who.id)


@pytest.mark.parametrize("who", [TOM, ADA])
def test_page_is_nothing_to_whoever_is_no_instructor(open_page: Open, who: Person) -> None:
    test = open_page(who)
    assert "Gradebook" not in html_of(test) and not test.selectbox


@pytest.mark.parametrize("lang", LANGS)
def test_page_shows_title_filters_and_panes(open_page: Open, lang: Lang) -> None:
    test = open_page(lang=lang)
    assert ("Gradebook" if lang == "en" else "成绩册") in html_of(test)
    assert not test.exception and len(test.selectbox) == 2


def test_table_is_told_points_days_attempts_and_signs(open_page: Open) -> None:
    assert cells_of(open_page(), ADA) == ["6|0|1|", "|0|0|", "6|0|0|", "6|0|0|"]


def test_search_and_section_leave_whom_they_name(open_page: Open) -> None:
    test = open_page()
    test.text_input(key="grades-search").set_value("MALLORY").run()
    assert [row["id"] for row in told(test)["rows"]] == [MALLORY.id]
    test.selectbox(key="grades-section").set_value("A").run()
    assert "Nobody matches" in html_of(test)


def test_cell_opens_the_ledger_beside_the_table(open_page: Open) -> None:
    said = html_of(open_page(learner=ADA.id, assignment="hw-1", exercise="corr2d"))
    assert "Attempt 1: 3 of 5" in said and "counts" in said and "Ada Osei" in said


def test_learner_of_another_course_opens_nothing(open_page: Open) -> None:
    test = open_page(learner=world.EVE.id, assignment="hw-1")
    assert not test.exception and "Eve" not in html_of(test)


def test_hostile_name_is_plain_text(open_page: Open) -> None:
    said = html_of(open_page(learner=MALLORY.id, assignment="hw-1"))
    assert "<img" not in said and "&lt;img src=x" in said


def test_points_set_by_hand_show_in_table_and_ledger(open_page: Open) -> None:
    test = open_page(learner=ADA.id, assignment="hw-1", exercise="corr2d")
    test.number_input(key=f"points-{ADA.id}-hw-1-corr2d").set_value(9.5)
    test.text_input(key=f"reason-{ADA.id}-hw-1-corr2d").set_value("oral <b>exam</b>")
    test.button(key="override-set").click().run()
    assert "oral &lt;b&gt;exam&lt;/b&gt;" in html_of(test) and "Ines Vidal" in html_of(test)
    assert cells_of(test, ADA)[0] == "9.5|0|1|h"
    test.text_input(key=f"reason-{ADA.id}-hw-1-corr2d").set_value("a slip")
    test.button(key="override-back").click().run()
    assert cells_of(test, ADA)[0] == "6|0|1|"


def test_override_without_a_reason_says_what_is_missing(open_page: Open) -> None:
    test = open_page(learner=ADA.id, assignment="hw-1", exercise="corr2d")
    test.button(key="override-set").click().run()
    assert "Say why" in html_of(test)


def test_whole_course_has_a_column_an_assignment(open_page: Open) -> None:
    test = open_page(assignment="")
    assert [column[3] for column in told(test)["exercises"]] == ["hw-1", "hw-1"]


def test_check_says_that_every_score_follows(open_page: Open) -> None:
    test = open_page()
    test.button(key="grades-check").click().run()
    assert "Every score follows" in html_of(test)


def test_lms_pane_previews_and_offers_the_file(open_page: Open) -> None:
    test = open_page()
    test.segmented_control(key="grades-pane").set_value("lms").run()
    file = f"Email,Name,Homework 1\nada@example.org,Ada,\nx@example.org,{HOSTILE},\n"
    test.file_uploader(key="lms-file").set_value([("canvas.csv", file.encode(), "text/csv")]).run()
    said = html_of(test)
    assert "<b>1</b>" in said and "&lt;img src=x" in said and "<img" not in said and not test.exception


def test_lms_file_without_our_column_lets_one_choose(open_page: Open) -> None:
    test = open_page()
    test.segmented_control(key="grades-pane").set_value("lms").run()
    test.file_uploader(key="lms-file").set_value([("x.csv", b"Email,Essay\nada@example.org,\n", "text/csv")]).run()
    assert "Which column is Homework 1?" in html_of(test)
    test.selectbox(key="lms-column").set_value("Essay").run()
    assert "<b>1</b>" in html_of(test)


def grade_of(who: Person) -> float:
    lines = services.services().gradebook.sheet(INES.id, "hw-1").lines
    return next(line.grade for line in lines if line.person.id == who.id)


def test_regrade_runs_tells_applies_and_undoes(open_page: Open, store: Store) -> None:
    test = open_page()
    test.segmented_control(key="grades-pane").set_value("regrade").run()
    test.selectbox(key="regrade-exercise").set_value("corr2d").run()
    test.button(key="regrade-start").click().run()
    ours = services.services().regrading
    assert until(lambda: (run := ours.progress(INES.id, "corr2d")) and run.is_over)
    test.run()
    assert "▲ up" in html_of(test) and "3 → 5 / 5" in html_of(test)
    test.button(key="regrade-apply").click().run()
    assert grade_of(ADA) == 10.0
    test.button(key="undo-1").click().run()
    assert grade_of(ADA) == 6.0


def test_course_without_assignments_says_so(open_page: Open, store: Store) -> None:
    store.write(lambda connection: assignments.remove(connection, COURSE, "hw-1")).result()
    assert "no assignments yet" in html_of(open_page())


def test_ledger_for_a_learner_names_no_staff(store: Store, open_page: Open) -> None:
    open_page()
    book = services.services().gradebook
    book.override(INES.id, ADA.id, "hw-1", "corr2d", 7, "oral")
    lines = list(gradebook.lines_of(book.mine(ADA.id, "hw-1"), {}))
    assert "Ines" not in str(lines) and "oral" in str(lines)
