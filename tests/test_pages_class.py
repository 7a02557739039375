"""The class and one learner: page × role × language × {empty, at work, stuck, offline}, and hostile names as text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from class_world import ADA, BEN, CHEN, COURSE, EVE, INES, NOON, TOM, a_course, homework, services_for, submit
from sqlalchemy import insert, update
from streamlit.testing.v1 import AppTest

from grader.course.classroom.classroom import Classroom, View
from grader.errors import NotAllowed
from grader.model import LANGS, Lang, Person, Role
from grader.store import Store
from grader.store.schema import learners
from grader.store.schema_courses import assignments
from ui.parts import heat, live, near, services, sheets, timeline
from ui.parts.figures import LIGHT

FRAME = Path(__file__).parents[1] / "ui" / "frame.py"
HOSTILE = "<img src=x onerror=alert(1)> [link](http://evil.example) =1+1"
LATER = NOON + timedelta(hours=1)

Open = Callable[..., AppTest]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = a_course(tmp_path)
    yield made
    made.close()


@pytest.fixture
def open_page(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    def opened(page: str, who: Person = INES, lang: Lang = "en", judge: str = "ready", **query: str) -> AppTest:
        ours = services_for(who, store)
        object.__setattr__(ours.dispatch, "state", judge)
        ours.__dict__["classroom"] = Classroom(ours.catalog, store, clock=lambda: LATER)
        ours.learning.set_language(who.id, lang)
        monkeypatch.setattr(services, "build", lambda: ours)
        services.services.clear()
        app = AppTest.from_file(str(FRAME), default_timeout=30).run()
        app.switch_page(f"pages/{page}.py")
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    yield opened
    services.services.clear()


def told(app: AppTest) -> dict[str, Any]:
    """What each component of the page is told, by the name of its key."""
    protos = [element.proto for element in app.get("bidi_component")]
    return {proto.id.rsplit("-", 1)[-1]: json.loads(proto.json) for proto in protos if proto.json}


def said(app: AppTest) -> str:
    """All HTML of the page, with that in components."""
    inside = [data["html"] for data in told(app).values() if "html" in data]
    return "\n".join([element.proto.body for element in app.main if element.type == "html"] + inside)


def get_stuck(store: Store, who: Person = ADA) -> None:
    """Five like failures, the last three minutes before LATER."""
    for minutes in range(5):
        submit(store, who, 3, hours=0.95 - minutes / 60, misconception="flipped")


# ---------- Class ----------

STATES = {
    "quiet": ("Nobody is stuck right now", "现在没有人卡住"),
    "stuck": (
        "5 attempts, the last 5 fail the same way: You flipped the kernel",
        "提交 5 次，最近 5 次错法相同：你把卷积核翻转了",
    ),
    "offline": ("The grader is not running", "判题程序没有运行"),
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("state", STATES)
def test_class_says_how_it_stands(store: Store, open_page: Open, state: str, lang: Lang) -> None:
    if state == "stuck":
        get_stuck(store)
    page = said(open_page("class", lang=lang, judge="offline" if state == "offline" else "ready"))
    assert STATES[state][LANGS.index(lang)] in page


def test_class_without_learners_says_who_brings_them(open_page: Open) -> None:
    app = open_page("class", EVE)
    assert "No learner is here yet" in said(app)
    assert "heat" not in told(app)


def test_table_is_told_every_learner_and_cell(store: Store, open_page: Open) -> None:
    get_stuck(store)
    submit(store, BEN, 5)
    rows = {row["id"]: row for row in told(open_page("class"))["heat"]["rows"]}
    assert (rows[ADA.id]["tag"], rows[ADA.id]["cells"]) == ("stuck", ",s5,,,")
    assert (rows[BEN.id]["solved"], rows[BEN.id]["cells"]) == (1, ",1,,,")


def test_shared_mistake_leads_to_its_cluster(store: Store, open_page: Open) -> None:
    get_stuck(store)
    assert "href='mistakes?exercise=corr2d&amp;signature=" in said(open_page("class"))


def test_section_and_assignment_of_the_address_filter(store: Store, open_page: Open) -> None:
    one = homework()
    row = insert(assignments).values(
        course=COURSE, id=one.id, opens=one.opens, due=one.due, closes=one.closes, spec=one.model_dump_json()
    )
    store.write(lambda c: c.execute(row)).result()
    app = open_page("class", section="B", assignment="hw-1")
    facts = told(app)["heat"]
    assert ([row["id"] for row in facts["rows"]], [id for id, _ in facts["exercises"]]) == ([CHEN.id], ["corr2d"])
    assert "Section B" in said(app)


def test_filter_that_is_none_shows_everybody(open_page: Open) -> None:
    assert len(told(open_page("class", section="Z", concept="nothing"))["heat"]["rows"]) == 3


@pytest.mark.parametrize("page", ["class", "learner"])
def test_learner_finds_nothing_there(store: Store, open_page: Open, page: str) -> None:
    get_stuck(store)
    found = said(open_page(page, BEN, id=ADA.id))
    assert "Nothing here" in found and ADA.name not in found


def test_role_taken_away_ends_the_class_at_the_next_tick(store: Store, open_page: Open) -> None:
    app = open_page("class", TOM)
    store.write(lambda c: c.execute(update(learners).where(learners.c.id == TOM.id).values(role="learner"))).result()
    services.services().__dict__["people"].of_session = lambda secret: replace(TOM, role=ADA.role)
    assert "Nothing here" in said(app.run())


def test_hostile_name_stays_text(store: Store, open_page: Open) -> None:
    store.write(lambda c: c.execute(update(learners).where(learners.c.id == ADA.id).values(name=HOSTILE))).result()
    get_stuck(store)
    submit(store, ADA, 5, exercise="edges-mcq", hours=0.97)
    pages = said(open_page("class")), said(open_page("learner", id=ADA.id))
    assert all("<img" not in page and "&lt;img" in page for page in pages)


# ---------- One learner ----------


@pytest.mark.parametrize("lang", LANGS)
def test_learner_page_shows_code_mistake_and_open_checks(store: Store, open_page: Open, lang: Lang) -> None:
    submit(store, ADA, 3, misconception="flipped", stdout="what I saw")
    page = said(open_page("learner", TOM, lang, id=ADA.id, exercise="corr2d"))
    wanted = {"en": "You flipped the kernel.", "zh": "你把卷积核翻转了。"}[lang]
    hidden = {"en": "Random shapes", "zh": "随机形状"}[lang]
    assert all(part in page for part in (ADA.name, "def corr2d(X, K)", wanted, hidden, "what I saw"))


def test_learner_who_handed_nothing_in_has_a_calm_page(open_page: Open) -> None:
    assert "Nothing handed in yet" in said(open_page("learner", id=BEN.id))


def test_previous_and_next_lead_by_name(open_page: Open) -> None:
    app = open_page("learner", id=BEN.id)
    labels = [element.proto.label for element in app.get("page_link")]
    assert {"Previous: Ada Osei", "Next: 陈宇"} <= {label.replace("\\", "") for label in labels}


@pytest.mark.parametrize("id", ["p-nobody", "", EVE.id])
def test_learner_of_another_course_looks_like_nobody(open_page: Open, id: str) -> None:
    page = said(open_page("learner", id=id))
    assert "Nothing here" in page and EVE.name not in page


def test_who_left_is_still_shown_and_said_so(store: Store, open_page: Open) -> None:
    store.write(lambda c: c.execute(update(learners).where(learners.c.id == ADA.id).values(left_at=NOON))).result()
    assert "has left the course" in said(open_page("learner", id=ADA.id))


@pytest.mark.parametrize(("who", "sees"), [(INES, True), (TOM, False)])
def test_grades_are_for_instructors(store: Store, open_page: Open, who: Person, sees: bool) -> None:
    one = homework(parts=[{"exercise": "corr2d", "points": 10}])
    row = insert(assignments).values(
        course=COURSE, id=one.id, opens=one.opens, due=one.due, closes=one.closes, spec=one.model_dump_json()
    )
    store.write(lambda c: c.execute(row)).result()
    assert ("Homework 1" in said(open_page("learner", who, id=ADA.id))) == sees


def test_link_leads_only_to_pages_of_ours(open_page: Open) -> None:
    app = open_page("class")
    app.session_state["on-the-way"] = f"learner?id={ADA.id}"
    assert ADA.name in said(app.run())


# ---------- Files and figures ----------


@pytest.mark.parametrize("now", [replace(TOM, role=Role.LEARNER), replace(INES, id="p-other"), ADA])
def test_file_of_a_page_that_stayed_open_is_not_for_whoever_may_not_see_it_now(
    now: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "person", lambda: now)
    with pytest.raises(NotAllowed):
        sheets.asked_again(TOM, lambda: [["name"]])


def test_file_is_made_for_whoever_still_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "person", lambda: replace(TOM, role=Role.INSTRUCTOR))
    assert sheets.asked_again(TOM, lambda: [["name"]]) == [["name"]]


def test_sheet_guards_formulas_and_begins_with_a_mark_for_excel() -> None:
    data = sheets.written([["name"], ["=1+1"], ["陈宇"], [3]])
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig")))) == [["name"], ["'=1+1"], ["陈宇"], ["3"]]


def test_sheets_hold_what_the_page_shows(store: Store, open_page: Open) -> None:
    get_stuck(store)
    open_page("class")
    room = services.services().classroom
    now, shared = room.now(INES.id, View()), room.mistakes(INES.id)
    assert heat.sheet(now)[1][:4] == [ADA.name, "A", "stuck", 0]
    assert live.stuck_sheet(now)[1][:3] == [ADA.name, "A", "corr2d"]
    assert live.shared_sheet(shared)[1][:3] == ["corr2d", "You flipped the kernel", 1]
    assert [line[3] for line in near.sheet(room.profile(INES.id, ADA.id))] == ["attempt", 1, 2, 3, 4, 5]


def test_timeline_draws_each_attempt_with_its_own_sign(store: Store, open_page: Open) -> None:
    submit(store, ADA, 3, hours=-2)
    submit(store, ADA, 5, hours=-1)
    open_page("class")
    moments = services.services().classroom.profile(INES.id, ADA.id).moments
    figure = timeline.figure(moments, str, LIGHT, UTC, ["corr2d"])
    assert {trace["marker"]["symbol"]: trace["x"] for trace in figure["data"]} == {
        "x-thin": ["2026-03-02T10:00:00"],
        "square": ["2026-03-02T11:00:00"],
    }


@pytest.mark.parametrize(("minutes", "shown"), [(0, "< 1 min"), (31, "31 min"), (120, "120 min")])
def test_time_since_is_said_in_minutes(open_page: Open, minutes: int, shown: str) -> None:
    open_page("class")
    now = datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert live.ago(now - timedelta(minutes=minutes), now) == shown
