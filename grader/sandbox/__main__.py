"""`python -m grader.sandbox FD MEMORY_MB`: the zygote's main. Started by `pool`, never by hand."""

from __future__ import annotations

import sys

from grader.sandbox import cell, warm
from grader.sandbox.zygote import main

if len(sys.argv) != 3 or not all(argument.isdigit() for argument in sys.argv[1:]):
    sys.exit("The pool starts this program; to check this machine, run: python -m grader doctor")
main(int(sys.argv[1]), int(sys.argv[2]), warm.up, cell.live)
