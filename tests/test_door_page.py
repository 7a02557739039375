"""The stranger's page for people whom a provider knows, and fragments whose session ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from class_world import ADA, NOON, a_course, services_for
from streamlit.testing.v1 import AppTest

from grader.course.people.people import People
from grader.errors import NotAllowed
from grader.model import Person, Role
from grader.store import Store, people
from ui.parts import identity, page, services

FRAME = str(Path(__file__).parents[1] / "ui" / "frame.py")
TWIN = Person("p-twin", "other", Role.ASSISTANT, "", "Ada <b>Twin</b>", "ada@example.org")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    made = a_course(tmp_path)
    ours = services_for(ADA, made)
    monkeypatch.setattr(ours.people, "of_session", shut)  # AppTest has no cookies
    monkeypatch.setattr(services, "build", lambda: ours)
    monkeypatch.setattr(identity, "providers", lambda: ("default",))
    services.services.clear()
    yield made
    services.services.clear()
    made.close()


def shut(secret: str) -> Person:
    raise NotAllowed("Nobody is signed in here.")


def shown(monkeypatch: pytest.MonkeyPatch, said: dict[str, Any] | None) -> AppTest:
    monkeypatch.setattr(identity, "claims", lambda: said)
    monkeypatch.setattr(identity, "proven_email", lambda claims: claims.get("email", ""))
    return AppTest.from_file(FRAME, default_timeout=30).run()


def html_of(test: AppTest) -> str:
    return "\n".join(element.proto.body for element in test.main if element.type == "html")


def test_somebody_in_two_courses_chooses_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write(lambda c: people.add(c, TWIN, NOON)).result()
    html = html_of(shown(monkeypatch, {"email": "ada@example.org"}))
    tickets = re.findall(r"action='/join/([\w-]{43})'", html)
    assert "Which course?" in html and "Ada &lt;b&gt;Twin" in html
    assert [People(store).join(ticket)[1].id for ticket in tickets] == [ADA.id, TWIN.id]


def test_drawing_the_page_again_makes_no_further_ticket(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    test = shown(monkeypatch, {"email": "ada@example.org"})
    assert html_of(test) == html_of(test.run())


def test_visitor_whom_no_provider_knows_is_offered_to_sign_in(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    test = shown(monkeypatch, None)
    assert [button.label for button in test.button if button.key != "lang-switch"] == ["Sign in"]


def test_unproven_address_is_named_as_plain_text(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    html = html_of(shown(monkeypatch, {"email": "<img src=x>"}))
    assert "&lt;img src=x&gt;, but no course" in html and "<img" not in html


@pytest.mark.parametrize("is_stranger", [True, False])
def test_fragment_that_may_not_go_on_shows_the_door_or_nothing(
    monkeypatch: pytest.MonkeyPatch, is_stranger: bool
) -> None:
    done: list[str] = []
    monkeypatch.setattr(page, "is_stranger", lambda: is_stranger)
    monkeypatch.setattr("ui.parts.page.st.rerun", lambda: done.append("door"))
    monkeypatch.setattr(page, "not_found", lambda kind: done.append("nothing"))

    def refuse() -> None:
        raise NotAllowed("no")

    page.guarded(refuse)
    assert done[0] == ("door" if is_stranger else "nothing")
