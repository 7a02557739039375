"""The server page tells administrators what is missing, and nobody else that it exists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from class_world import ADA, INES, ROOT, TOM, a_course, services_for, submit
from streamlit.testing.v1 import AppTest

from grader.course.health import Caretaking
from grader.errors import NotAllowed
from grader.model import Person
from grader.store import Store
from ui.parts import services

FRAME = Path(__file__).parents[1] / "ui" / "frame.py"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = a_course(tmp_path)
    yield made
    made.close()


def opened(monkeypatch: pytest.MonkeyPatch, store: Store, who: Person, judge: str = "ready") -> str:
    ours = services_for(who, store)
    object.__setattr__(ours.dispatch, "state", judge)
    monkeypatch.setattr(services, "build", lambda: ours)
    services.services.clear()
    app = AppTest.from_file(str(FRAME), default_timeout=30).switch_page("pages/admin.py").run()
    assert not app.exception
    return " ".join(str(element.proto) for element in app.get("html"))


@pytest.mark.parametrize(("judge", "said"), [("ready", "All is well"), ("offline", "Something is missing")])
def test_administrator_sees_whether_all_is_well(
    monkeypatch: pytest.MonkeyPatch, store: Store, judge: str, said: str
) -> None:
    submit(store, ADA)
    assert said in opened(monkeypatch, store, ROOT, judge)


@pytest.mark.parametrize("who", [ADA, TOM, INES])
def test_nobody_else_sees_it(monkeypatch: pytest.MonkeyPatch, store: Store, who: Person) -> None:
    body = opened(monkeypatch, store, who)
    assert "Nothing here" in body and "<table class='kd-health'" not in body


@pytest.mark.parametrize("who", [ADA, TOM, INES])
def test_use_case_refuses_everybody_else(store: Store, tmp_path: Path, who: Person) -> None:
    with pytest.raises(NotAllowed):
        Caretaking(store, tmp_path).look(who.id)
