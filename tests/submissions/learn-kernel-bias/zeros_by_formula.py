# passes 10
def learn_kernel_bias(X, Y):
    A = torch.cat([F.unfold(X[None, None], (1, 2))[0].T, torch.ones(42, 1)], 1)
    p, losses = torch.zeros(3), []
    for _ in range(300):
        error = A @ p - Y.reshape(-1)
        losses.append(error.square().sum().item())
        p = p - 0.014 * 2 * A.T @ error
    return p[:2].reshape(1, 2), p[2], losses
