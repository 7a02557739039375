"""
exercise: corr2d
cheat: "a frame announces 2 GB"
naive: quiet_frames
policy: false
score: 0
"""

import os

import torch

from grader.wire import Array, encode


def frame(index, **known):
    value = Array("float32", (1, 1), bytes(4))
    return encode({"k": "case", "index": index, "ran": "returned", "value": value, "args_after": [], "ops": {}, "error": None} | known)


def corr2d(X, K):
    os.write(1, b'\x7f\xff\xff\xff')
    os._exit(0)
