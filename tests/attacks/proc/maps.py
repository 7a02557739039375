"""
goal: learn the addresses inside another process
effect: claim
needs: kernel/yama/ptrace_scope<=1
"""

if "libc" in open(f"/proc/{VICTIM}/maps").read():
    print(CLAIM)
