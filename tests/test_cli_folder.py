"""Commands beside the app: which data folder they open, and which they do not make by a slip."""

from __future__ import annotations

from pathlib import Path

import pytest
from class_world import a_course

from grader.cli.folder import store
from grader.errors import UsageError
from grader.store import Store, people


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOJO_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


def courses(opened: Store) -> list[str]:
    with opened.read() as connection:
        return people.course_ids(connection)


def test_folder_without_data_is_refused_and_not_made(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"no data in .*/data yet.*DOJO_DATA_DIR"), store():
        pass
    assert not folder.exists()


def test_folder_is_made_for_a_command_that_makes_courses(folder: Path) -> None:
    with store(make=True) as opened:
        assert courses(opened) == []


def test_folder_of_a_running_app_is_opened_beside_it(folder: Path) -> None:
    app = a_course(folder)
    try:
        with store() as opened:
            assert courses(opened) == ["autumn", "other"]
    finally:
        app.close()
