"""Answers and verdicts ↔ what stands in a column."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

from grader.model import Json, Verdict

Form = Literal["code", "json"]


@dataclass(frozen=True, slots=True)
class Packed:
    """An answer as bytes. `sha256` is that of the plain text: what a receipt can be checked against."""

    form: Form
    sha256: str
    size: int
    blob: bytes


def pack(answer: Json, form: Form) -> Packed:
    """Compress code or a JSON answer. Raises `TypeError`, `ValueError` or `RecursionError` for what is neither."""
    if form == "code" and not isinstance(answer, str):
        raise TypeError("code is text")
    text = answer if form == "code" else json.dumps(answer, separators=(",", ":"))
    data = text.encode()
    return Packed(form, hashlib.sha256(data).hexdigest(), len(data), zlib.compress(data))


def unpack(form: str, blob: bytes) -> Json:
    """The answer again."""
    text = zlib.decompress(blob).decode()
    return text if form == "code" else json.loads(text)


class _Stored(BaseModel):
    """Carries the setting that writes NaN and the infinities as strings: JSON has no numbers for them, a curve may."""

    model_config = ConfigDict(ser_json_inf_nan="strings")
    verdict: Verdict


_BEFORE, _AFTER = '{"verdict":', "}"


def dump_verdict(verdict: Verdict) -> str:
    """One compact JSON object."""
    return _Stored(verdict=verdict).model_dump_json().removeprefix(_BEFORE).removesuffix(_AFTER)


def load_verdict(text: str) -> Verdict:
    """The verdict again, NaN and infinities included. What an older program wrote is read with today's defaults."""
    return _Stored.model_validate_json(_BEFORE + text + _AFTER).verdict
