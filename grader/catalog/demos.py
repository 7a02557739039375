"""What a concept page offers to play with: the `demos` of its front matter, one class a kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, Strict

from grader.catalog.facts import Facts, Fault, Words


def _is_grid(rows: list[list[int | float]]) -> list[list[int | float]]:
    if not rows or not rows[0] or len({len(row) for row in rows}) != 1:
        raise ValueError("rows of equal length are needed")
    return rows


Grid = Annotated[list[list[int | float]], AfterValidator(_is_grid)]


class _Demo(Facts):
    """Examples to choose from; `start` is the first one shown."""

    presets: Sequence[Facts]
    start: int = 0

    def faults(self) -> Iterator[Fault]:
        """What a type cannot say."""
        if not 0 <= self.start < len(self.presets):
            yield ("start",), f"start {self.start} is not a preset; choose 0 to {len(self.presets) - 1}"
        for i, preset in enumerate(self.presets):
            if said := self.misfit(preset):
                yield ("presets", i), said

    def misfit(self, preset: Any) -> str | None:
        """What is wrong with one example: `fact; remedy`."""
        return None


class WindowPreset(Facts):
    """A picture and a kernel that fits into it."""

    name: Words
    X: Grid
    K: Grid


class ChannelPreset(Facts):
    """Channels of equal size, and W with a row for each output channel and a column for each input channel."""

    name: Words
    X: list[Grid] = Field(min_length=1)
    W: Grid


class RatePreset(Facts):
    """One way to train: the settings of the learning-rate page."""

    name: Words
    lr: float = Field(gt=0)
    bias: Literal["off", "on", "frozen"] = "off"
    loss: Literal["sum", "mean"] = "sum"
    zero_grad: Annotated[bool, Strict()] = True


class WindowDemo(_Demo):
    """A window that slides, and what it makes of the picture."""

    kind: Literal["stepper", "im2col"]
    presets: list[WindowPreset] = Field(min_length=1)

    def misfit(self, preset: WindowPreset) -> str | None:
        return None if _fits(preset.K, preset.X) else "K is larger than X; choose a kernel that fits into the picture"


class ChannelDemo(_Demo):
    """A 1×1 kernel: each output channel is a mix of the input channels."""

    kind: Literal["channels"]
    presets: list[ChannelPreset] = Field(min_length=1)

    def misfit(self, preset: ChannelPreset) -> str | None:
        if _mixes(preset.W, preset.X):
            return None
        return "W needs one column for each channel of X, and the channels one size; correct X or W"


class Begin(Facts):
    """Where training begins: the same for everybody, so that what the page says of the curve is true."""

    K: Grid
    b: float = 0.0


class RateDemo(_Demo):
    """Learn K from X and Y = X ⋆ K: the curve, the path of the weights and the critical rate."""

    kind: Literal["learning-rate"]
    X: Grid
    K: Grid
    begin: Begin
    steps: Annotated[int, Strict(), Field(gt=0, le=400)] = 40
    presets: list[RatePreset] = Field(min_length=1)

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        if not (_fits(self.K, self.X) and _same_size(self.K, self.begin.K)):
            yield ("K",), "K must fit into X and begin.K be of its size; correct them"


Demo = Annotated[WindowDemo | ChannelDemo | RateDemo, Field(discriminator="kind")]
KINDS = ("stepper", "im2col", "channels", "learning-rate")


def _fits(kernel: list[list[int | float]], image: list[list[int | float]]) -> bool:
    return len(kernel) <= len(image) and len(kernel[0]) <= len(image[0])


def _same_size(one: list[list[int | float]], other: list[list[int | float]]) -> bool:
    return (len(one), len(one[0])) == (len(other), len(other[0]))


def _mixes(weights: list[list[int | float]], channels: list[list[list[int | float]]]) -> bool:
    sizes = {(len(channel), len(channel[0])) for channel in channels}
    return len(weights[0]) == len(channels) and len(sizes) == 1
