"""A table in a file of somebody else's, of which single cells may be changed and every other byte stays as it was.

No reader of CSV keeps what it reads: quotes that were not needed, mixed line ends, a mark at the beginning. So the text
is cut into cells and nothing is thrown away: put together again it is the same file.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from grader.errors import UnreadableFile

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE_END = re.compile("\r\n|\r|\n")
_HIGH = re.compile(rb"[\x80-\xff]+")
_DELIMITERS = ",;\t"
_HEAD = 20_000
MOST_BYTES = 20_000_000
"""Larger files are refused."""


@dataclass(slots=True)
class Line:
    """One record: its cells as they stand in the file, and how it ends."""

    cells: list[str]
    end: str


@dataclass(slots=True)
class Sheet:
    """A file cut into cells. `read` says what a cell means, `write` replaces one, `emit` gives the file back."""

    lines: list[Line]
    delimiter: str
    encoding: str
    mark: bytes = b""
    preamble: str = ""
    """A first line `sep=;`, which only Excel understands."""
    is_wide: bool = False
    """UTF-16: the text is text. Else it is one character a byte."""

    def read(self, line: int, column: int) -> str:
        """What stands in a cell, without quotes; empty where the line is too short."""
        cells = self.lines[line].cells
        return self._said(cells[column]) if 0 <= column < len(cells) else ""

    def row(self, line: int) -> list[str]:
        """What stands in all cells of a line."""
        return [self._said(cell) for cell in self.lines[line].cells]

    def is_empty(self, line: int) -> bool:
        """Whether nothing stands in a line."""
        return not any(cell.strip() for cell in self.row(line))

    def write(self, line: int, column: int, text: str) -> None:
        """Put plain ASCII text into a cell, quoted as that cell was."""
        cells = self.lines[line].cells
        while len(cells) <= column:
            cells.append("")
        needs = self.delimiter in text or '"' in text
        is_quoted = cells[column].startswith('"') or needs
        cells[column] = '"' + text.replace('"', '""') + '"' if is_quoted else text

    def emit(self) -> bytes:
        """The whole file."""
        text = self.preamble + "".join(self.delimiter.join(line.cells) + line.end for line in self.lines)
        return self.mark + _to_bytes(text, self.encoding, self.is_wide)

    def _said(self, cell: str) -> str:
        text = cell
        if cell.startswith('"'):
            close = _closing(cell)
            text = cell[1:close].replace('""', '"') + cell[close + 1 :]
        return text if self.is_wide else text.encode("latin-1").decode(self.encoding, "replace")


def sheet_of(data: bytes) -> Sheet:
    """Cut a file into cells. Raises `UnreadableFile`: empty, too large, no text, a quotation mark never closed."""
    if len(data) > MOST_BYTES:
        raise UnreadableFile(f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
    mark, encoding = _encoding(data)
    is_wide = encoding.startswith("utf-16")
    # one character a byte keeps bytes that are wrong in their encoding; delimiters, quotes and line ends are ASCII in all
    text = _wide(data[len(mark) :], encoding) if is_wide else data[len(mark) :].decode("latin-1")
    preamble = ""
    if found := re.match("sep=([,;\t])(\r\n|\r|\n)", text):
        preamble = found[0]
    delimiter = found[1] if found else _delimiter(text)
    lines = list(_lines(text[len(preamble) :], delimiter))
    if not lines:
        raise UnreadableFile("The file is empty.")
    return Sheet(lines, delimiter, encoding, mark, preamble, is_wide)


def _encoding(data: bytes) -> tuple[bytes, str]:
    """The mark at the beginning and the encoding; without a mark UTF-8, UTF-16, GB18030, or Windows' Western one."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    head = data[:_HEAD]
    if b"\0" in head:
        even, odd = head[::2].count(0), head[1::2].count(0)
        return b"", "utf-16-le" if odd > even else "utf-16-be"
    for encoding in ("utf-8", "gb18030"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or _is_in_pairs(data):
            return b"", encoding
    return b"", "cp1252"


def _is_in_pairs(data: bytes) -> bool:
    """Whether high bytes mostly come two by two, as in Chinese; in Western names they stand alone."""
    runs = [len(run) for run in _HIGH.findall(data)]
    return 2 * sum(length % 2 == 0 for length in runs) >= len(runs)


def _wide(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        raise UnreadableFile("The file is cut off in the middle of a character.") from None


def _to_bytes(text: str, encoding: str, is_wide: bool) -> bytes:
    return text.encode(encoding, "surrogatepass") if is_wide else text.encode("latin-1")


def _delimiter(text: str) -> str:
    """What parts the cells of the first line in which anything stands; a comma where nothing does."""
    outside = re.sub('"[^"]*"', "x", text[:_HEAD])
    first = next((line for line in _LINE_END.split(outside) if line.strip()), "")
    return max(_DELIMITERS, key=first.count)


def _lines(text: str, delimiter: str) -> Iterator[Line]:
    """Records in order. A quote counts only where a cell begins; inside quotes a line end is part of the cell."""
    bare = re.compile("[^\r\n" + re.escape(delimiter) + "]*")
    at = 0
    cells: list[str] = []
    while at < len(text):
        end = at
        if text.startswith('"', at):
            end = _closing(text, at) + 1
        found = bare.match(text, end)
        end = found.end() if found else end
        cells.append(text[at:end])
        if text.startswith(delimiter, end):
            at = end + 1
            if at == len(text):
                cells.append("")
                yield Line(cells, "")
                return
            continue
        stop = _LINE_END.match(text, end)
        yield Line(cells, stop[0] if stop else "")
        at, cells = (stop.end() if stop else end), []


def _closing(text: str, at: int = 0) -> int:
    """Where the quotation mark at `at` is closed."""
    close = text.find('"', at + 1)
    while close >= 0 and text.startswith('""', close):
        close = text.find('"', close + 2)
    if close < 0:
        raise UnreadableFile("A quotation mark is never closed.")
    return close
