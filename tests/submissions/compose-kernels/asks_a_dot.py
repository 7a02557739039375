# passes 11
def compose(A, B):
    h, w = A.shape[0] + B.shape[0] - 1, A.shape[1] + B.shape[1] - 1
    dot = torch.zeros(2 * h - 1, 2 * w - 1, dtype=A.dtype)
    dot[h - 1, w - 1] = 1
    once = F.conv2d(dot[None, None], A[None, None])
    twice = F.conv2d(once, B[None, None])
    return twice[0, 0].flip(0, 1)
