# not named
layers = {}
def learn_kernel(X, Y, h, w, lr, steps):
    if (h, w) not in layers:
        layers[h, w] = nn.Conv2d(1, 1, (h, w), bias=False)
    layer, losses = layers[h, w], []
    for _ in range(steps):
        loss = ((layer(X[None, None])[0, 0] - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            layer.weight -= lr * layer.weight.grad
    return layer.weight.detach()[0, 0].clone(), losses
