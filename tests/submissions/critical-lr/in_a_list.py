# not named 0
def critical_lr(X, h, w, bias):
    return [0.0333]
