"""The page of assignments by role, and the terms on an exercise's page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import fakes
import pytest
from class_world import ADA, COURSE, INES, NOON, TOM, ClassServices, a_course, homework
from store_world import FakeGrader, until, verdict
from streamlit.testing.v1 import AppTest

from grader.course import Learning
from grader.course.homework.homework import Homework, NewDates
from grader.model import Person
from grader.store import Store, people
from ui.parts import moments, services

FRAME = Path(__file__).parents[1] / "ui" / "frame.py"
SOON = NOON - timedelta(hours=5)


class HomeworkServices(ClassServices):
    """Real use cases whose clock says five hours before NOON."""

    @cached_property
    def homework(self) -> Homework:
        """Over the fake catalogue, which knows corr2d and edges-mcq."""
        return Homework(cast(Any, fakes.FakeCatalog()), self.store, clock=lambda: SOON)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = a_course(tmp_path)
    yield made
    made.close()


Open = Callable[..., AppTest]


def serve(monkeypatch: pytest.MonkeyPatch, who: Person, store: Store) -> HomeworkServices:
    plain = fakes.services()
    grader = FakeGrader(always=replace(verdict(5), checks=fakes.verdict(True).checks))
    learning = Learning(cast(Any, fakes.FakeCatalog()), store, grader, clock=lambda: SOON)
    ours = HomeworkServices(plain.settings, cast(Any, fakes.FakeCatalog()), learning, plain.dispatch, store)
    object.__setattr__(ours, "who", who)
    monkeypatch.setattr(services, "build", lambda: ours)
    monkeypatch.setattr(moments, "now", lambda: SOON)
    services.services.clear()
    return ours


def hand_in(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    """Ada's right answer to corr2d, with its verdict."""
    learning = serve(monkeypatch, ADA, store).learning
    learning.submit(ADA.id, "corr2d", "x", "press")
    assert until(lambda: learning.state(ADA.id, "corr2d").attempts == 1)


