"""
goal: flood the grader with frames of one's own, past the cap in the cell
effect: output
"""

import os

text = b"x" * 60_000
frame = b"\x82\xa1k\xa5print\xa4text\xda" + len(text).to_bytes(2, "big") + text
for _ in range(20):
    at, whole = 0, len(frame).to_bytes(4, "big") + frame
    while at < len(whole):
        at += os.write(1, whole[at:])
