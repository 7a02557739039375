"""Everything that learner code can import, by full name: torch's modules and a few of Python's."""

from __future__ import annotations

import collections
import copy
import functools
import itertools
import math
import operator
import random
import time
import typing
from collections.abc import Callable, Mapping
from types import FunctionType, ModuleType
from typing import Any

import torch
import torch.distributions
import torch.func
import torch.testing
import torch.utils.data

from grader.sandbox.facade import Facade, noted_convolutions


def _pick(module: ModuleType, names: str) -> dict[str, Any]:
    """These names of a module; one that this version lacks is left out."""
    return {name: getattr(module, name) for name in names.split() if hasattr(module, name)}


def _functions(module: ModuleType, without: str = "") -> dict[str, Any]:
    """Every public lower-case function of a module that torch itself defines."""
    left_out = set(without.split())
    return {
        name: value
        for name, value in vars(module).items()
        if not name.startswith("_")
        and name not in left_out
        and callable(value)
        and not isinstance(value, type)
        and _is_torch(value)
    }


def _classes(module: ModuleType, *bases: type, without: str = "") -> dict[str, Any]:
    """Every public class of a module under one of these bases."""
    left_out = set(without.split())
    return {
        name: value
        for name, value in vars(module).items()
        if not name.startswith("_") and name not in left_out and isinstance(value, type) and issubclass(value, bases)
    }


def _is_torch(function: Any) -> bool:
    """C functions of torch say no module; Python's own (typing, contextlib) say theirs."""
    return str(getattr(function, "__module__", None) or "torch").split(".")[0] in ("torch", "builtins")


def _facade(module: ModuleType, names: Mapping[str, Any], name: str | None = None) -> Facade:
    return Facade(name or module.__name__, names, dir(module))


# ---------- torch ----------

_OTHER_BACKENDS = (
    "cudnn",
    "miopen",
    "mkldnn",
    "fbgemm",
    "fake_quant",
    "fused_",
    "quantize",
    "q_",
    "sym_",
    "choose_q",
    "_",
)
_PLAIN_TORCH = """
    Tensor Size Generator dtype device layout memory_format finfo iinfo FloatTensor DoubleTensor LongTensor IntTensor BoolTensor
    BFloat16Tensor ByteTensor CharTensor HalfTensor ShortTensor
    e inf nan pi newaxis contiguous_format channels_last channels_last_3d preserve_format strided sparse_coo __version__
    no_grad enable_grad set_grad_enabled inference_mode is_grad_enabled is_inference_mode_enabled autocast
    is_tensor broadcast_shapes unique unravel_index vmap lobpcg pca_lowrank svd_lowrank typename default_generator
    manual_seed seed initial_seed get_rng_state set_rng_state
    set_printoptions get_default_dtype set_default_dtype get_default_device set_default_device
    use_deterministic_algorithms are_deterministic_algorithms_enabled set_float32_matmul_precision
    get_float32_matmul_precision get_num_threads set_flush_denormal is_anomaly_enabled OutOfMemoryError
"""


def _no_device() -> Facade:
    """`torch.cuda` and `torch.backends.mps`, as on a machine without either: asking is ordinary, having is not."""
    answers = {"is_available": lambda: False, "is_built": lambda: False, "device_count": lambda: 0}
    silent = dict.fromkeys(("manual_seed", "manual_seed_all", "synchronize", "empty_cache"), lambda *_: None)
    return Facade("torch.cuda", answers | silent, dir(torch.cuda))


def _torch_names() -> dict[str, Any]:
    names = {
        name: getattr(torch, name)
        for name in dir(torch._C._VariableFunctions)
        if not name.startswith(_OTHER_BACKENDS) and hasattr(torch, name)
    }
    for name in ("from_file", "from_numpy", "frombuffer", "is_vulkan_available", "VF"):
        names.pop(name, None)
    names |= {name: value for name, value in vars(torch).items() if isinstance(value, torch.dtype)}
    # torch's own also seeds every kind of GPU, a millisecond of work for devices that are not there
    return names | _pick(torch, _PLAIN_TORCH) | {"manual_seed": torch.default_generator.manual_seed}


_DATA = """
    BatchSampler ChainDataset ConcatDataset DataLoader Dataset IterableDataset RandomSampler Sampler SequentialSampler StackDataset
    Subset SubsetRandomSampler TensorDataset WeightedRandomSampler default_collate random_split
"""
_AUTOGRAD = "Function Variable backward grad gradcheck no_grad enable_grad set_grad_enabled inference_mode detect_anomaly set_detect_anomaly"
_NN_UTILS = """
    clip_grad_norm_ clip_grad_value_ get_total_norm parameters_to_vector vector_to_parameters skip_init
    fuse_conv_bn_eval fuse_linear_bn_eval
"""
_NN_CLASSES_LEFT_OUT = "DataParallel SyncBatchNorm Container NLLLoss2d LinearCrossEntropyOptions"
_F_LEFT_OUT = "boolean_dispatch handle_torch_function has_torch_function has_torch_function_unary has_torch_function_variadic assert_int_or_pair grad"


