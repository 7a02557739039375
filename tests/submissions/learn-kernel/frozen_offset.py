# named bias-on
def learn_kernel(X, Y, h, w, lr, steps):
    k, offset, losses = torch.randn(h, w, requires_grad=True), 0.4, []
    for _ in range(steps):
        loss = ((F.conv2d(X[None, None], k[None, None])[0, 0] + offset - Y) ** 2).sum()
        losses.append(loss.item())
        k = (k - lr * torch.autograd.grad(loss, k)[0]).detach().requires_grad_()
    return k.detach(), losses
