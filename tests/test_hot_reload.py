"""An author writes while the app runs: what changed on disk shows at the next click, and a fault is told with its remedy."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import fakes
import pytest
from catalog_world import build, change
from judge_world import Here
from streamlit.testing.v1 import AppTest
from test_pages_exercise import FRAME, text_of

from grader.catalog import Catalog
from grader.course import Learning
from grader.judge import Judge
from grader.model import Isolation, Mode, Outcome
from grader.store import Store
from grader.words import say
from ui.parts import services, verdicts
from ui.parts.services import Services

ADD = "sums/add/statement.md"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return build(tmp_path / "exercises")


@pytest.fixture
def open_page(course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., AppTest]]:
    """The app with a real catalog that looks at every click, on a computer of its author's or (hosts) on a server."""
    dispatch: Any = SimpleNamespace(state="ready", waiting=0, isolation=Isolation("full", ()))
    store = Store.open(tmp_path / "data")

    def opened(page: str, id: str, hosts: tuple[str, ...] = ()) -> AppTest:
        settings = cast(Any, SimpleNamespace(slots=1, base_path="", hosts=hosts))
        catalog = Catalog.load(course, look_every=0, lenient=True)
        ours = Services(settings, catalog, Learning(catalog, store, dispatch), dispatch, store)
        monkeypatch.setattr(services, "build", lambda: ours)
        services.services.clear()
        test = AppTest.from_file(FRAME, default_timeout=30).run()
        test.switch_page(f"pages/{page}.py")
        test.query_params["id"] = id
        return test.run()

    yield opened
    services.services.clear()
    store.close()


Open = Callable[..., AppTest]


def test_changed_statement_shows_at_the_next_click(course: Path, open_page: Open) -> None:
    page = open_page("exercise", "add")
    change(course, ADD, "Add two numbers.", "Add exactly two numbers.")
    assert "Add exactly two numbers." in text_of(page.run())


def test_new_exercise_with_its_line_shows_at_the_next_click(course: Path, open_page: Open) -> None:
    page = open_page("concept", "sums")
    shutil.copytree(course / "sums/add", course / "sums/thrice")
    change(course, "sums/thrice/statement.md", "# Add", "# Add three")
    change(course, "course.yaml", "[add, pick]", "[add, pick, thrice]")
    assert "2 exercises" in text_of(page) and "3 exercises" in text_of(page.run())


def test_new_exercise_without_its_line_is_told(course: Path, open_page: Open) -> None:
    page = open_page("concept", "sums")
    shutil.copytree(course / "sums/add", course / "sums/thrice")
    assert "course.yaml, line 2: the exercise sums/thrice is not listed; add thrice" in text_of(page.run())


@pytest.mark.parametrize(
    ("page", "stays", "file", "old", "new"),
    [
        ("exercise", "Write `add`", ADD, "kind: function", "kind: essay"),
        ("exercise", "Write `add`", "course.yaml", "[add, pick]", "[add, pick"),
        ("exercise", "Write `add`", "sums/concept.md", "# Sums", "Sums"),
        ("concept", "2 exercises", ADD, "## Hints", "## Clues"),
        ("learn", "Concepts", "sums/add/wrong/minus.py", "zh:", "cn:"),
    ],
)
def test_broken_file_is_told_and_the_page_stays(
    course: Path, open_page: Open, page: str, stays: str, file: str, old: str, new: str
) -> None:
    shown = open_page(page, "sums" if page == "concept" else "add")
    change(course, file, old, new)
    said = text_of(shown.run())
    assert not shown.exception and f"{file}, line " in said and "cannot be shown" not in said and stays in said


def test_fault_goes_when_it_is_mended(course: Path, open_page: Open) -> None:
    shown = open_page("exercise", "add")
    change(course, ADD, "kind: function", "kind: essay")
    shown.run()
    change(course, ADD, "kind: essay", "kind: function")
    assert "For the author" not in text_of(shown.run())


def test_exercise_that_was_never_readable_says_so_on_its_page(course: Path, open_page: Open) -> None:
    change(course, ADD, "kind: function", "kind: essay")
    said = text_of(open_page("exercise", "add"))
    assert "Nothing here" in said and "sums/add/statement.md, line 2" in said


def test_faults_are_not_told_to_learners_of_a_server(course: Path, open_page: Open) -> None:
    change(course, ADD, "kind: function", "kind: essay")
    assert "line 2" not in text_of(open_page("concept", "sums", hosts=("dojo.example.org",)))


def test_broken_exercise_py_is_said_to_its_author_alone(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (course / "sums/add/exercise.py").write_text("x = 1\ny = nothing\n", "utf-8")
    verdict = Judge(course, Here()).grade("add", "def add(a, b): return a + b", mode=Mode.RUN, seed=1)
    assert verdict.outcome is Outcome.INTERNAL and verdict.message
    assert "sums/add/exercise.py, line 2: it raised NameError" in say(verdict.message, "en")
    for hosts, is_told in (((), True), (("dojo.example.org",), False)):
        ours = SimpleNamespace(settings=SimpleNamespace(hosts=hosts), learning=fakes.FakeLearning())
        monkeypatch.setattr(verdicts, "services", lambda ours=ours: ours)
        monkeypatch.setattr("ui.parts.speak.lang", lambda: "en")
        assert ("line 2: it raised" in verdicts.finished(fakes.CORR2D, verdict, 1).top) is is_told
