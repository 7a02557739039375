"""The sandbox with a real zygote: every way a case can end, what crosses, and what goes on after it."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.errors import SandboxError
from grader.sandbox.canaries import LAYERS
from grader.sandbox.doctor import doctor
from grader.sandbox.pool import CaseRun, CellCase, Job, JobRun, Pool, Ran
from grader.wire import Array, Opaque

CORR2D = """
def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
"""


def array(values: Any, dtype: str = "float32") -> Array:
    return Array.of(np.asarray(values, dtype=dtype))


def case(*args: Any, **options: Any) -> CellCase:
    return CellCase(list(args), **options)


def run(pool: Pool, source: str, *cases: CellCase, **options: Any) -> JobRun:
    """A job whose entry is `f`."""
    return pool.run(Job(source, "f", cases or (case(),), **options))


def one(pool: Pool, source: str, *args: Any, case_options: dict[str, Any] | None = None, **options: Any) -> CaseRun:
    """How one call of `f` ended."""
    return run(pool, source, case(*args, **(case_options or {})), **options).cases[0]


def numbers(value: Any) -> Any:
    assert isinstance(value, Array)
    return value.numpy().tolist()


# ---------- isolation ----------


def test_isolation_is_full_here(pool: Pool) -> None:
    assert (pool.isolation.tier, pool.isolation.layers) == ("full", LAYERS)


def test_doctor_finds_no_weakness_here(pool: Pool) -> None:
    assert doctor(pool).weaknesses == ()


def test_zygote_is_not_root(pool: Pool) -> None:
    assert pool.facts()["uid"] != 0


def test_zygote_has_one_thread(pool: Pool) -> None:
    assert len(list(Path(f"/proc/{pool.facts()['pid']}/task").iterdir())) == 1


def test_zygote_stays_under_400_mb(pool: Pool) -> None:
    assert pool.memory()["zygote"] < 400


@pytest.mark.skipif(sys.platform != "linux", reason="huge pages are Linux's")
def test_zygote_stands_in_huge_pages(pool: Pool) -> None:
    assert int(str(pool.facts()["huge_pages"])) > 20


def test_cell_stays_under_10_mb_private(pool: Pool) -> None:
    assert pool.memory()["cell"] < 10


# ---------- how a case ends ----------


def test_returned_value_comes_back(pool: Pool) -> None:
    done = pool.run(Job(CORR2D, "corr2d", (case(array(np.arange(9).reshape(3, 3)), array([[0, 1], [2, 3]])),)))
    assert numbers(done.cases[0].value) == [[19, 25], [37, 43]]


def test_error_has_type_text_line_and_source(pool: Pool) -> None:
    error = one(pool, "def f():\n    x = [1]\n    return x[3]").error
    assert error is not None
    assert (error.type, error.text, error.line, error.source_line) == (
        "IndexError",
        "list index out of range",
        3,
        "return x[3]",
    )


def test_error_inside_torch_has_the_learners_line(pool: Pool) -> None:
    error = one(pool, "def f():\n    g = torch.zeros(2, 3)\n    return F.linear(g, g)[0] @ torch.zeros(7)").error
    assert (error and error.type, error and error.line) == ("RuntimeError", 3)


def test_name_of_own_exception_is_not_told(pool: Pool) -> None:
    error = one(pool, "class Odd(Exception):\n    pass\ndef f():\n    raise Odd('x')").error
    assert (error and error.type, error and error.text) == ("Exception", "x")


def test_name_of_the_builtin_under_an_own_exception_is_told(pool: Pool) -> None:
    error = one(pool, "class Odd(ValueError):\n    pass\ndef f():\n    raise Odd('x')").error
    assert error and error.type == "ValueError"


def test_exception_text_is_cut(pool: Pool) -> None:
    error = one(pool, "def f():\n    raise ValueError('x' * 100000)").error
    assert error and len(error.text) == 2000


def test_endless_loop_is_a_timeout_after_its_cpu_time(pool: Pool) -> None:
    ended = one(pool, "def f():\n    while True:\n        pass", cpu_s=0.5)
    assert ended.ran is Ran.TIMEOUT and 490 <= ended.cpu_ms <= 800


def test_sleep_is_a_timeout_of_wall_time(pool: Pool) -> None:
    ended = one(pool, "import time\ndef f():\n    time.sleep(60)", cpu_s=0.2)
    assert ended.ran is Ran.TIMEOUT and ended.wall_ms >= 590 and ended.cpu_ms < 200


def test_one_endless_multiplication_is_a_timeout(pool: Pool) -> None:
    assert one(pool, "def f():\n    return len(str(9 ** 9 ** 9))", cpu_s=0.3).ran is Ran.TIMEOUT


def test_endless_loop_while_loading_is_every_cases_timeout(pool: Pool) -> None:
    ended = run(pool, "while True:\n    pass\ndef f(): pass", case(), case(), cpu_s=0.3)
    assert (ended.loaded, [c.ran for c in ended.cases], ended.load and ended.load.code) == (
        Ran.TIMEOUT,
        [Ran.TIMEOUT] * 2,
        "load.timeout",
    )


def test_tensor_of_40_gb_is_memory(pool: Pool) -> None:
    ended = one(pool, "def f():\n    return torch.zeros(10**10)")
    assert (ended.ran, ended.error and ended.error.line) == (Ran.MEMORY, 2)


def test_tensor_over_the_limit_is_memory(pool: Pool) -> None:
    assert one(pool, "def f():\n    return torch.zeros(150 * 2**20).sum().item()").ran is Ran.MEMORY


def test_tensor_under_the_limit_is_fine(pool: Pool) -> None:
    assert one(pool, "def f():\n    return torch.zeros(50 * 2**20).sum().item()").value == 0.0


def test_list_that_grows_for_ever_is_memory(pool: Pool) -> None:
    ended = one(pool, "def f():\n    a = [0]\n    while True:\n        a = a + a")
    assert (ended.ran, ended.error and ended.error.type) == (Ran.MEMORY, "MemoryError")


def test_case_after_memory_runs(pool: Pool) -> None:
    source = "def f(n):\n    return torch.zeros(n).numel()"
    assert [c.ran for c in run(pool, source, case(10**10), case(3)).cases] == [Ran.MEMORY, Ran.RETURNED]


def test_recursion_is_an_error(pool: Pool) -> None:
    error = one(pool, "def f():\n    return f()").error
    assert error and error.type == "RecursionError"


def test_refusal_has_code_args_and_line(pool: Pool) -> None:
    ended = run(pool, "x = 1\nimport os\ndef f(): pass")
    assert ended.load is not None
    assert (ended.loaded, ended.load.code, ended.load.line, dict(ended.load.args)) == (
        Ran.REFUSED,
        "refused.import-system",
        2,
        {"name": "os", "line": 2},
    )


def test_refusal_at_run_time_ends_its_case_only(pool: Pool) -> None:
    ended = run(pool, "def f(bad):\n    return torch.save if bad else 1", case(True), case(False))
    assert [c.ran for c in ended.cases] == [Ran.REFUSED, Ran.RETURNED]


def test_syntax_error_has_its_line(pool: Pool) -> None:
    load = run(pool, "def f():\n    return (1\n").load
    assert load and (load.type, load.code, load.line) == ("SyntaxError", "load.syntax", 2)


def test_indentation_error_has_words_of_its_own(pool: Pool) -> None:
    load = run(pool, "def f():\nreturn 1\n").load
    assert load and load.code == "load.indent"


def test_exception_while_loading_has_its_line(pool: Pool) -> None:
    load = run(pool, "x = 1\nx / 0\ndef f(): pass").load
    assert load and (load.type, load.line, load.source_line) == ("ZeroDivisionError", 2, "x / 0")


def test_missing_entry_is_said(pool: Pool) -> None:
    load = pool.run(Job("x = 1", "corr2d", (case(),))).load
    assert load and (load.code, dict(load.args)) == ("load.entry", {"entry": "corr2d"})


def test_near_entry_is_pointed_out(pool: Pool) -> None:
    load = pool.run(Job("def corr2D(): pass", "corr2d", (case(),))).load
    assert load and (load.code, load.args["found"]) == ("load.entry-near", "corr2D")


def test_the_one_function_under_another_name_is_pointed_out(pool: Pool) -> None:
    load = pool.run(Job("def corr2d(X, K): pass", "matrix_of", (case(),))).load
    assert load and (load.code, load.args["found"]) == ("load.entry-other", "corr2d")


def test_of_several_functions_none_is_pointed_out(pool: Pool) -> None:
    load = pool.run(Job("def a(): pass\ndef b(): pass", "corr2d", (case(),))).load
    assert load and load.code == "load.entry"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("def f(:\n", "load.syntax-first"),
        ("```python\ndef f(): pass\n```\n", "load.fence"),
        ("def f(): pass\n```\n", "load.fence"),
        (">>> def f(): pass\n", "load.prompt"),
    ],
)
def test_a_syntax_error_has_the_sentence_that_fits(pool: Pool, source: str, code: str) -> None:
    load = run(pool, source).load
    assert load and load.code == code


def test_the_text_of_a_syntax_error_has_no_stop_of_its_own(pool: Pool) -> None:
    load = run(pool, "def f():\n    print 1\n").load
    assert load and str(load.args["text"]).endswith("print(...)")


def test_empty_file_is_an_error(pool: Pool) -> None:
    assert run(pool, "").loaded is Ran.ERROR


def test_deep_nesting_hurts_only_its_cell(pool: Pool) -> None:
    bomb = "(" * 100_000 + ")" * 100_000
    assert run(pool, bomb).loaded in (Ran.ERROR, Ran.MEMORY, Ran.CRASHED)


def test_parser_bomb_hurts_only_its_cell(pool: Pool) -> None:
    bomb = "-" * 200_000 + "1"
    assert run(pool, bomb).loaded in (Ran.ERROR, Ran.MEMORY, Ran.CRASHED, Ran.TIMEOUT)


def test_lone_surrogates_in_the_source_do_not_break_the_pool(pool: Pool) -> None:
    assert run(pool, "x = '\ud800'\ndef f(): return 1").cases[0].value == 1


def test_script_without_entry_runs(pool: Pool) -> None:
    ended = pool.run(Job("print('hello')", None))
    assert (ended.loaded, ended.stdout, ended.cases) == (Ran.RETURNED, "hello\n", ())


# ---------- what goes on after a case that broke its cell ----------

EXIT = "import os\ndef f(n):\n    if n == 3:\n        os._exit(0)\n    return n\n"
HANG = "def f(n):\n    while n == 3 or n == 4:\n        pass\n    return n\n"


def test_hang_in_case_3_of_5_costs_case_3(pool: Pool) -> None:
    ended = run(pool, HANG, *(case(n) for n in (1, 2, 3, 5, 6)), cpu_s=0.3)
    assert [c.value if c.ran is Ran.RETURNED else c.ran for c in ended.cases] == [1, 2, Ran.TIMEOUT, 5, 6]


def test_after_the_second_hang_the_rest_is_skipped(pool: Pool) -> None:
    ended = run(pool, HANG, *(case(n) for n in (1, 3, 4, 5)), cpu_s=0.3)
    assert [c.ran for c in ended.cases] == [Ran.RETURNED, Ran.TIMEOUT, Ran.TIMEOUT, Ran.SKIPPED]


def test_early_end_is_a_crash_of_that_case(pool: Pool) -> None:
    ended = run(pool, EXIT, *(case(n) for n in (1, 3, 5)), policy=False)
    assert [c.ran for c in ended.cases] == [Ran.RETURNED, Ran.CRASHED, Ran.RETURNED]


def test_early_end_after_a_forged_frame_gains_nothing(pool: Pool) -> None:
    source = "import os\ndef f():\n    os.write(1, b'\\0\\0\\0\\1\\xc0')\n    os._exit(0)\n"
    assert one(pool, source, policy=False).ran is Ran.GARBLED


def test_frame_that_is_cut_is_a_crash(pool: Pool) -> None:
    source = "import os\ndef f():\n    os.write(1, b'\\0\\0\\1\\0abc')\n    os._exit(0)\n"
    assert one(pool, source, policy=False).ran is Ran.CRASHED


def test_frame_of_2_gb_is_garbled(pool: Pool) -> None:
    assert one(pool, "import os\ndef f():\n    os.write(1, b'\\x7f' * 4)\n", policy=False).ran is Ran.GARBLED


def test_frame_of_a_later_case_is_garbled(pool: Pool) -> None:
    source = """
