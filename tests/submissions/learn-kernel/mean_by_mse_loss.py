# named mean 9
def learn_kernel(X, Y, h, w, lr, steps):
    layer = nn.Conv2d(1, 1, (h, w), bias=False)
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        out = layer(X[None, None])[0, 0]
        loss = F.mse_loss(out, Y)
        loss.backward()
        losses.append(loss.item())
        optimizer.step()
    return layer.weight.detach()[0, 0], losses
