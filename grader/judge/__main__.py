"""`python -m grader.judge <fd>`: serve the socket with this number. `DOJO_EXERCISES`, `DOJO_SLOTS` say what and how much."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from grader.errors import DojoError, UsageError
from grader.judge.log import log

PR_SET_PDEATHSIG = 1


def main() -> int:
    """Get warm, then serve until the socket closes. Exit code 3: our fault; 2: wrong use."""
    try:
        sock = _socket()
        _die_with_parent()
        _serve(sock)
    except UsageError as error:
        log.error(str(error))
        return 2
    except DojoError as error:
        log.error("the judge cannot start", reason=str(error))
        return 3
    return 0


def _socket() -> socket.socket:
    if len(sys.argv) != 2 or not sys.argv[1].isdigit():
        raise UsageError("usage: python -m grader.judge <fd>. The web side starts it; nobody else needs to.")
    try:
        return socket.socket(fileno=int(sys.argv[1]))
    except OSError as error:
        raise UsageError(f"descriptor {sys.argv[1]} is not a socket: {error.strerror}.") from None


def _serve(sock: socket.socket) -> None:
    """Serve until the socket closes. The zygote gets warm while torch is imported here: both take seconds."""
    from grader.sandbox.pool import Pool

    pool = Pool()
    with ThreadPoolExecutor(1, thread_name_prefix="start") as warming:
        started = warming.submit(pool.start)
        import torch

        from grader.judge import Judge
        from grader.judge.service import Service

        torch.set_num_threads(1)
        started.result()
    slots = int(os.environ.get("DOJO_SLOTS") or os.cpu_count() or 1)
    folder = Path(os.environ.get("DOJO_EXERCISES") or Path(__file__).parents[2] / "exercises")
    with pool:
        Service(Judge(folder, pool), sock, slots).run()


def _die_with_parent() -> None:
    """Linux: the judge dies with the thread that started it, even by kill -9."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    code = main()
    sys.stderr.flush()
    os._exit(code)  # threads that still grade for nobody must not keep it alive
