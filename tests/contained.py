"""Runs a program under the conditions of compose.yaml, where there is no container engine: in a throw-away world (see
`throwaway`) in which nothing can be written but /tmp, /dev/shm and a data folder, as an ordinary user without any
capability and without a way to new privileges.

    python tests/contained.py UID SECONDS PROGRAM [ARGUMENT …]

Python and this checkout may stand where only their owner may look, or in /tmp, which is another one in a container:
what stands in their way is covered by an empty folder, and they are shown in it again, in their own place.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import throwaway
from throwaway import mount

from grader.sandbox.jail import die_with_parent, prctl

DATA = throwaway.FOLDER / "data"
"""Where a container has its volume."""

_TMP = Path("/tmp")
_STAGE = throwaway.FOLDER / "stage"
_MS_RDONLY, _MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_REMOUNT, _MS_BIND, _MS_REC = 1, 2, 4, 8, 0x20, 0x1000, 0x4000
_NO_PROGRAMS = _MS_NOSUID | _MS_NODEV | _MS_NOEXEC
_PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS = 24, 38


def _needed() -> list[Path]:
    """This checkout, Python and its packages, under every name that leads to them; outer folders first."""
    folders = [Path(__file__).parents[1], Path(sys.prefix), Path(sys.base_prefix)]
    return sorted({name for folder in folders for name in (folder.absolute(), folder.resolve())})


def _closed(folders: list[Path]) -> Iterator[Path]:
    """Folders on the way that not everybody may enter."""
    for folder in folders:
        yield from (way for way in reversed(folder.parents) if not way.stat().st_mode & stat.S_IXOTH)


def _outermost(folders: set[Path]) -> list[Path]:
    return [folder for folder in sorted(folders) if not folders & set(folder.parents)]


def show_in_the_open() -> None:
    """Cover /tmp and what is closed, and put back what is needed of it. Raises OSError."""
    needed = _needed()
    covers = _outermost({_TMP, *_closed(needed)})
    hidden = {folder: _STAGE / str(n) for n, folder in enumerate(needed) if set(covers) & set(folder.parents)}
    for folder, stage in hidden.items():
        stage.mkdir(parents=True)
        mount(str(folder), str(stage), _MS_BIND | _MS_REC)
    for cover in covers:
        mount("tmpfs", str(cover), _NO_PROGRAMS, f"size=256m,mode={'1777' if cover == _TMP else '755'}")
    for folder, stage in hidden.items():
        folder.mkdir(parents=True, exist_ok=True)
        mount(str(stage), str(folder), _MS_BIND | _MS_REC)
    for cover in {*covers, Path("/var/tmp")} - {_TMP}:
        mount(None, str(cover), _MS_REMOUNT | _MS_BIND | _MS_RDONLY | _NO_PROGRAMS)


def give_up(uid: int) -> None:
    """Become this user, if we are root, and give up every capability and every way to one. Raises OSError."""
    for capability in range(int(Path("/proc/sys/kernel/cap_last_cap").read_text()) + 1):
        prctl(_PR_CAPBSET_DROP, capability)
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    die_with_parent(os.getppid())  # once more: who becomes another user has forgotten it
    prctl(_PR_SET_NO_NEW_PRIVS, 1)


def main(uid: str, seconds: str, *program: str) -> NoReturn:
    """Enter the world and become the program, which is its process 1, as in a container."""
    throwaway.enter(int(seconds))
    os.umask(0o022)
    try:
        show_in_the_open()
        give_up(int(uid))
        DATA.mkdir(mode=0o700)
    except OSError as error:
        sys.exit(throwaway.REMEDY.format(error))
    for folder in _needed():
        if not os.access(folder, os.R_OK | os.X_OK):
            sys.exit(f"The image's user cannot read {folder}. Allow it: chmod -R o+rX {folder}")
    os.execv(program[0], program)


if __name__ == "__main__":
    main(*sys.argv[1:])