def _nn_facades() -> dict[str, Facade]:
    nn = torch.nn
    functions = _functions(nn.functional, _F_LEFT_OUT)
    noted = {name: function for name, function in noted_convolutions.items() if name in functions}
    functional = _facade(nn.functional, functions | noted | {"Tensor": torch.Tensor})
    init = _facade(nn.init, _functions(nn.init))
    utils = _facade(nn.utils, _pick(nn.utils, _NN_UTILS))
    parameter = _facade(nn.parameter, _pick(nn.parameter, "Parameter Buffer"))
    layers = _classes(nn, nn.Module, without=_NN_CLASSES_LEFT_OUT) | _pick(
        nn, "Parameter Buffer UninitializedParameter"
    )
    inner = {"functional": functional, "init": init, "utils": utils, "parameter": parameter}
    modules = _facade(nn.modules, layers)
    facades = [_facade(nn, layers | inner | {"modules": modules}), modules, *inner.values()]
    return {facade.name: facade for facade in facades}


def _torch_facades() -> dict[str, Facade]:
    facades = _nn_facades()
    scheduler = torch.optim.lr_scheduler
    schedulers = _facade(scheduler, _classes(scheduler, scheduler.LRScheduler))
    jacobians = _facade(torch.autograd.functional, _pick(torch.autograd.functional, "hessian hvp jacobian jvp vhp vjp"))
    for facade in (
        _facade(torch.linalg, _functions(torch.linalg) | _pick(torch.linalg, "LinAlgError")),
        _facade(torch.fft, _functions(torch.fft)),
        _facade(torch.special, _functions(torch.special)),
        _facade(
            torch.func, _pick(torch.func, "functional_call grad grad_and_value hessian jacfwd jacrev jvp vjp vmap")
        ),
        _facade(torch.testing, _pick(torch.testing, "assert_close make_tensor")),
        _facade(
            torch.random, _pick(torch.random, "manual_seed seed initial_seed fork_rng get_rng_state set_rng_state")
        ),
        _facade(
            torch.distributions,
            _classes(torch.distributions, torch.distributions.Distribution)
            | _pick(torch.distributions, "kl_divergence"),
        ),
        schedulers,
        _facade(torch.optim, _classes(torch.optim, torch.optim.Optimizer) | {"lr_scheduler": schedulers}),
        jacobians,
        _facade(torch.autograd, _pick(torch.autograd, _AUTOGRAD) | {"functional": jacobians}),
        _facade(torch.utils.data, _pick(torch.utils.data, _DATA)),
        _facade(torch.types, _pick(torch.types, "Number Device")),
    ):
        facades[facade.name] = facade
    facades["torch.utils"] = _facade(torch.utils, {"data": facades["torch.utils.data"]})
    facades["torch.cuda"] = _no_device()
    facades["torch.backends"] = _facade(torch.backends, {"mps": _no_device(), "cuda": _no_device()}, "torch.backends")
    children = {name.removeprefix("torch."): facade for name, facade in facades.items() if name.count(".") == 1}
    facades["torch"] = _facade(torch, _torch_names() | children | noted_convolutions)
    return facades


# ---------- Python ----------

_RANDOM = "choice choices gauss getrandbits normalvariate randint random randrange sample seed shuffle uniform betavariate expovariate triangular"
_ITERTOOLS = """
    accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby
    islice pairwise permutations product repeat starmap takewhile tee zip_longest
"""
_TYPING = """
    Any Callable ClassVar Dict Final Generator Generic Iterable Iterator List Literal Mapping NoReturn Optional Sequence Set Sized
    Tuple Type TypeVar Union cast overload
"""
_OPERATOR = """
    abs add and_ concat contains countOf eq floordiv ge getitem gt iadd imul index indexOf inv invert isub itruediv le lshift lt
    matmul mod mul ne neg not_ or_ pos pow rshift sub truediv truth xor
"""


def _wraps(wrapped: Any) -> Callable[[Any], Any]:
    """`functools.wraps` without its choice of attributes: with it, any attribute of anything could be copied past the guard."""

    def keep(wrapper: Any) -> Any:
        if isinstance(wrapper, FunctionType) and isinstance(wrapped, FunctionType):
            wrapper.__name__, wrapper.__doc__ = wrapped.__name__, wrapped.__doc__
        return wrapper

    return keep


def _python_facades() -> dict[str, Facade]:
    public_math = " ".join(name for name in vars(math) if not name.startswith("_"))
    abstract = "Callable Generator Iterable Iterator Mapping Sequence Sized Collection"
    facades = [
        _facade(math, _pick(math, public_math)),
        _facade(itertools, _pick(itertools, _ITERTOOLS)),
        _facade(functools, _pick(functools, "cache lru_cache partial reduce cmp_to_key") | {"wraps": _wraps}),
        _facade(operator, _pick(operator, _OPERATOR), "operator"),
        _facade(random, _pick(random, _RANDOM)),
        _facade(copy, _pick(copy, "copy deepcopy")),
        _facade(time, _pick(time, "time perf_counter perf_counter_ns monotonic process_time time_ns sleep")),
        _facade(typing, _pick(typing, _TYPING)),
    ]
    contained = _facade(collections.abc, _pick(collections.abc, abstract), "collections.abc")
    ordinary = _pick(collections, "Counter OrderedDict defaultdict deque namedtuple ChainMap")
    facades += [contained, _facade(collections, ordinary | {"abc": contained})]
    return {facade.name: facade for facade in facades}


MODULES: dict[str, Facade] = _torch_facades() | _python_facades()
"""Everything that can be imported, by full name."""
