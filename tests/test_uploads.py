"""Files handed in: notebooks of every format and every damage, and never more than one declared sentence."""

from __future__ import annotations

import json
import threading
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.course.handin import notebook, uploads
from grader.course.handin.notebook import Fault
from grader.course.handin.uploads import Place, Upload, read_upload
from grader.errors import Declined
from grader.model import LANGS, Message
from grader.words import catalogue, say

REAL = uploads._asked
F = "def corr2d(X, K):\n    return X"


def cell(source: Any, **more: Any) -> dict[str, Any]:
    return {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": source, **more}


def book(*sources: Any, **more: Any) -> bytes:
    cells = [one if isinstance(one, dict) else cell(one) for one in sources]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells, **more}).encode()


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a process for every notebook."""
    monkeypatch.setattr(uploads, "_asked", lambda data: json.loads(json.dumps(notebook.answer(data))))


@pytest.fixture
def with_its_program(in_this_process: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "_asked", REAL)


def code_of(*sources: Any) -> str:
    return read_upload("a.ipynb", book(*sources)).code


def fault_of(data: bytes, name: str = "a.ipynb", entry: str | None = None) -> str:
    with pytest.raises(Declined) as declined:
        read_upload(name, data, entry)
    return declined.value.code.removeprefix("uploads.")


# ---------- what is taken out ----------


def test_definition_is_taken() -> None:
    assert code_of(F) == f"{F}\n"


def test_class_and_imports_are_taken_in_order() -> None:
    assert code_of("from torch import nn", "class A(nn.Module):\n    pass") == (
        "from torch import nn\n\n\nclass A(nn.Module):\n    pass\n"
    )


@pytest.mark.parametrize(
    "line", ["print(1)", "plt.show()", "assert corr2d(1, 2)", "for i in x:\n    go()", "X = load()"]
)
def test_what_only_tries_it_out_is_left(line: str) -> None:
    assert code_of("import torch", f"{F}\n{line}") == f"import torch\n\n\n{F}\n"


def test_constant_that_a_definition_needs_is_taken() -> None:
    assert (
        code_of("B = 2\nA = B * 3\nC = 1", "def f():\n    return A") == "B = 2\nA = B * 3\n\n\ndef f():\n    return A\n"
    )


def test_tensor_that_a_definition_needs_is_taken() -> None:
    assert "K = torch.tensor([[1, -1]])" in code_of("K = torch.tensor([[1, -1]])", "def f():\n    return K")


def test_import_that_nothing_uses_is_left_out() -> None:
    assert code_of("import matplotlib.pyplot as plt\nimport math", F).startswith("import math\n")


def test_import_that_is_used_is_taken_so_that_the_policy_can_name_it() -> None:
    assert code_of("import os", "def f():\n    return os.name").startswith("import os\n")


def test_decorators_and_comments_above_are_taken() -> None:
    text = "# slides\n@torch.no_grad()\ndef f():\n    pass"
    assert code_of(f"x = 1\n\n{text}") == f"{text}\n"


def test_future_import_comes_first() -> None:
    assert code_of("import torch", "from __future__ import annotations").startswith("from __future__")


def test_lambda_is_a_definition() -> None:
    assert code_of("f = lambda x: x") == "f = lambda x: x\n"


def test_statements_on_one_line_are_written_once() -> None:
    assert (
        code_of("def f(): return 1\nimport torch; import math") == "def f(): return 1\n\n\nimport torch; import math\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "%matplotlib inline",
        "!pip install torch",
        "?torch",
        "torch?",
        "help(torch)??",
        "x = !ls",
        "x = %time 1",
        "%%time",
    ],
)
def test_line_to_the_notebook_is_blank(line: str) -> None:
    assert code_of(f"{line}\n{F}") == f"{F}\n"


def test_percent_within_brackets_is_an_operator() -> None:
    text = "def f(x):\n    return (x\n% 3)"
    assert code_of(f"%time\n{text}") == f"{text}\n"


def test_cell_in_another_language_is_left_out() -> None:
    assert code_of(F, "%%bash\ndef corr2d") == f"{F}\n"


@pytest.mark.parametrize("source", [F, [line + "\n" for line in F.split("\n")], F.replace("\n", "\r\n")])
def test_source_may_be_text_or_lines(source: Any) -> None:
    assert code_of(source) == f"{F}\n"


def test_place_of_a_line_is_its_code_cell_and_line() -> None:
    read = read_upload("a.ipynb", book("import torch", {"cell_type": "markdown", "source": "x"}, f"%time\n\n{F}"))
    assert [read.place(n) for n in (1, 3, 4, 5, 6)] == [Place(1, 1), None, Place(2, 3), Place(2, 4), None]


def test_cell_that_is_no_python_is_left_out_and_named() -> None:
    read = read_upload("a.ipynb", book(F, "x = 1\ndef g(:"), "corr2d")
    assert read.code == f"{F}\n"
    assert say(read.notes[0], "en").startswith("Code cell 2, line 2, is not valid Python: ")


def test_broken_cell_is_the_fault_when_the_entry_is_missing() -> None:
    assert fault_of(book("import torch", "def corr2d(:"), entry="corr2d") == "broken-cell"


def test_nothing_is_executed(tmp_path: Any) -> None:
    code_of(f"open({str(tmp_path / 'x')!r}, 'w')", F, f"@open({str(tmp_path / 'x')!r}, 'w').write\ndef g(): pass")
    assert not (tmp_path / "x").exists()


# ---------- older formats, as the library writes them ----------


@pytest.mark.parametrize("major", [1, 2, 3])
def test_older_format_is_read(major: int) -> None:
    library: Any = nbformat
    old = {"nbformat": 1}
    if major == 1:
        old |= library.v1.new_notebook(cells=[library.v1.new_code_cell(code=F)])
    if major == 2:
        old = library.v2.new_notebook(worksheets=[library.v2.new_worksheet(cells=[library.v2.new_code_cell(input=F)])])
    if major == 3:
        old = library.convert(library.v4.new_notebook(cells=[library.v4.new_code_cell(F)]), 3)
    assert read_upload("a.ipynb", json.dumps(old).encode()).code == f"{F}\n"


def test_format_3_without_metadata_is_read() -> None:
    old = {"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": F, "outputs": [{"x": 1}]}]}]}
    assert read_upload("a.ipynb", json.dumps(old).encode()).code == f"{F}\n"


# ---------- read although something is odd ----------


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + book(F),
        book(F).decode().encode("utf-16"),
        book(F).decode().encode("utf-16-le"),
        book(F).decode().encode("utf-16-be"),
        book(F).decode().encode("utf-32"),
        json.dumps({"cells": [{"source": F}]}).encode(),
        book(F, nbformat=5, future=[1]),
        book(cell(F, attachments={"a.png": {"image/png": "x" * 10}}, metadata=None)),
        book(cell(F, outputs=[{"text": "x" * 1_000_000}])),
        book({"cell_type": "raw", "source": 3}, F),
        book("x = 1\0", F),
        book(F, 7, None),
        book(F, metadata=[]),
        book("-" * 50_000 + "1", F),
    ],
    ids=[
        "bom",
        "utf16",
        "utf16le",
        "utf16be",
        "utf32",
        "bare",
        "future",
        "attachments",
        "output",
        "raw",
        "nul",
        "numbers",
        "metadata",
        "deep",
    ],
)
def test_odd_notebook_is_read(data: bytes) -> None:
    assert read_upload("a.ipynb", data).code == f"{F}\n"


# ---------- damage, one by one ----------

DAMAGE = {
    "empty": [b"", b"  \n", b"\xef\xbb\xbf"],
    "not-json": [b"def corr2d(X, K): pass", b"{'cells': []}", b"<html></html>", b"[" * 100_000, b"{" + b"9" * 9999 + b"}"],
    "cut-off": [book(F)[:-5], book(F)[:60], b"{", b'{"cells": ['],
    "not-text": [b"\xff\xfe{\xd8", b"\x80\x81\x82", bytes(range(256))],
    "conflict": [b'{\n<<<<<<< HEAD\n "cells": []\n=======\n>>>>>>> b\n}'],
    "no-notebook": [b"[]", b"3", b"null", b'"text"'],
    "no-cells": [b"{}", b'{"nbformat": 4}', b'{"nbformat": 4, "cells": {}}', b'{"nbformat": "4", "cells": null}'],
    "no-code": [book(), book({"cell_type": "markdown", "source": "x"})],
    "nothing": [book("x = 1"), book("%%bash\nls"), book("")],
    "language": [book(F, metadata={"kernelspec": {"language": "R"}}), book(F, metadata={"language_info": {"name": "julia"}})],
    "damaged-cell": [book(7), book(cell(None)), book(cell(["a", 1]))],
    "broken-cell": [book("def f("), book("x = 1\n  y"), book("print 'a'"), book("\0"), book("(" * 500), book("x = '\ud800'")],
    "too-large": [book("def f():\n    return '" + "x" * 70_000 + "'")],
    "too-much-code": [book(*["#" * 600_000] * 2)],
    "file-too-large": [b" " * ((5 << 20) + 1)],
}  # fmt: skip


@pytest.mark.parametrize(("code", "data"), [(code, data) for code, many in DAMAGE.items() for data in many])
def test_damaged_notebook_is_one_sentence(code: str, data: bytes) -> None:
    assert fault_of(data) == code


@pytest.mark.parametrize("code", [code for code in catalogue() if code.startswith("uploads.")])
def test_every_sentence_says_what_to_do_in_both_languages(code: str) -> None:
    said = [say(Message(code, {}), lang) for lang in LANGS]
    assert all(code not in one for one in said)


# ---------- Python files ----------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_python_file_is_read_as_it_stands(encoding: str) -> None:
    assert read_upload("A.PY", f"# 卷积\n{F}\r\n".encode(encoding)) == Upload(f"# 卷积\n{F}\n")


def test_python_file_may_say_its_own_encoding() -> None:
    assert "卷积" in read_upload("a.py", "# coding: gbk\n# 卷积\n".encode("gbk")).code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        ("卷".encode("gbk"), "not-text"),
        (b"x = 1\0 y", "not-text"),
        (b"#" * 65_537, "too-large"),
    ],
)
def test_python_file_that_cannot_be_used_is_one_sentence(data: bytes, code: str) -> None:
    assert fault_of(data, "a.py") == code


@pytest.mark.parametrize("name", ["a.txt", "a", "", ".py", "a.py.exe", "a.pdf"])
def test_other_files_are_declined(name: str) -> None:
    assert fault_of(b"x", name) == "kind"


# ---------- nothing else ever happens ----------

SOURCES = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from(["%x", "def f():", "  return 1", "(", ")", "'''", "\0", "import torch", "x=1", "@a", "?"])
    ).map("\n".join),
    st.lists(st.one_of(st.text(max_size=9), st.integers()), max_size=3),
    st.none(),
)
ANY = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), SOURCES),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["cells", "source", "input", "worksheets", "nbformat", "cell_type", "metadata", "code"]),
            inner,
        ),
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=60), ANY.map(lambda value: json.dumps(value).encode())))
def test_any_bytes_are_code_or_a_declared_fault(data: bytes) -> None:
    try:
        notebook.take(data)
    except Fault as fault:
        assert fault.code in catalogue()


@settings(max_examples=40, deadline=None)
@given(st.lists(SOURCES, max_size=4))
def test_any_cells_are_code_or_a_declared_fault(sources: list[Any]) -> None:
    try:
        taken = notebook.take(book(*[cell(source) for source in sources]))
    except Fault as fault:
        assert fault.code in catalogue()
    else:
        assert len(taken.places) == len(taken.lines)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 400))
def test_notebook_cut_anywhere_is_a_declared_fault(at: int) -> None:
    whole = book(F, "x = 1", "import torch")
    with pytest.raises(Fault):
        notebook.take(whole[: at % len(whole)])


# ---------- the program ----------


@pytest.mark.usefixtures("with_its_program")
def test_notebook_is_read_by_a_program_of_its_own() -> None:
    assert read_upload("a.ipynb", book(F)).code == f"{F}\n"


@pytest.mark.usefixtures("with_its_program")
def test_program_that_dies_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebook, "__file__", "/no/such/program.py")
    assert fault_of(book(F)) == "unreadable"


@pytest.mark.usefixtures("with_its_program")
def test_notebook_waits_for_its_turn_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "_turns", threading.BoundedSemaphore(1))
    monkeypatch.setattr(uploads, "_PATIENCE_S", 0.01)
    with uploads._turns:
        assert fault_of(book(F)) == "busy"
