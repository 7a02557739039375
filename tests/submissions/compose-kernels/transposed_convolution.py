# passes 11
def compose(A, B):
    return F.conv_transpose2d(A[None, None], B[None, None])[0, 0]
