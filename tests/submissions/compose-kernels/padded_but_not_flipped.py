# named correlate
def compose(A, B):
    h, w = B.shape
    return F.conv2d(F.pad(A, (w - 1, w - 1, h - 1, h - 1))[None, None], B[None, None])[0, 0]
