"""Inputs of their own for each learner: the seed follows from who they are and from a secret of this data folder.

Without the secret nobody can work out another's inputs, or their own beforehand.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import threading
from collections.abc import Mapping
from pathlib import Path

from grader.errors import StoreError
from grader.model import Json

FILE = "variants.key"
_BYTES = 32
_SEED_BITS = 31


class Variants:
    """Seeds of learners. The secret is made at the first use; whoever restores the data folder needs it too."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._lock = threading.Lock()
        self._secret = b""

    def seed(self, learner: str, exercise: str) -> int:
        """The seed that this learner meets in this exercise, at every attempt."""
        told = f"{learner}\n{exercise}".encode()
        digest = hmac.digest(self._key(), told, hashlib.sha256)
        return int.from_bytes(digest[:8], "big") >> (64 - _SEED_BITS)

    def untold(self, learner: str, everything: Mapping[str, Json]) -> dict[str, Json]:
        """A learner's own export without seeds that they will meet again: with the course's files they tell the inputs."""
        found = [self._untold(learner, one) for one in everything["submissions"]]
        return {**everything, "submissions": found}

    def _untold(self, learner: str, one: Mapping[str, Json]) -> Mapping[str, Json]:
        if not self._file.exists() or one["seed"] != self.seed(learner, one["exercise"]):
            return one
        verdict = one["verdict"] and {**one["verdict"], "seed": None}
        return {**one, "seed": None, "verdict": verdict}

    def _key(self) -> bytes:
        with self._lock:
            if not self._secret:
                self._secret = self._read() or self._make()
            return self._secret

    def _read(self) -> bytes:
        try:
            found = self._file.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise StoreError(f"{self._file} cannot be read: {error.strerror}.") from None
        if len(found) != _BYTES:
            raise StoreError(f"{self._file} is damaged. Put it back from a backup, or remove it: inputs change then.")
        return found

    def _make(self) -> bytes:
        """Written beside its place and linked into it: of two processes that come first, one wins, and none reads half."""
        secret = secrets.token_bytes(_BYTES)
        beside = self._file.with_name(f".{FILE}.{secrets.token_hex(4)}")
        try:
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                os.write(descriptor, secret)
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            try:
                os.link(beside, self._file)
            except FileExistsError:
                return self._read()
            finally:
                beside.unlink()
        except OSError as error:
            raise StoreError(f"{self._file} cannot be written: {error.strerror}.") from None
        return secret
