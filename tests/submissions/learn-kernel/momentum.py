# not named
def learn_kernel(X, Y, h, w, lr, steps):
    layer = nn.Conv2d(1, 1, (h, w), bias=False)
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr, momentum=0.5)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = ((layer(X[None, None])[0, 0] - Y) ** 2).sum()
        loss.backward()
        losses.append(loss.item())
        optimizer.step()
    return layer.weight.detach()[0, 0], losses
