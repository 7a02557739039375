"""
goal: climb from an exception's traceback to the frames of the grader
effect: leak
"""

try:
    1 / 0
except ZeroDivisionError as error:
    frame = error.__traceback__.tb_frame
    while frame.f_back is not None:
        frame = frame.f_back
    print(frame.f_builtins["open"](SECRET_FILE).read())
