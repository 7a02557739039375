# named repeated-stack
def corr2d_multi_in_out(X, K):
    result = None
    for k in K:
        fresh = F.conv2d(X[None], k[None])[0, 0]
        result = fresh if result is None else torch.stack([result, fresh])
    if result.dim() == 2:
        result = result[None]
    return result
