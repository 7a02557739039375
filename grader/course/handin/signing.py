"""Signed files: a JSON object, its signature inside, in one form byte for byte, so that one changed bit fails.

Ed25519 (RFC 8032) of `cryptography`. Keys lie in the data folder: the private ones readable by nobody else, the public
ones kept after a rotation, so that old receipts stay valid.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from grader.errors import StoreError, UnreadableFile
from grader.model import Json

FOLDER = "keys"
SIGNATURE, KEY = "signature", "key"


@dataclass(frozen=True, slots=True)
class Check:
    """What is to be said of a signed file: `body` is believed only when `fault` is empty."""

    body: Mapping[str, Json]
    fault: str = ""


class Keys:
    """The keys of a data folder. The newest signs; made when first needed."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / FOLDER

    def sign(self, body: Mapping[str, Json]) -> bytes:
        """The file: `body`, the id of the key and the signature. The same body always gives the same bytes."""
        private = self._current()
        signed = {**body, KEY: id_of(private.public_key())}
        return _bytes({**signed, SIGNATURE: private.sign(_bytes(signed)).hex()})

    def public(self) -> dict[str, Ed25519PublicKey]:
        """All public keys by id, those that do not sign any more too."""
        return {file.stem: _read_public(file) for file in sorted(self._folder.glob("*.pub"))}

    def public_file(self) -> Path:
        """The PEM of the key that signs today: what to hand to whoever verifies elsewhere."""
        return self._folder / f"{id_of(self._current().public_key())}.pub"

    def rotate(self) -> str:
        """Sign with a new key from now on → its id."""
        private = Ed25519PrivateKey.generate()
        id = id_of(private.public_key())
        pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        public = private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(self._folder / f"{id}.pub", public)
            _write(self._folder / f"{id}.key", pem)
            _write(self._folder / "current", id.encode())
        except OSError as error:
            raise StoreError(f"No key can be written to {self._folder}: {error.strerror}.") from None
        return id

    def _current(self) -> Ed25519PrivateKey:
        name = self._folder / "current"
        if not name.exists():
            self.rotate()
        private = load_pem_private_key((self._folder / f"{name.read_text('ascii')}.key").read_bytes(), None)
        assert isinstance(private, Ed25519PrivateKey)
        return private


def read_key(file: Path) -> Ed25519PublicKey:
    """A public key in PEM. Raises `UnreadableFile`."""
    try:
        return _read_public(file)
    except (OSError, ValueError, AssertionError):
        raise UnreadableFile(f"{file} is no Ed25519 public key in PEM form.") from None


def check(data: bytes, keys: Mapping[str, Ed25519PublicKey]) -> Check:
    """Whether a file is, bit for bit, what one of these keys signed."""
    try:
        body = json.loads(data)
        signature = bytes.fromhex(body[SIGNATURE])
        signed = {name: value for name, value in body.items() if name != SIGNATURE}
        is_ours = data == _bytes({**signed, SIGNATURE: signature.hex()})
        key = keys.get(str(body[KEY]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Check({}, "it is no signed file any more")
    if not is_ours:
        return Check({}, "its bytes are not those that were signed")
    if key is None:
        return Check({}, "it was signed with another key, or the key's name was changed")
    try:
        key.verify(signature, _bytes(signed))
    except InvalidSignature:
        return Check({}, "the signature does not fit what it says")
    return Check(body)


def id_of(key: Ed25519PublicKey) -> str:
    """Sixteen hexadecimal digits that name a public key."""
    return hashlib.sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()[:16]


def _bytes(body: Mapping[str, Json]) -> bytes:
    """The one form in which a body is signed and written."""
    return (json.dumps(body, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n").encode()


def _read_public(file: Path) -> Ed25519PublicKey:
    key = load_pem_public_key(file.read_bytes())
    assert isinstance(key, Ed25519PublicKey)
    return key


def _write(file: Path, data: bytes) -> None:
    """All of it or nothing, for nobody else's eyes."""
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    part.replace(file)
