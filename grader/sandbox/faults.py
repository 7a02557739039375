"""An exception of learner code as data: how it counts, its name, its text and the learner's line."""

from __future__ import annotations

import builtins
import difflib
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any

import torch

from grader.sandbox.frames import TEXT_CAP
from grader.sandbox.job import Ran
from grader.sandbox.refusal import FILENAME, MODULE, Refused

_OUT_OF_MEMORY = ("can't allocate memory", "not enough memory", "std::bad_alloc", "Storage size calculation overflowed")
"""How torch's allocator says it, as RuntimeError."""


_NO_DEVICE = {
    "CUDA enabled": "“cuda”",
    "CUDA generator": "“cuda”",
    "CUDA GPUs": "“cuda”",
    "NVIDIA driver": "“cuda”",
    "accelerator device": "“cuda”",
    "'MPS' backend": "“mps”",
    "mps devices": "“mps”",
    "XPU enabled": "“xpu”",
}
"""How torch says that a device is not there → the device."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why loading or a case ended without a value."""

    ran: Ran
    type: str
    text: str
    line: int | None = None
    source_line: str = ""
    code: str = ""
    args: dict[str, Any] = field(default_factory=dict)

    def error(self) -> dict[str, Any]:
        """The form on the wire."""
        return {
            "type": self.type,
            "text": self.text,
            "line": self.line,
            "source_line": self.source_line,
            "code": self.code,
            "args": self.args,
        }


def fault_of(error: BaseException, lines: list[str]) -> Fault:
    """Describe an exception. Its text is asked of the exception itself, which may be learner code."""
    if isinstance(error, Refused):
        line = error.line or _line_of(error.__traceback__)
        return Fault(Ran.REFUSED, "", "", line, _source(lines, line), error.code, {**error.message_args, "line": line})
    if isinstance(error, SyntaxError) and error.filename == FILENAME:
        return _syntax_fault(error, lines)
    text = _text(error)
    line = _line_of(error.__traceback__)
    if device := next((name for sign, name in _NO_DEVICE.items() if sign in text), None):
        return Fault(Ran.REFUSED, "", "", line, _source(lines, line), "refused.devices", {"name": device, "line": line})
    ran = Ran.MEMORY if _is_memory(error, text) else Ran.ERROR
    return Fault(ran, _type_name(type(error)), text, line, _source(lines, line))


def entry_missing(entry: str, names: dict[str, Any]) -> Fault:
    """The file has no function or class of the name that the exercise asks for; a near name is pointed out."""
    own = [name for name, value in names.items() if callable(value) and not name.startswith("_") and _is_own(value)]
    near = difflib.get_close_matches(entry, own, n=1, cutoff=0.6)
    if near:
        return Fault(Ran.ERROR, "NameError", "", code="load.entry-near", args={"entry": entry, "found": near[0][:80]})
    if len(own) == 1 and entry not in names:
        return Fault(Ran.ERROR, "NameError", "", code="load.entry-other", args={"entry": entry, "found": own[0][:80]})
    code = "load.entry-empty" if entry in names else "load.entry"
    return Fault(Ran.ERROR, "NameError", "", code=code, args={"entry": entry})


def load_fault(fault: Fault) -> Fault:
    """The same fault while the file was loading: running out of memory there has words of its own."""
    return replace(fault, code="load.memory", args={"line": fault.line}) if fault.ran is Ran.MEMORY else fault


def _is_own(value: Any) -> bool:
    return getattr(value, "__module__", None) == MODULE


def _syntax_fault(error: SyntaxError, lines: list[str]) -> Fault:
    line = error.lineno if type(error.lineno) is int else None
    text, source = str(error.msg)[:200].rstrip(".?! "), _source(lines, line)
    return Fault(
        Ran.ERROR,
        type(error).__name__,
        text,
        line,
        source,
        _syntax_code(error, line, source),
        {"line": line, "text": text},
    )


def _syntax_code(error: SyntaxError, line: int | None, source: str) -> str:
    """Code that was copied with its surroundings has sentences of its own."""
    if source.startswith("```"):
        return "load.fence"
    if source.startswith(">>>"):
        return "load.prompt"
    if source.startswith(("%", "!", "?")):
        return "load.magic"
    if isinstance(error, IndentationError):
        return "load.indent"
    return "load.syntax-first" if line == 1 else "load.syntax"


def _text(error: BaseException) -> str:
    try:
        return str(error)[:TEXT_CAP].encode("utf-8", "replace").decode()
    except BaseException:
        return ""


def _is_memory(error: BaseException, text: str) -> bool:
    return isinstance(error, MemoryError) or (
        isinstance(error, RuntimeError) and any(sign in text for sign in _OUT_OF_MEMORY)
    )


def _type_name(kind: type[BaseException]) -> str:
    """A name that says something to everybody, or of the nearest ancestor that has one."""
    for ancestor in kind.__mro__:
        name = ancestor.__name__
        if getattr(builtins, name, None) is ancestor or getattr(torch.linalg, name, None) is ancestor:
            return "Exception" if ancestor in (BaseException, Exception) else name
    return "Exception"


def _line_of(trace: TracebackType | None) -> int | None:
    """The innermost line of the learner's file on the way to the exception."""
    line: int | None = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILENAME:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _source(lines: list[str], line: int | None) -> str:
    return lines[line - 1].strip()[:200] if line is not None and 0 < line <= len(lines) else ""
