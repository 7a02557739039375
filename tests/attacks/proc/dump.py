"""
goal: have another process write its shared memory into a core file
effect: victim
"""

with open(f"/proc/{VICTIM}/coredump_filter", "w") as file:
    file.write("0x7f")
