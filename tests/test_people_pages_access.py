"""Who may see what: every page of the navigation, asked for by every role, by a stranger and by somebody from elsewhere."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from class_world import ADA, BEN, CHEN, EVE, INES, ROOT, TOM, a_course, services_for, submit
from streamlit.testing.v1 import AppTest

from grader.errors import NotAllowed
from grader.model import Person, Role
from grader.store import Store
from ui.parts import services

FRAME = Path(__file__).parents[1] / "ui" / "frame.py"


def pages() -> dict[str, Role]:
    """The pages of the navigation, and for whom each is. Read, not imported: importing the frame would draw a page."""
    (listed,) = (
        line.value
        for line in ast.parse(FRAME.read_text("utf-8")).body
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name) and line.targets[0].id == "PAGES"
    )
    assert isinstance(listed, ast.Tuple)
    found = {}
    for call in listed.elts:
        assert isinstance(call, ast.Call) and isinstance(call.args[0], ast.Constant)
        roles = [word.value.attr for word in call.keywords if isinstance(word.value, ast.Attribute)]
        found[str(call.args[0].value)] = Role[roles[0]] if roles else Role.LEARNER
    return found


PAGES = pages()
FIRST = next(iter(PAGES))
NOTHING, DOOR, FAILED = b"Nothing here", b"You are not signed in", b"This page cannot be shown"
Open = Callable[..., bytes]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = a_course(tmp_path_factory.mktemp("data"))
    for who in (ADA, BEN, CHEN):
        submit(made, who)
    yield made
    made.close()


@pytest.fixture
def open_page(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    def opened(page: str, who: Person | None, **query: str) -> bytes:
        ours = services_for(who or ADA, store)
        if who is None:
            monkeypatch.setattr(ours.people, "of_session", shut)
        monkeypatch.setattr(services, "build", lambda: ours)
        services.services.clear()
        test = AppTest.from_file(str(FRAME), default_timeout=30)
        if page != FIRST:
            test.switch_page(f"pages/{page}.py")
        for name, value in query.items():
            test.query_params[name] = value
        return sent(test.run())

    yield opened
    services.services.clear()


def shut(secret: str) -> Person:
    raise NotAllowed("Nobody is signed in here.")


def sent(test: AppTest) -> bytes:
    """Everything that goes to the browser, whatever kind of element it is in."""

    def walk(node: Any) -> Iterator[bytes]:
        yield node.proto.SerializeToString() if getattr(node, "proto", None) else b""
        for child in getattr(node, "children", {}).values():
            yield from walk(child)

    return b"\n".join(walk(test._tree))


def marks_of(*whom: Person) -> list[bytes]:
    """What would give these people away."""
    facts = [fact for person in whom for fact in (person.id, person.name, person.email)]
    return [fact.encode() for fact in facts if fact]


def found(page: bytes, *whom: Person) -> list[bytes]:
    return [mark for mark in marks_of(*whom) if mark in page]


@pytest.mark.parametrize("page", [*PAGES, "door"])
def test_stranger_sees_the_door_alone(open_page: Open, page: str) -> None:
    shown = open_page(page, None, id="corr2d")
    assert DOOR in shown and found(shown, ADA, BEN, CHEN, INES, TOM, ROOT, EVE) == []
    assert b"corr2d" not in shown and b"/leave" not in shown


@pytest.mark.parametrize("page", [*PAGES])
@pytest.mark.parametrize("id", [BEN.id, "corr2d"])
def test_learner_sees_nothing_of_other_learners(open_page: Open, page: str, id: str) -> None:
    shown = open_page(page, ADA, id=id)
    assert found(shown, BEN, CHEN, EVE) == [] and FAILED not in shown


@pytest.mark.parametrize(
    ("page", "who"),
    [(page, who) for page, role in PAGES.items() for who in (ADA, TOM, INES) if not who.role.covers(role)],
    ids=lambda x: getattr(x, "login", x),
)
def test_page_of_a_higher_role_is_as_if_it_were_not_there(open_page: Open, page: str, who: Person) -> None:
    shown = open_page(page, who)
    others = [person for person in (ADA, BEN, CHEN, EVE) if person != who]
    assert NOTHING in shown and found(shown, *others) == []


@pytest.mark.parametrize("page", [*PAGES])
@pytest.mark.parametrize(
    ("who", "id", "foreign"),
    [(EVE, BEN.id, (ADA, BEN, CHEN, INES, TOM)), (INES, EVE.id, (EVE,))],
    ids=["from-elsewhere", "from-here"],
)
def test_staff_see_nothing_of_another_course(
    open_page: Open, page: str, who: Person, id: str, foreign: tuple[Person, ...]
) -> None:
    shown = open_page(page, who, id=id)
    assert found(shown, *foreign) == [] and FAILED not in shown


@pytest.mark.parametrize("who", [ADA, TOM, INES, ROOT], ids=lambda person: person.login)
def test_everybody_sees_their_name_and_a_way_out(open_page: Open, who: Person) -> None:
    shown = open_page(FIRST, who)
    assert who.name.encode() in shown and b"action='/leave'" in shown


def test_hostile_name_stays_text_in_the_corner(open_page: Open) -> None:
    hostile = Person("p-evil", "autumn", Role.LEARNER, "", "<img src=x onerror=alert(1)>")
    assert b"<img" not in open_page(FIRST, hostile)


def test_click_after_the_session_ended_leads_to_the_door_and_writes_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = services_for(CHEN, store)
    monkeypatch.setattr(services, "build", lambda: ours)
    services.services.clear()
    test = AppTest.from_file(str(FRAME), default_timeout=30).run()
    assert CHEN.name.encode() in sent(test)
    monkeypatch.setattr(ours.people, "of_session", shut)
    chosen: list[str] = []
    monkeypatch.setattr(ours.learning, "set_language", lambda who, lang: chosen.append(who))
    after = sent(test.button(key="lang-switch").click().run())
    assert "你尚未登录".encode() in after and found(after, CHEN) == [] and chosen == []
    services.services.clear()


def test_tab_that_comes_back_as_somebody_else_forgets_what_it_knew(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = services_for(ADA, store)
    monkeypatch.setattr(services, "build", lambda: ours)
    services.services.clear()
    test = AppTest.from_file(str(FRAME), default_timeout=30).run()
    test.session_state["code of Ada"] = "secret"
    monkeypatch.setattr(ours.people, "of_session", lambda secret: BEN)
    test.run()
    assert "code of Ada" not in test.session_state
    services.services.clear()
