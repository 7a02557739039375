# named lr-too-large
def learn_kernel_bias(X, Y):
    layer = nn.Conv2d(1, 1, (1, 2))
    rate = 1 / 40
    losses = []
    for _ in range(400):
        loss = ((layer(X[None, None])[0, 0] - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            for p in layer.parameters():
                p -= rate * p.grad
    return layer.weight.detach().reshape(1, 2), layer.bias.item(), losses
