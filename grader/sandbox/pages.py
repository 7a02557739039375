"""The zygote's memory in huge pages: a fork copies one entry where it copied 512, and is several times faster.

A cell that writes to such a page gets its own small one as ever (the kernel splits the entry, not the page), so cells
keep no more for themselves. https://docs.kernel.org/admin-guide/mm/transhuge.html
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from pathlib import Path

HUGE = 2 << 20
_MADV_COLLAPSE = 25  # Linux 6.1


def gather_pages() -> int:
    """Gather this process's own memory into huge pages; how many it has. 0 where the kernel cannot."""
    if sys.platform != "linux":
        return 0
    madvise = ctypes.CDLL(None).madvise
    madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    return sum(madvise(start, HUGE, _MADV_COLLAPSE) == 0 for start in _own_places())


def _own_places() -> Iterator[int]:
    """Where a huge page would fit into private, writable memory that no file stands behind."""
    for line in Path("/proc/self/maps").read_text().splitlines():
        span, rights, _, _, _, *name = line.split()
        if rights == "rw-p" and name in ([], ["[heap]"]):
            start, end = (int(address, 16) for address in span.split("-"))
            yield from range(-(-start // HUGE) * HUGE, end - HUGE + 1, HUGE)