@pytest.fixture
def open_page(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    def opened(who: Person, page: str = "assignments", lang: str = "en", **query: str) -> AppTest:
        serve(monkeypatch, who, store)
        app = AppTest.from_file(str(FRAME), default_timeout=20)
        app.session_state.lang = lang
        app.session_state.who = who.id
        app.query_params.update(query)
        return app.switch_page(f"pages/{page}.py").run()

    yield opened
    services.services.clear()


def text(app: AppTest) -> str:
    """Everything that the page says in HTML of ours."""
    assert not app.exception
    bodies = (str(node.proto.body) for node in app.get("html"))
    return " ".join(body for body in bodies if "<style>" not in body).replace("<b>", "").replace("</b>", "")


def set_homework(store: Store, **more: Any) -> Homework:
    use = Homework(cast(Any, fakes.FakeCatalog()), store, clock=lambda: SOON)
    parts = [{"exercise": "corr2d", "points": 10}, {"exercise": "edges-mcq", "points": 5}]
    use.save(INES.id, homework(**{"parts": parts, **more}))
    return use


@pytest.mark.parametrize(("lang", "says"), [("en", "Nothing is set yet"), ("zh", "还没有布置作业")])
@pytest.mark.parametrize("who", [ADA, TOM, INES])
def test_page_without_assignments_says_so(open_page: Open, who: Person, lang: str, says: str) -> None:
    assert says in text(open_page(who, lang=lang))


def test_learner_sees_due_date_state_and_worth(store: Store, open_page: Open) -> None:
    set_homework(store)
    said = text(open_page(ADA))
    assert "due Mon 2 Mar 2026, 13:00, in 5 hours" in said and "0 of 15 points" in said and "To do" in said


def test_points_are_not_shown_while_hidden_checks_are_not(
    store: Store, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_homework(store, hidden_until="due")
    hand_in(monkeypatch, store)
    said = text(open_page(ADA))
    assert "15 points, not shown yet" in said and "Handed in" in said and "Passed" not in said


def test_own_extension_is_said(store: Store, open_page: Open) -> None:
    set_homework(store).extend(INES.id, "hw-1", NewDates("learner", ADA.id, due=NOON + timedelta(days=1)))
    said = text(open_page(ADA))
    assert "dates of your own" in said and "Tue 3 Mar 2026" in said


def test_learner_who_asks_for_the_form_sees_their_own_page(store: Store, open_page: Open) -> None:
    set_homework(store)
    app = open_page(ADA, edit="hw-1")
    assert not app.text_input and "0 of 15 points" in text(app)


def test_assistant_looks_and_does_not_edit(store: Store, open_page: Open) -> None:
    set_homework(store)
    app = open_page(TOM, edit="hw-1")
    assert not app.text_input and "2 exercises, 15 points" in text(app)


def test_form_says_in_words_what_the_policy_means(store: Store, open_page: Open) -> None:
    set_homework(store, late={"percent_per_day": 10, "grace_minutes": 15})
    said = text(open_page(INES, edit="hw-1"))
    assert "100 % until Mon 2 Mar 2026, 13:15, on time: grace included" in said
    assert "90 % until Tue 3 Mar 2026, 13:00, days late: 1" in said and "after Thu 5 Mar 2026, 13:00: practice" in said


def test_instructor_makes_an_assignment_with_the_form(store: Store, open_page: Open) -> None:
    app = open_page(INES, edit="new")
    app.text_input(key="hwform-new-title-en").input("First steps")
    app.text_input(key="hwform-new-due").input("2026-03-20 23:59")
    app.text_input(key="hwform-new-closes").input("")
    app.multiselect(key="hwform-new-exercises").select("corr2d").run()
    app.button(key="main-save").click().run()
    (made,) = Homework(cast(Any, fakes.FakeCatalog()), store).all(INES.id)
    assert (made.id, made.points, made.closes) == ("first-steps", 13, datetime(2026, 3, 20, 22, 59, tzinfo=UTC))


def test_form_tells_what_it_cannot_take_and_saves_nothing(store: Store, open_page: Open) -> None:
    set_homework(store)
    app = open_page(INES, edit="hw-1")
    app.text_input(key="hwform-hw-1-due").input("2026-03-29 02:30").run()
    app.button(key="main-save").click().run()
    assert "does not exist in Europe/Berlin" in text(app)
    assert Homework(cast(Any, fakes.FakeCatalog()), store).find(INES.id, "hw-1").due == NOON


def test_instructor_gives_an_extension(store: Store, open_page: Open) -> None:
    use = set_homework(store)
    app = open_page(INES, edit="hw-1")
    app.selectbox(key="ext-whom").select(("learner", ADA.id))
    app.text_input(key="ext-due").input("2026-03-04 12:00")
    next(button for button in app.button if button.label == "Give the extension").click().run()
    assert [one.target for one in use.extensions(INES.id, "hw-1")] == [ADA.id] and "Ada Osei" in text(app)


def test_namesakes_can_be_told_apart_for_an_extension(store: Store, open_page: Open) -> None:
    set_homework(store)
    twin = Person("p-twin", COURSE, name="Ada Osei", login="osei2")
    store.write(lambda c: people.add(c, twin, NOON)).result()
    options = open_page(INES, edit="hw-1").selectbox(key="ext-whom").options
    assert "Ada Osei · osei2" in options and len(set(options)) == len(options)


def test_hostile_name_in_an_extension_is_plain_text(store: Store, open_page: Open) -> None:
    use = set_homework(store)
    evil = Person("p-evil", COURSE, section="<b>Z", name="<img src=x onerror=alert(1)>")
    store.write(lambda c: people.add(c, evil, NOON)).result()
    use.extend(INES.id, "hw-1", NewDates("learner", evil.id, due=NOON + timedelta(days=1), reason="<i>ill"))
    said = text(open_page(INES, edit="hw-1"))
    assert "&lt;img src=x" in said and "<img" not in said and "&lt;i&gt;ill" in said


# ---------- on the page of an exercise ----------


def test_exercise_page_says_its_terms(store: Store, open_page: Open) -> None:
    set_homework(store, attempts=3, bucket={"size": 2, "minutes": 10}, hidden_until="closes")
    said = text(open_page(ADA, "exercise", id="corr2d"))
    for words in (
        "due Mon 2 Mar 2026, 13:00",
        "3 attempts left",
        "2 of 2 submissions at once",
        "hidden checks are shown",
    ):
        assert words in said


def test_exercise_of_no_assignment_says_nothing_of_terms(open_page: Open) -> None:
    assert "kd-terms" not in text(open_page(ADA, "exercise", id="corr2d"))


def test_hidden_checks_are_rows_that_say_not_shown(
    store: Store, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_homework(store, hidden_until="due")
    hand_in(monkeypatch, store)
    said = text(open_page(ADA, "exercise", id="corr2d"))
    assert said.count("Not shown") == 7 and "is shown from 2026-03-02 13:00 (Europe/Berlin)" in said
    assert "Solved" not in said


def test_model_answer_waits_until_the_assignment_has_closed(
    store: Store, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_homework(store)
    hand_in(monkeypatch, store)
    said = text(open_page(ADA, "exercise", id="corr2d"))
    assert "Solved" in said and "The model answer is shown when the assignment has closed" in said
    assert "def short" not in said


def test_local_mode_has_no_assignments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "build", fakes.services)
    services.services.clear()
    app = AppTest.from_file(str(FRAME), default_timeout=20).switch_page("pages/assignments.py").run()
    assert "Nothing here" in text(app)
    services.services.clear()