import os
from grader.wire import encode
def f():
    os.write(1, encode({"k": "case", "index": 1, "ran": "returned", "value": 1, "args_after": [], "ops": {}, "error": None}))
"""
    assert one(pool, source, policy=False).ran is Ran.GARBLED


def test_case_cannot_say_that_it_was_skipped(pool: Pool) -> None:
    source = """
import os
from grader.wire import encode
def f():
    os.write(1, encode({"k": "case", "index": 0, "ran": "skipped", "value": 1, "args_after": [], "ops": {}, "error": None}))
"""
    assert one(pool, source, policy=False).ran is Ran.GARBLED


def test_endless_prints_past_the_harness_end_the_cell(pool: Pool) -> None:
    source = "import os\nfrom grader.wire import encode\ndef f():\n    while True:\n        os.write(1, encode({'k': 'print', 'text': 'x' * 9999}))\n"
    ended = run(pool, source, case(prints=True), policy=False, cpu_s=0.3)
    assert ended.cases[0].ran is Ran.GARBLED and 9999 <= len(ended.stdout) <= 65_536


def test_file_that_loads_only_once_keeps_the_cases_before(pool: Pool) -> None:
    source = "import time\nif time.time() > {end}:\n    1 / 0\n" + HANG
    ended = run(pool, source.format(end=time.time() + 2.0), case(1), case(3), case(5), cpu_s=2.5)
    assert (ended.loaded, [c.ran for c in ended.cases]) == (Ran.RETURNED, [Ran.RETURNED, Ran.TIMEOUT, Ran.ERROR])


def test_total_time_caps_a_job(pool: Pool) -> None:
    source = "import time\ndef f():\n    end = time.process_time() + 0.3\n    while time.process_time() < end:\n        pass\n"
    ended = run(pool, source, *(case() for _ in range(6)), total_s=0.8)
    assert [c.ran for c in ended.cases] == [Ran.RETURNED] * 2 + [Ran.TIMEOUT] + [Ran.SKIPPED] * 3


def test_on_case_hears_of_every_case_in_order(pool: Pool) -> None:
    heard: list[int] = []
    pool.run(Job(HANG, "f", tuple(case(n) for n in (1, 3, 5)), cpu_s=0.3), on_case=lambda c: heard.append(c.index))
    assert heard == [0, 1, 2]


# ---------- what crosses ----------


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("None", None),
        ("True", True),
        ("7", 7),
        ("1.5", 1.5),
        ("'é'", "é"),
        ("(1, [2])", [1, [2]]),
        ("{'a': 1}", {"a": 1}),
        ("torch.zeros(2, 3).shape", [2, 3]),
        ("nn.Parameter(torch.ones(2))", Array.of(np.ones(2, np.float32))),
        ("torch.ones(2).requires_grad_() * 1", Array.of(np.ones(2, np.float32))),
        ("torch.tensor(3)", Array.of(np.array(3))),
        ("torch.ones(2, 2, dtype=torch.float64).t()[0]", Array.of(np.ones(2))),
        ("torch.tensor([True])", Array.of(np.array([True]))),
        ("torch.zeros(0, 3)", Array.of(np.zeros((0, 3), np.float32))),
        ("torch.tensor([1 + 2j]).conj()", Array.of(np.array([1 - 2j], np.complex64))),
        ("{1: 2}", Opaque("dict")),
        ("1 << 70", Opaque("int, too large")),
        ("'x' * 70000", Opaque("str, too large")),
        ("[0] * 70000", Opaque("list, too large")),
        ("torch.zeros(1).expand(10**9)", Opaque("float32 tensor, too large")),
        ("torch.ones(1, dtype=torch.bfloat16)", Opaque("torch.bfloat16 tensor")),
        ("torch.eye(2).to_sparse()", Opaque("torch.sparse_coo tensor")),
        ("torch.zeros(2, device='meta')", Opaque("meta tensor")),
        ("nn.Linear(1, 1)", Opaque("Linear")),
        ("f", Opaque("function")),
        ("torch.max(torch.tensor([1.0, 3.0]), 0)", [Array.of(np.array(3, np.float32)), Array.of(np.array(1))]),
    ],
)
def test_value_crosses_as(pool: Pool, expression: str, value: Any) -> None:
    assert one(pool, f"def f():\n    return {expression}").value == value


def test_list_that_holds_itself_is_cut_off(pool: Pool) -> None:
    value = one(pool, "def f():\n    a = []\n    a.append(a)\n    return a").value
    for _ in range(16):
        assert isinstance(value, list)
        value = value[0]
    assert value == Opaque("list, too large")


def test_tensor_subclass_is_only_named(pool: Pool) -> None:
    source = "class Liar(torch.Tensor):\n    pass\ndef f():\n    return torch.ones(2).as_subclass(Liar)"
    assert one(pool, source, policy=False).value == Opaque("Liar")


def test_numpy_array_is_only_named(pool: Pool) -> None:
    assert one(pool, "def f():\n    return torch.ones(2).numpy()", policy=False).value == Opaque("numpy.ndarray")


def test_arguments_arrive_with_values_and_dtype(pool: Pool) -> None:
    source = "def f(x, n, flag, word, items):\n    return [str(x.dtype), x, n, flag, word, items]"
    value = one(pool, source, array([1, 2], "int32"), 3, True, "w", [1.5, array([2.0])]).value
    assert value == ["torch.int32", array([1, 2], "int32"), 3, True, "w", [1.5, array([2.0])]]


def test_arguments_are_fresh_for_each_case(pool: Pool) -> None:
    x = array([1.0])
    ended = run(pool, "def f(x):\n    return x.add_(1)", case(x), case(x))
    assert [numbers(c.value) for c in ended.cases] == [[2.0], [2.0]]


def test_changed_arguments_are_seen(pool: Pool) -> None:
    ended = one(pool, "def f(x):\n    x += 1", array([1.0]), case_options={"keep_args": True})
    assert ended.args_after == (array([2.0]),)


@pytest.mark.parametrize("shape", [(3, 4), (4, 1), (5,), (2, 3, 3)])
def test_transposed_input_has_the_same_values_in_other_memory(pool: Pool, shape: tuple[int, ...]) -> None:
    x = np.arange(np.prod(shape), dtype=np.float32).reshape(shape)
    value = one(pool, "def f(x):\n    return [x.is_contiguous(), x]", array(x), case_options={"transposed": True}).value
    assert value == [False, array(x)]


def test_seed_fixes_what_is_drawn(pool: Pool) -> None:
    source = "import random\ndef f():\n    return [torch.rand(2), random.random()]"
    first, again, other = (c.value for c in run(pool, source, case(seed=1), case(seed=1), case(seed=2)).cases)
    assert first == again != other


def test_state_between_cases_is_kept_in_one_cell(pool: Pool) -> None:
    ended = run(pool, "n = 0\ndef f():\n    global n\n    n += 1\n    return n", case(), case())
    assert [c.value for c in ended.cases] == [1, 2]


def test_state_is_not_kept_between_jobs(pool: Pool) -> None:
    source = "n = 0\ndef f():\n    global n\n    n += 1\n    nn.Module.mark = n\n    return n"
    assert [run(pool, source, policy=False).cases[0].value for _ in range(3)] == [1, 1, 1]


# ---------- probes and records ----------


def test_gradient_probe_goes_backward(pool: Pool) -> None:
    weight = array([[1.0, 2.0]])
    value = one(
        pool,
        "def f(x, k):\n    return x * k",
        array([[3.0, 4.0]]),
        2,
        case_options={"probe": "gradient", "extra": {"weight": weight}},
    ).value
    assert value == {"out": array([[6.0, 8.0]]), "requires_grad": True, "grads": [array([[2.0, 4.0]]), None]}


def test_gradient_probe_of_a_constant_says_so(pool: Pool) -> None:
    value = one(pool, "def f(x):\n    return x.detach()", array([1.0]), case_options={"probe": "gradient"}).value
    assert isinstance(value, dict) and (value["requires_grad"], value["grads"]) == (False, [])


def test_own_probe_is_called_with_entry_and_arguments(pool: Pool) -> None:
    probe = "def twice(entry, x, scale=1):\n    return entry(entry(x)) * scale\n"
    options = {"probe": "probe:twice", "extra": {"scale": 10}}
    assert one(pool, "def f(x):\n    return x + 1", 1, case_options=options, probe_source=probe).value == 30


def test_probe_on_a_class_builds_and_reads_it(pool: Pool) -> None:
    source = "class f(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.w = nn.Parameter(torch.ones(2))\n    def forward(self, x):\n        return x * self.w"
    probe = "def build(entry, x):\n    layer = entry()\n    return {name: p for name, p in layer.named_parameters()} | {'out': layer(x)}\n"
    value = one(pool, source, array([2.0, 3.0]), case_options={"probe": "probe:build"}, probe_source=probe).value
    assert value == {"w": array([1.0, 1.0]), "out": array([2.0, 3.0])}


def test_record_counts_operations(pool: Pool) -> None:
    ops = one(
        pool, "def f(a, b):\n    return (a @ b) @ b", array(np.eye(2)), array(np.eye(2)), case_options={"record": True}
    ).ops
    assert ops.get("mm") == 2


def test_nothing_is_recorded_without_being_asked(pool: Pool) -> None:
    assert one(pool, "def f(a):\n    return a @ a", array(np.eye(2))).ops == {}


@pytest.mark.parametrize(
    "body",
    [
        "F.conv2d(x, x)",
        "torch.conv2d(x, x)",
        "torch.nn.functional.conv2d(x, x)",
        "nn.Conv2d(1, 1, 2)(x)",
        "nn.LazyConv2d(1, 2)(x)",
    ],
)
def test_convolution_is_noted_in_every_case(pool: Pool, body: str) -> None:
    assert one(pool, f"def f(x):\n    return {body}", array(np.ones((1, 1, 2, 2)))).ops == {"conv2d": 1}


@pytest.mark.parametrize("body", ["F.unfold(x, 2)", "torch.nn.functional.unfold(x, 2)", "nn.Unfold(2)(x)"])
def test_unfold_is_noted_in_every_case(pool: Pool, body: str) -> None:
    assert one(pool, f"def f(x):\n    return {body}", array(np.ones((1, 1, 2, 2)))).ops == {"im2col": 1}


def test_unfold_of_a_tensor_is_no_unfold(pool: Pool) -> None:
    assert one(pool, "def f(x):\n    return x.unfold(0, 2, 1)", array(np.ones((2, 2)))).ops == {}


def test_notes_belong_to_their_case(pool: Pool) -> None:
    source = "def f(x, use):\n    return F.conv2d(x, x) if use else x"
    x = array(np.ones((1, 1, 2, 2)))
    assert [dict(c.ops) for c in run(pool, source, case(x, True), case(x, False)).cases] == [{"conv2d": 1}, {}]


# ---------- prints ----------


def test_prints_of_cases_that_may_print_are_kept(pool: Pool) -> None:
    ended = run(pool, "def f(n):\n    print('case', n)", case(1, prints=True), case(2), case(3, prints=True))
    assert ended.stdout == "case 1\ncase 3\n"


def test_prints_are_capped(pool: Pool) -> None:
    ended = run(pool, "def f():\n    for _ in range(1000):\n        print('x' * 1000)", case(prints=True))
    assert len(ended.stdout) == 65_536


def test_first_prints_of_an_endless_loop_are_kept(pool: Pool) -> None:
    ended = run(pool, "def f():\n    print('so far')\n    while True:\n        pass", case(prints=True), cpu_s=0.3)
    assert ended.stdout == "so far\n"


def test_prints_while_loading_appear_once_though_the_file_is_loaded_again(pool: Pool) -> None:
    ended = run(pool, "print('loading')\n" + HANG, case(3), case(1), cpu_s=0.3)
    assert ended.stdout == "loading\n"


# ---------- the pool itself ----------


def test_many_threads_get_their_own_answers(pool: Pool) -> None:
    got: dict[int, Any] = {}

    def ask(n: int) -> None:
        got[n] = one(pool, "def f(n):\n    return n", n).value

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == {n: n for n in range(8)}


def test_descriptors_do_not_leak(pool: Pool) -> None:
    folder = Path("/proc/self/fd")
    run(pool, "def f(): return 1")
    before = len(list(folder.iterdir()))
    for _ in range(5):
        run(pool, EXIT, case(3), policy=False)
    assert len(list(folder.iterdir())) == before


def test_cells_are_gone_after_their_job(pool: Pool) -> None:
    run(pool, HANG, case(3), cpu_s=0.2)
    time.sleep(0.2)
    children = Path(f"/proc/{pool.facts()['pid']}/task/{pool.facts()['pid']}/children").read_text().split()
    assert len(children) <= 3  # only cells that wait for a job


def test_forty_forks_train_to_one_result(pool: Pool) -> None:
    source = """
