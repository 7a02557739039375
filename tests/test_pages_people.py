"""The People page: role × language × {empty, full, one open, a file, the log}, hostile names, and what its buttons do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from class_world import ADA, BEN, INES, ROOT, TOM, services_for
from people_world import filled, store
from streamlit.testing.v1 import AppTest

from grader.course.people.records import Records
from grader.course.people.roster import Roster
from grader.model import Lang, Person, Role
from grader.store import Store, people
from ui.components import classroom
from ui.parts import people as page
from ui.parts import services, sheets

__all__ = ["filled", "store"]
FRAME = str(Path(__file__).parents[1] / "ui" / "frame.py")
NAMES = ("<img src=x onerror=alert(1)>", "[click](http://evil.example) **b**", "=HYPERLINK(1)", "\u202eevil")
Open = Callable[..., AppTest]


@pytest.fixture
def clicks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the table's component was told to draw."""
    drawn: list[str] = []

    def living(html: str, **_: Any) -> str:
        drawn.append(html)
        return ""

    monkeypatch.setattr(classroom, "living", living)
    return drawn


@pytest.fixture
def open_page(store: Store, clicks: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    def opened(who: Person = INES, lang: Lang = "en", **query: str) -> AppTest:
        ours = services_for(who, store)
        ours.learning.set_language(who.id, lang)
        monkeypatch.setattr(services, "build", lambda: ours)
        services.services.clear()
        test = AppTest.from_file(FRAME, default_timeout=30)
        test.session_state["lang"] = lang
        test.switch_page("pages/people.py")
        for name, value in query.items():
            test.query_params[name] = value
        return test.run()

    yield opened
    services.services.clear()


def text_of(test: AppTest) -> str:
    return "\n".join(element.proto.body for element in test.main if element.type == "html")


def button(test: AppTest, key: str) -> Any:
    return next(one for one in test.button if one.key == key)


def now(store: Store, who: Person) -> Person | None:
    with store.read() as connection:
        return people.find(connection, who.id)


QUERIES: tuple[dict[str, str], ...] = (
    {},
    {"id": ADA.id},
    {"view": "import"},
    {"view": "log"},
    {"id": "p-nobody"},
    {"section": "Z"},
)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize(("who", "lang"), [(INES, "zh"), (ROOT, "en"), (ROOT, "zh")])
def test_page_renders(open_page: Open, who: Person, query: dict[str, str], lang: Lang) -> None:
    test = open_page(who, lang, **query)
    assert not test.exception and "kd-trouble" not in text_of(test) and text_of(test).count("<h1") == 1


@pytest.mark.parametrize("who", [TOM, ADA])
def test_page_is_nothing_for_others(open_page: Open, clicks: list[str], who: Person) -> None:
    assert "Nothing here" in text_of(open_page(who)) and clicks == []


def test_everybody_of_the_course_is_listed_and_nobody_else(open_page: Open, clicks: list[str]) -> None:
    open_page()
    assert ADA.name in clicks[-1] and TOM.name in clicks[-1] and "Elsewhere" not in clicks[-1]


def test_search_finds_by_any_word(open_page: Open, clicks: list[str]) -> None:
    test = open_page()
    test.text_input(key="people-search").set_value("OSEI ada1").run()
    assert ADA.name in clicks[-1] and BEN.name not in clicks[-1]


@pytest.mark.parametrize("name", NAMES)
def test_hostile_name_is_plain_text_everywhere(open_page: Open, store: Store, clicks: list[str], name: str) -> None:
    store.write(lambda connection: people.change(connection, ADA.id, {"name": name, "section": name})).result()
    test = open_page(ROOT, id=ADA.id)
    shown = clicks[-1] + text_of(test) + "".join(one.proto.body for one in test.markdown)
    assert "<img" not in shown and "\u202e" not in shown and "href='http" not in shown
    assert not [one for one in test.button if name in one.label]


def test_erased_and_left_are_counted(open_page: Open, store: Store) -> None:
    Roster(store).take_out(INES.id, BEN.id)
    Records(store).erase(ROOT.id, ADA.id)
    assert "<b>1</b> left" in text_of(test := open_page()) and "<b>1</b> erased" in text_of(test)


def test_log_is_for_admins(open_page: Open, store: Store) -> None:
    Roster(store).change(INES.id, ADA.id, section="Z")
    assert "Changed a person" in text_of(open_page(ROOT, view="log"))
    assert "Changed a person" not in text_of(open_page(INES, view="log"))


def test_instructor_sees_no_role_and_no_erase(open_page: Open) -> None:
    keys = {one.key for one in open_page(INES, id=ADA.id).button}
    assert f"link-{ADA.id}" in keys and not [key for key in keys if key and key.startswith(("role-", "erase-"))]


def test_admin_is_no_more_than_a_name_to_an_instructor(open_page: Open) -> None:
    test = open_page(INES, id=ROOT.id)
    assert "role above yours" in text_of(test) and not [one for one in test.button if one.key == f"link-{ROOT.id}"]


def test_change_is_saved_and_said(open_page: Open, store: Store) -> None:
    test = open_page(INES, id=ADA.id)
    test.text_input(key=f"person-section-{ADA.id}").set_value("C")
    next(one for one in test.button if one.label == "Save").click().run()
    found = now(store, ADA)
    assert found and found.section == "C" and "Saved." in text_of(test)


def test_change_that_is_declined_says_why(open_page: Open) -> None:
    test = open_page(INES, "zh", id=ADA.id)
    test.text_input(key=f"person-email-{ADA.id}").set_value("ben@example.org")
    next(one for one in test.button if one.label == "保存").click().run()
    assert "课程中已有其他人使用这个邮箱" in text_of(test)


def test_personal_link_is_shown_once(open_page: Open) -> None:
    test = button(open_page(INES, id=ADA.id), f"link-{ADA.id}").click().run()
    assert "/join/" in test.code[0].value and not test.run().code


def test_taking_out_asks_first(open_page: Open, store: Store) -> None:
    test = button(open_page(INES, id=ADA.id), f"out-{ADA.id}-ask").click().run()
    found = now(store, ADA)
    assert found and not found.has_left
    button(test, f"out-{ADA.id}-yes").click().run()
    found = now(store, ADA)
    assert found and found.has_left and "Taken out" in text_of(test)


def test_taking_out_can_be_called_off(open_page: Open, store: Store) -> None:
    test = button(open_page(INES, id=ADA.id), f"out-{ADA.id}-ask").click().run()
    button(test, f"out-{ADA.id}-no").click().run()
    assert now(store, ADA) == ADA and f"out-{ADA.id}-ask" in {one.key for one in test.button}


def test_admin_changes_a_role(open_page: Open, store: Store) -> None:
    test = open_page(ROOT, id=ADA.id)
    test.selectbox(key=f"role-{ADA.id}-learner").set_value(Role.ASSISTANT)
    button(test, f"role-do-{ADA.id}").click().run()
    found = now(store, ADA)
    assert found and found.role is Role.ASSISTANT


def test_erase_wants_the_id_typed(open_page: Open, store: Store) -> None:
    test = open_page(ROOT, id=ADA.id)
    assert button(test, f"erase-do-{ADA.id}").disabled
    test.text_input(key=f"erase-id-{ADA.id}").set_value(ADA.id).run()
    button(test, f"erase-do-{ADA.id}").click().run()
    assert now(store, ADA) is None and "Erased." in text_of(test)


def test_no_button_but_apply_is_primary(open_page: Open) -> None:
    kinds = {one.proto.type for one in open_page(ROOT, id=ADA.id).button}
    assert "primary" not in kinds


# ---------- A file ----------


def uploaded(test: AppTest, text: str) -> AppTest:
    test.file_uploader(key="roster-0").set_value(("people.csv", text.encode(), "text/csv"))
    return test.run()


def test_file_is_previewed_then_applied(open_page: Open, store: Store) -> None:
    test = uploaded(open_page(view="import"), "name,email\n<b>Dora</b>,dora@example.org\nBad,bad\n")
    assert "&lt;b&gt;Dora" in text_of(test) and "bad is no email address." in text_of(test)
    button(test, "main-apply").click().run()
    assert Roster(store).find(INES.id, "dora@example.org").name == "<b>Dora</b>"
    assert "Done. People: 1. Refused lines: 1." in text_of(test)


def test_file_that_is_no_roster_says_what_it_needs(open_page: Open) -> None:
    test = uploaded(open_page(view="import"), "Ada,Osei\n")
    assert "It needs email, login or number" in text_of(test) and not [b for b in test.button if b.key == "main-apply"]


def test_roster_that_changed_since_the_preview_is_not_applied(open_page: Open, store: Store) -> None:
    test = uploaded(open_page(view="import"), "name,email\nDora,dora@example.org\n")
    roster = Roster(store)
    roster.apply(INES.id, roster.preview(INES.id, b"name,email\nDora,dora@example.org\n"))
    button(test, "main-apply").click().run()
    assert "changed since this preview" in text_of(test)


def test_file_that_changes_nothing_cannot_be_applied(open_page: Open) -> None:
    assert button(uploaded(open_page(view="import"), "email\nada@example.org\n"), "main-apply").disabled


# ---------- Files to take away ----------


def test_table_is_a_roster_again(open_page: Open, store: Store) -> None:
    open_page()
    everybody = Roster(store).everybody(INES.id)
    text = sheets.written(page.sheet(everybody, set()))
    assert {line.kind.value for line in Roster(store).preview(INES.id, text).lines} == {"same"}


def test_links_are_offered_for_those_who_are_shown(open_page: Open) -> None:
    test = button(open_page(section="B"), "people-links").click().run()
    assert "Links for these 1" in {one.label for one in test.button} and "fresh personal link" in text_of(test)
