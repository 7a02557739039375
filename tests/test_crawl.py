"""What learner code can reach: the list decides it name by name, and a crawl in a cell finds no door."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import torch
from proof import record

from grader.sandbox import offered, undecided
from grader.sandbox.attributes import LISTED, guarded_getattr
from grader.sandbox.jail import Walls
from grader.sandbox.pool import Job, Pool
from grader.sandbox.refusal import Refused

CRAWLER = (Path(__file__).parent / "crawler.py").read_text(encoding="utf-8")


def crawl(pool: Pool, before: str = "", start: str = "") -> dict[str, Any]:
    """What a crawl in a cell found, after something of ours was changed there."""
    source = CRAWLER.replace('if __name__ == "submission":\n', f'if __name__ == "submission":\n{before}', 1)
    source = source.replace('START = ""', f"START = {start!r}", 1)
    run = pool.run_behind(Job(source, None, policy=False, cpu_s=60.0, total_s=60.0), Walls.ALL)
    assert run.load is None, run.load
    return dict(json.loads(run.stdout))


LIST_IT = """
    from grader.sandbox import attributes
    attributes.LISTED[torch.Tensor].names.add("door")
    attributes.TENSOR_OFFERED = frozenset(attributes.LISTED[torch.Tensor].names)
"""
DOORS = {
    "a new method that gives a function of the system": (
        LIST_IT + "    import os\n    torch.Tensor.door = lambda x: os.getpid\n",
        "Tensor.door()",
    ),
    "a new property that gives a frame's code in a list": (
        LIST_IT + "    torch.Tensor.door = property(lambda x: [Crawl.run.__code__])\n",
        "Tensor.door[…]",
    ),
    "a new function that gives a module": ("    MODULES['time'].names['door'] = lambda: torch\n", "time.door()"),
    "a module in the facade": ("    MODULES['copy'].names['door'] = nn\n", "copy.door"),
    "a new class that opens files when entered": (
        "    class Door:\n"
        "        def __enter__(self): return open\n"
        "        def __exit__(self, *_): pass\n"
        "    MODULES['math'].names['door'] = Door\n",
        "math.door(){with}",
    ),
}


@pytest.mark.proof
def test_crawl_reaches_no_door_and_goes_far_enough_to_mean_something(pool: Pool) -> None:
    found = crawl(pool)
    record("crawl", steps=found["steps"], calls=found["calls"], objects=found["objects"], doors=len(found["doors"]))
    assert (found["doors"], found["steps"] > 20_000, found["calls"] > 2_000) == ([], True, True)


@pytest.mark.parametrize("name", DOORS)
def test_crawl_finds_a_door_that_is_opened(pool: Pool, name: str) -> None:
    opened, path = DOORS[name]
    assert path in crawl(pool, opened, re.split(r"[.(]", path)[0])["doors"]


def test_a_name_on_no_list_stays_closed_whatever_torch_hangs_there(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind, obj in ((torch.Tensor, torch.ones(1)), (torch.nn.Module, torch.nn.ReLU()), (torch.Generator, None)):
        if obj is not None:
            monkeypatch.setattr(kind, "door", lambda self: torch, raising=False)
            with pytest.raises(Refused, match=r"refused\.name"):
                guarded_getattr(obj, "door")


@pytest.mark.proof
def test_this_torch_has_no_name_that_nobody_decided_about() -> None:
    """Red after an upgrade of torch: decide each name in grader/sandbox/offered.txt, `name` or `-name`."""
    assert (undecided.new(), undecided.vanished()) == ([], [])
    names = sum(len(offer.names) for offer in (*offered.MODULES.values(), *offered.TYPES.values()))
    record("facade", offered=names, sections=len(offered.MODULES) + len(offered.TYPES))


def test_a_name_that_a_new_torch_brings_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch, "newthing", lambda: torch, raising=False)
    monkeypatch.setattr(torch.nn.Conv2d, "newmethod", 1, raising=False)
    monkeypatch.delattr(torch, "tril_indices")
    assert undecided.new() == ["[torch] newthing", "[type torch.nn.Module] newmethod"]
    assert undecided.vanished() == ["[torch] tril_indices"]


def test_the_list_is_sorted_and_names_each_thing_once() -> None:
    text = offered._FILE.read_text(encoding="utf-8")
    for section in text.split("\n\n")[1:]:
        names = [line.lstrip("-").split(" ")[0] for line in section.strip().split("\n")[1:]]
        assert names == sorted(set(names)), section.split("\n")[0]


THINGS: dict[str, Any] = {
    "torch.Tensor": torch.ones(1),
    "torch.nn.Module": torch.nn.ReLU(),
    "torch.optim.Optimizer": torch.optim.SGD([torch.ones(1)], lr=0.1),
    "torch.utils.data.DataLoader": torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.ones(1))),
    "types.GeneratorType": (n for n in range(1)),
    "builtins.BaseException": AttributeError("x"),
}


@pytest.mark.parametrize("name", THINGS)
def test_what_was_decided_against_is_refused_for_its_reason(name: str) -> None:
    thing, refused = THINGS[name], offered.TYPES[name].refused
    codes = {}
    for forbidden in refused:
        with pytest.raises(AttributeError) as caught:
            guarded_getattr(thing, forbidden)
        codes[forbidden] = getattr(caught.value, "code", refused[forbidden])
    assert codes == dict(refused)
    assert refused


def test_objects_of_a_class_on_no_list_offer_nothing() -> None:
    class Unlisted:
        value = 1

    thing = Unlisted()
    thing.data = 2  # type: ignore[attr-defined]
    for name in ("value", "data"):
        with pytest.raises(Refused, match=r"refused\.name"):
            guarded_getattr(thing, name)
    assert Unlisted not in LISTED
