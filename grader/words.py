"""Message codes → English and Chinese. The sentences stand in `locale/*.yaml`, both languages side by side.

Arguments may be learner text, which is hostile: it is stripped of control characters and cut, and the result is plain
text. Whoever shows it must show it as plain text too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter

import yaml

from grader.model import Json, Lang, Message, Text

LOCALE = Path(__file__).parent / "locale"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_CUT = 400
_FORMULA = tuple("=+-@＝＋－＠")


@cache
def catalogue(folder: Path = LOCALE) -> Mapping[str, Text]:
    """Every sentence under `folder`, by code. Raises `ValueError` when a code stands twice or a language is missing."""
    texts: dict[str, Text] = {}
    for file in sorted(folder.glob("*.yaml")):
        for code, entry in (yaml.safe_load(file.read_text("utf-8")) or {}).items():
            if code in texts:
                raise ValueError(f"{file.name}: {code} stands twice")
            if not isinstance(entry, dict) or set(entry) != {"en", "zh"}:
                raise ValueError(f"{file.name}: {code} needs en and zh")
            texts[code] = Text(entry["en"], entry["zh"])
    return texts


def plain(text: str, cut: int = _CUT) -> str:
    """Learner text made harmless for a terminal and a page: no control or direction characters, at most `cut` characters."""
    clean = _CONTROL.sub("", text)
    return clean if len(clean) <= cut else clean[: cut - 1] + "…"


def cell(value: Json) -> Json:
    """A value for a spreadsheet: one line of plain text, never a formula."""
    if isinstance(value, bool | int | None):
        return value
    text = " ".join(value) if isinstance(value, list) else str(value)
    text = plain(text.encode(errors="replace").decode(), 2000).replace("\n", " ").replace("\t", " ").strip()
    return f"'{text}" if text.startswith(_FORMULA) else text


def shown(value: Json, lang: Lang) -> str:
    """An argument in words: shapes as 6×7, of one dimension as (6,), numbers with four digits and a true minus, yes-no never."""
    if isinstance(value, list):
        if all(type(n) is int for n in value):
            sizes = "×".join(map(str, value)) or ("标量" if lang == "zh" else "scalar")
            return f"({sizes},)" if len(value) == 1 else sizes
        return ("、" if lang == "zh" else ", ").join(shown(v, lang) for v in value)
    if isinstance(value, float):
        return f"{value:.4g}".replace("-", "−")
    if type(value) is int:
        return str(value).replace("-", "−")
    return plain(str(value))


class _Forgiving(Formatter):
    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, Json]) -> Json:
        return kwargs.get(str(key), "?")


def say(message: Message, lang: Lang, texts: Mapping[str, Text] | None = None) -> str:
    """The sentence for a message. `texts` are an exercise's own messages, spoken of as `exercise.<code>`.

    An unknown code comes back as itself: an old verdict is never unreadable.
    """
    own = message.code.removeprefix("exercise.")
    text = (texts or {}).get(own) if own != message.code else catalogue().get(message.code)
    if text is None:
        return plain(message.code)
    return _Forgiving().vformat(text.to(lang), (), {k: shown(v, lang) for k, v in message.args.items()})