def f():
    net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU(), nn.Flatten(), nn.Linear(72, 2))
    optimizer = torch.optim.Adam(net.parameters(), lr=0.1)
    X, y = torch.rand(4, 1, 8, 8), torch.tensor([0, 1, 1, 0])
    for _ in range(3):
        optimizer.zero_grad()
        F.cross_entropy(net(X), y).backward()
        optimizer.step()
    return [p for p in net.parameters()]
"""
    values = [run(pool, source, case(seed=1)).cases[0].value for _ in range(40)]
    assert isinstance(values[0], list) and all(value == values[0] for value in values)


def test_closed_pool_says_so() -> None:
    with Pool() as own:
        pass
    with pytest.raises(SandboxError, match="closed"):
        own.run(Job("x = 1", None))


# ---------- a cell that lost its harness ----------

PEEK = "import select\ndef f(n):\n    return bool(select.select([0], [], [], 0.05)[0])\n"


@pytest.mark.parametrize("later", [True, False], ids=["later ones print", "later ones do not"])
def test_case_that_may_print_sees_nothing_of_those_that_may_not(pool: Pool, later: bool) -> None:
    cases = (case(1, prints=True), case(2, prints=later), case(3, prints=later))
    assert run(pool, PEEK, *cases, policy=False).cases[0].value is later


@pytest.mark.parametrize(("text", "ran"), [("x", Ran.RETURNED), ("", Ran.GARBLED)], ids=["a print", "an empty print"])
def test_print_that_the_harness_does_not_send_garbles_a_cell(pool: Pool, text: str, ran: Ran) -> None:
    source = f"import os\nfrom grader.wire import encode\ndef f():\n    os.write(1, encode({{'k': 'print', 'text': {text!r}}}))\n"
    assert one(pool, source, policy=False).ran is ran
