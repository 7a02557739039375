"""Demos in which a window slides: over a picture, along a line, through a volume, over channels."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Strict

from grader.catalog.demo import DemoFacts, Grid, Slices, fits, same_size, size
from grader.catalog.facts import Facts, Words

Padding = Annotated[int, Strict(), Field(ge=0, le=2)]
Stride = Annotated[int, Strict(), Field(ge=1, le=4)]

WIDEST: list[list[int | float]] = [[0] * 4] * 3
"""The largest picture whose matrix still fits a phone: 12 columns."""


class WindowPreset(Facts):
    """A picture and a kernel that fits into it."""

    name: Words
    X: Grid
    K: Grid


class PadStridePreset(WindowPreset):
    """Padding on each side and stride, both as (rows, columns)."""

    padding: tuple[Padding, Padding] = (0, 0)
    stride: tuple[Stride, Stride] = (1, 1)


class GradientPreset(WindowPreset):
    """G is the gradient that arrives at the output, so it has the output's size."""

    G: Grid


class LinePreset(Facts):
    """A row of numbers and a shorter one that slides along it."""

    name: Words
    X: list[int | float] = Field(min_length=1, max_length=12)
    K: list[int | float] = Field(min_length=1)


class VolumePreset(Facts):
    """Slices of equal size, for the volume and for the kernel."""

    name: Words
    X: Slices
    K: Slices


class MultiPreset(Facts):
    """Channels of equal size; `K[o][c]` is what output channel o does with input channel c."""

    name: Words
    X: Slices
    K: list[Slices] = Field(min_length=1)


class WindowDemo(DemoFacts):
    """A window that slides, and what it makes of the picture."""

    kind: Literal["stepper", "im2col", "flip", "blocks", "transpose"]
    presets: list[WindowPreset] = Field(min_length=1)

    def misfit(self, preset: WindowPreset) -> str | None:
        if not fits(preset.K, preset.X):
            return "K is larger than X; choose a kernel that fits into the picture"
        if self.kind == "blocks" and not fits(preset.X, WIDEST):
            return "X is too large to lay out as one matrix; use at most 3 rows of 4"
        return None


class PadStrideDemo(DemoFacts):
    """A border of zeros around the picture, and a window that takes larger steps."""

    kind: Literal["pad-stride"]
    presets: list[PadStridePreset] = Field(min_length=1)

    def misfit(self, preset: PadStridePreset) -> str | None:
        return None if fits(preset.K, preset.X) else "K is larger than X; choose a kernel that fits without padding"


class GradientDemo(DemoFacts):
    """The gradient with respect to each entry of K: a window of X, times G, added up."""

    kind: Literal["gradient"]
    presets: list[GradientPreset] = Field(min_length=1)

    def misfit(self, preset: GradientPreset) -> str | None:
        (H, W), (h, w) = size(preset.X), size(preset.K)
        if size(preset.G) == (H - h + 1, W - w + 1):
            return None
        return "G has not the size of X ⋆ K; give it one number for each window"


class LineDemo(DemoFacts):
    """A window that slides along a row of numbers."""

    kind: Literal["line"]
    presets: list[LinePreset] = Field(min_length=1)

    def misfit(self, preset: LinePreset) -> str | None:
        return None if len(preset.K) <= len(preset.X) else "K is longer than X; choose a kernel that fits into the line"


class VolumeDemo(DemoFacts):
    """A box that slides through a volume, shown slice by slice."""

    kind: Literal["volume"]
    presets: list[VolumePreset] = Field(min_length=1)

    def misfit(self, preset: VolumePreset) -> str | None:
        if len(preset.K) <= len(preset.X) and fits(preset.K[0], preset.X[0]):
            return None
        return "K is larger than X; choose a kernel that fits into the volume"


class MultiDemo(DemoFacts):
    """Several input channels, each with its own kernel, and their sum; several output channels."""

    kind: Literal["multi"]
    presets: list[MultiPreset] = Field(min_length=1)

    def misfit(self, preset: MultiPreset) -> str | None:
        kernels = [kernel for stack in preset.K for kernel in stack]
        if any(len(stack) != len(preset.X) for stack in preset.K):
            return "each output channel needs one kernel for each channel of X; correct K or X"
        if not all(same_size(kernel, kernels[0]) and fits(kernel, preset.X[0]) for kernel in kernels):
            return "the kernels need one size that fits into X; correct K"
        return None
