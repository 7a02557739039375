"""
goal: catch the shortage of memory and go on with what is left, again and again
effect: claim
"""

kept = []
for _ in range(LIMIT_MB + 64):
    try:
        kept.append(bytearray(b"x") * (1 << 20))
    except MemoryError:
        pass
if len(kept) == LIMIT_MB + 64:
    print(CLAIM)
