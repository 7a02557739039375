"""A data folder belongs to one process at a time, and to one person."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.errors import StoreError
from grader.store import Store
from grader.store.folder import Folder

ROOT = Path(__file__).parents[1]
OPEN = "import sys; from pathlib import Path; from grader.store import Store; from grader.errors import StoreError\n"
TELL = (
    "try: Store.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()\nexcept StoreError as e: print(e)"
)


def start(folder: Path) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", OPEN + TELL, str(folder)], cwd=ROOT, stdin=pipe, stdout=pipe, text=True
    )


def test_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    Store.open(tmp_path / "a" / "b").close()
    assert (tmp_path / "a" / "b").is_dir()


def test_folder_is_private(tmp_path: Path) -> None:
    Store.open(tmp_path / "data").close()
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_second_holder_is_told_who_holds_it(tmp_path: Path) -> None:
    first = Folder.hold(tmp_path)
    with pytest.raises(StoreError) as caught:
        Folder.hold(tmp_path)
    first.release()
    assert str(caught.value) == (
        f"The data folder {tmp_path} is in use by another Kernel Dojo (process {os.getpid()}). "
        "Stop that one, or set DOJO_DATA_DIR to another folder."
    )


def test_released_folder_can_be_held(tmp_path: Path) -> None:
    Folder.hold(tmp_path).release()
    Folder.hold(tmp_path).release()


def test_folder_of_a_killed_process_can_be_held(tmp_path: Path) -> None:
    with start(tmp_path) as child:
        assert child.stdout and child.stdout.readline() == "open\n"
        child.kill()
    Folder.hold(tmp_path).release()


def test_four_processes_at_once_and_one_has_it(tmp_path: Path) -> None:
    children = [start(tmp_path / "new") for _ in range(4)]
    said = [child.stdout.readline() for child in children if child.stdout]
    for child in children:
        child.communicate()
    assert sorted("open" if line == "open\n" else line[:15] for line in said) == ["The data folder"] * 3 + ["open"]


def test_child_program_does_not_inherit_the_lock(tmp_path: Path) -> None:
    held = Folder.hold(tmp_path)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        held.release()
        Folder.hold(tmp_path).release()
        child.communicate(b"\n")


def test_file_instead_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(StoreError, match=r"cannot be used: File exists\. Set DOJO_DATA_DIR to a folder"):
        Store.open(tmp_path / "data")


def test_folder_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # a superuser may write anywhere, so the kernel would not refuse in a test
    with pytest.raises(StoreError, match=r"cannot be used: Permission denied\."):
        Folder.hold(tmp_path)
