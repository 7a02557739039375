# passes 12
def learn_kernel(X, Y, h, w, lr, steps):
    layer = nn.Conv2d(1, 1, (h, w), bias=False).double()
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = F.mse_loss(layer(X.double()[None, None])[0, 0], Y.double(), reduction="sum")
        loss.backward()
        losses.append(loss.item())
        optimizer.step()
    return layer.weight.data[0, 0], losses
