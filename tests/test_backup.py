"""A backup is whole, taken while others write, and nothing damaged is ever restored."""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from class_world import ADA, COURSE, a_course, submit
from cli_world import Command, runner

from grader.course.handin.signing import Keys
from grader.errors import UnreadableFile, UsageError
from grader.store import Store, people
from grader.store.backup import MANIFEST, backup, restore

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Store]:
    store = a_course(tmp_path / "data")
    submit(store, ADA)
    yield store
    store.close()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Command:
    return runner(capsys)


def made(tmp_path: Path, name: str = "b.zip") -> Path:
    backup(tmp_path / "data", tmp_path / name, NOW)
    return tmp_path / name


def test_backup_of_a_running_app_comes_back_whole(live: Store, tmp_path: Path) -> None:
    (tmp_path / "data" / "settings.toml").write_text("slots = 2\n")
    key = Keys(tmp_path / "data").rotate()
    restore(made(tmp_path), tmp_path / "new")
    store = Store.open(tmp_path / "new")
    with store.read() as connection:
        names = [person.name for person in people.of_course(connection, COURSE)]
    attempts = [one.verdict is not None for one in store.history(ADA.id, "corr2d")]
    store.close()
    assert ADA.name in names and attempts == [True]
    assert key in Keys(tmp_path / "new").public() and (tmp_path / "new" / "settings.toml").exists()


def test_backup_taken_while_others_write_is_sound_and_holds_what_was_acknowledged_before(
    live: Store, tmp_path: Path
) -> None:
    stop, acknowledged = threading.Event(), [0]

    def write() -> None:
        while not stop.is_set():
            submit(live, ADA)
            acknowledged[0] += 1

    writer = threading.Thread(target=write)
    writer.start()
    while acknowledged[0] < 20:
        pass
    before = acknowledged[0]
    file = made(tmp_path)
    stop.set()
    writer.join()
    restore(file, tmp_path / "new")
    store = Store.open(tmp_path / "new")
    found = len(store.history(ADA.id, "corr2d"))
    store.close()
    assert before < found <= acknowledged[0] + 1


def test_backup_is_for_its_owner_alone(live: Store, tmp_path: Path) -> None:
    assert made(tmp_path).stat().st_mode & 0o077 == 0


def test_backup_never_replaces_a_file(live: Store, tmp_path: Path) -> None:
    file = made(tmp_path)
    held = file.read_bytes()
    with pytest.raises(UsageError, match="exists already"):
        made(tmp_path)
    assert file.read_bytes() == held


def test_restore_into_a_used_folder_is_refused(live: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not empty"):
        restore(made(tmp_path), tmp_path / "data")


@pytest.mark.parametrize("where", [0.2, 0.5, 0.9, 0.999])
def test_damaged_backup_restores_nothing(live: Store, tmp_path: Path, where: float) -> None:
    file = made(tmp_path)
    data = bytearray(file.read_bytes())
    data[int(len(data) * where)] ^= 0xFF
    file.write_bytes(data)
    with pytest.raises(UnreadableFile):
        restore(file, tmp_path / "new")
    assert [one.name for one in (tmp_path / "new").iterdir()] == ["lock"]


def test_backup_cut_short_restores_nothing(live: Store, tmp_path: Path) -> None:
    file = made(tmp_path)
    file.write_bytes(file.read_bytes()[:-100])
    with pytest.raises(UnreadableFile, match="no sound backup"):
        restore(file, tmp_path / "new")


@pytest.mark.parametrize("name", ["../outside", "/outside"])
def test_backup_that_reaches_outside_restores_nothing(live: Store, tmp_path: Path, name: str) -> None:
    file = tmp_path / "evil.zip"
    with zipfile.ZipFile(made(tmp_path)) as good, zipfile.ZipFile(file, "w") as evil:
        evil.writestr(MANIFEST, good.read(MANIFEST).decode().replace('"files": {', f'"files": {{"{name}": "0",'))
        evil.writestr("dojo.sqlite3", good.read("dojo.sqlite3"))
        evil.writestr(name, "x")
    with pytest.raises(UnreadableFile, match="must not"):
        restore(file, tmp_path / "new")
    assert not (tmp_path / "outside").exists()


def test_backup_of_a_newer_program_is_named(live: Store, tmp_path: Path) -> None:
    file = tmp_path / "newer.zip"
    with zipfile.ZipFile(made(tmp_path)) as good, zipfile.ZipFile(file, "w") as newer:
        newer.writestr(MANIFEST, good.read(MANIFEST).decode().replace('"schema": "', '"schema": "9'))
    with pytest.raises(UnreadableFile, match="newer Kernel Dojo"):
        restore(file, tmp_path / "new")


def test_commands_take_and_put_back(live: Store, tmp_path: Path, run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOJO_DATA_DIR", str(tmp_path / "data"))
    assert run("backup", tmp_path / "b.zip").code == 0
    assert run("backup", tmp_path / "b.zip").code == 2
    assert run("restore", tmp_path / "b.zip").code == 2
    monkeypatch.setenv("DOJO_DATA_DIR", str(tmp_path / "new"))
    assert run("restore", tmp_path / "b.zip").code == 0
    (tmp_path / "no.zip").write_text("no backup")
    monkeypatch.setenv("DOJO_DATA_DIR", str(tmp_path / "third"))
    ended = run("restore", tmp_path / "no.zip")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
