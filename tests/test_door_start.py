"""Where the app may start: for other computers only with a course, in which everybody is somebody."""

from __future__ import annotations

from pathlib import Path

import pytest
from class_world import NOON

from grader.course.people.people import People
from grader.errors import UsageError
from grader.store import Store, people
from ui.guard import is_near, refuse_nobodys
from ui.parts import services


@pytest.mark.parametrize("name", ["localhost", "dojo.localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]"])
def test_this_computer_needs_no_course(name: str) -> None:
    assert is_near(name)
    refuse_nobodys([name], has_courses=False)


@pytest.mark.parametrize("name", ["dojo.example.org", "192.168.1.5", "0.0.0.0", "*.example.org", "localhost.evil.org"])
def test_other_computers_need_a_course(name: str) -> None:
    assert not is_near(name)
    with pytest.raises(UsageError):
        refuse_nobodys(["localhost", name], has_courses=False)
    refuse_nobodys(["localhost", name], has_courses=True)


def test_app_for_others_without_a_course_says_how_to_make_one_and_lets_the_folder_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOJO_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DOJO_HOSTS", "localhost,dojo.example.org")
    with pytest.raises(UsageError, match=r"dojo\.example\.org.*`python -m grader course`.*`python -m grader demo`"):
        services.build()
    Store.open(tmp_path).close()


def test_course_made_beside_the_running_app_ends_local_mode_at_once(tmp_path: Path) -> None:
    store, beside = Store.open(tmp_path), Store.visit(tmp_path)
    door = People(store)
    assert not door.has_courses()
    beside.write(lambda c: people.add_course(c, "autumn", "Autumn", "UTC", NOON)).result()
    assert door.has_courses()
    beside.close()
    store.close()
