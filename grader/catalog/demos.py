"""What a concept page offers to play with: the `demos` of its front matter, one class a kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, get_args

from pydantic import Field, Strict

from grader.catalog.demo import DemoFacts, Grid, fits, same_size, size
from grader.catalog.demo_windows import GradientDemo, LineDemo, MultiDemo, PadStrideDemo, VolumeDemo, WindowDemo
from grader.catalog.facts import Facts, Fault, Words


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


class ChannelDemo(DemoFacts):
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


class RateDemo(DemoFacts):
    """Learn K from X and Y = X ⋆ K: the curve, the path of the weights and the critical rate."""

    kind: Literal["learning-rate"]
    X: Grid
    K: Grid
    begin: Begin
    steps: Annotated[int, Strict(), Field(gt=0, le=400)] = 40
    presets: list[RatePreset] = Field(min_length=1)

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        if not (fits(self.K, self.X) and same_size(self.K, self.begin.K)):
            yield ("K",), "K must fit into X and begin.K be of its size; correct them"


Count = Annotated[int, Strict(), Field(gt=0, le=10_000)]
Size = Annotated[list[Count], Field(min_length=2, max_length=2)]
Picture = Literal["disc", "stripes", "ramp", "letter", "photo", "bars-h", "bars-v", "bars-d", "bars-a"]
Line = Literal["line-h", "line-v", "line-d", "line-a"]
Kernel = Literal["identity", "box", "gaussian", "sharpen", "laplacian", "sobel-x", "sobel-y", "emboss", Line]
GLYPH, REACH = 6, 3
"""The largest glyph that has room to move, and the largest kernel that leaves room."""


class ShiftPreset(Facts):
    """A glyph to push about in an empty picture, and the kernel that looks at it."""

    name: Words
    X: Grid
    K: Grid


class ShiftDemo(DemoFacts):
    """The picture moves, and the answer of a convolution moves with it; that of a dense layer does not."""

    kind: Literal["shift"]
    presets: list[ShiftPreset] = Field(min_length=1)

    def misfit(self, preset: ShiftPreset) -> str | None:
        if max(size(preset.X)) > GLYPH or max(size(preset.K)) > REACH:
            return f"X or K is too large to move about; use at most {GLYPH} by {GLYPH} and {REACH} by {REACH}"
        if not any(map(any, preset.X)):
            return "X is zero everywhere; draw something that can be seen to move"
        return None


class DensePreset(Facts):
    """A photo, the hidden units of a dense layer, and the convolution beside it."""

    name: Words
    megapixels: float = Field(gt=0, le=200)
    colours: Count
    hidden: Count
    kernel: Count
    channels: Count


class DenseDemo(DemoFacts):
    """How many weights a dense layer on a photo has, and what they weigh in memory."""

    kind: Literal["dense"]
    presets: list[DensePreset] = Field(min_length=1)


class PicturePreset(Facts):
    """A picture and a kernel, both built in."""

    name: Words
    picture: Picture
    kernel: Kernel


class PicturesDemo(DemoFacts):
    """What a kernel makes of a whole picture."""

    kind: Literal["pictures"]
    presets: list[PicturePreset] = Field(min_length=1)


class FieldPreset(Facts):
    """Layers, the first one first: `[kernel, stride]` each."""

    name: Words
    layers: list[Size] = Field(min_length=1, max_length=5)


class FieldDemo(DemoFacts):
    """Which cells of the image one cell of the last layer depends on."""

    kind: Literal["field"]
    presets: list[FieldPreset] = Field(min_length=1)

    def misfit(self, preset: FieldPreset) -> str | None:
        if all(kernel <= 7 and stride <= 3 for kernel, stride in preset.layers):
            return None
        return "a layer does not fit the drawing; use kernels up to 7 and strides up to 3"


class WorkPreset(Facts):
    """A convolution layer and the size of its input; `kernel` and `image` are height and width."""

    name: Words
    c_in: Count
    c_out: Count
    kernel: Size
    image: Size
    padding: Annotated[int, Strict(), Field(ge=0, le=100)] = 0
    stride: Count = 1
    bias: Annotated[bool, Strict()] = True


class WorkDemo(DemoFacts):
    """Parameters and multiplications of one layer, beside the dense layer between the same sizes."""

    kind: Literal["work"]
    presets: list[WorkPreset] = Field(min_length=1)

    def misfit(self, preset: WorkPreset) -> str | None:
        if all(k <= n + 2 * preset.padding for k, n in zip(preset.kernel, preset.image, strict=True)):
            return None
        return "the kernel is larger than the padded image; choose a smaller kernel or more padding"


Demo = Annotated[
    WindowDemo
    | PadStrideDemo
    | GradientDemo
    | LineDemo
    | VolumeDemo
    | MultiDemo
    | ChannelDemo
    | RateDemo
    | ShiftDemo
    | DenseDemo
    | PicturesDemo
    | FieldDemo
    | WorkDemo,
    Field(discriminator="kind"),
]
KINDS: tuple[str, ...] = tuple(
    kind for demo in get_args(get_args(Demo)[0]) for kind in get_args(demo.model_fields["kind"].annotation)
)


def _mixes(weights: list[list[int | float]], channels: list[list[list[int | float]]]) -> bool:
    return len(weights[0]) == len(channels) and len({size(channel) for channel in channels}) == 1
