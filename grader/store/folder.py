"""The data folder: made private, and used by one process at a time."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from grader.errors import FolderInUse, StoreError

LOCK = "lock"


class Folder:
    """A data folder that this process holds until `release`. The kernel frees it when the process dies, however it dies."""

    def __init__(self, path: Path, lock: int) -> None:
        self.path = path
        self._lock = lock

    @classmethod
    def hold(cls, path: Path) -> Folder:
        """Make and lock the folder. Raises `StoreError` when it cannot be written or another process holds it."""
        try:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = os.open(path / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            said = f"The data folder {path} cannot be used: {error.strerror}."
            raise StoreError(f"{said} Set DOJO_DATA_DIR to a folder that you can write.") from None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.read(lock, 20).decode(errors="replace").strip()
            os.close(lock)
            said = f"The data folder {path} is in use by another Kernel Dojo (process {holder or 'unknown'})."
            raise FolderInUse(f"{said} Stop that one, or set DOJO_DATA_DIR to another folder.") from None
        os.truncate(lock, 0)
        os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)
        return cls(path, lock)

    def release(self) -> None:
        """Let another process have it."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1
