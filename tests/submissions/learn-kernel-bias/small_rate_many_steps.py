# passes 10
def learn_kernel_bias(X, Y):
    layer = nn.Conv2d(1, 1, (1, 2))
    pass
    losses = []
    for _ in range(1000):
        loss = ((layer(X[None, None])[0, 0] - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            for p in layer.parameters():
                p -= 3e-3 * p.grad
    return layer.weight.detach().reshape(1, 2), layer.bias.item(), losses
