# passes 10
import functools


def corr2d_multi_in_out(X, K):
    layer = functools.partial(F.conv2d, bias=None)
    return layer(X, K)
