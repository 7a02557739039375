"""What every demo of a concept page is made of: examples to choose from, and grids of numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from grader.catalog.facts import Facts, Fault


def _is_grid(rows: list[list[int | float]]) -> list[list[int | float]]:
    if not rows or not rows[0] or len({len(row) for row in rows}) != 1:
        raise ValueError("rows of equal length are needed")
    return rows


Grid = Annotated[list[list[int | float]], AfterValidator(_is_grid)]


def _is_stack(grids: list[list[list[int | float]]]) -> list[list[list[int | float]]]:
    if len({(len(grid), len(grid[0])) for grid in grids}) != 1:
        raise ValueError("grids of one size are needed")
    return grids


Slices = Annotated[list[Grid], Field(min_length=1), AfterValidator(_is_stack)]


class DemoFacts(Facts):
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


def size(grid: list[list[int | float]]) -> tuple[int, int]:
    """Rows and columns."""
    return len(grid), len(grid[0])


def same_size(one: list[list[int | float]], other: list[list[int | float]]) -> bool:
    """Whether two grids have as many rows and as many columns."""
    return size(one) == size(other)


def fits(kernel: list[list[int | float]], image: list[list[int | float]]) -> bool:
    """Whether a window of the kernel's size finds a place in the image."""
    return len(kernel) <= len(image) and len(kernel[0]) <= len(image[0])
