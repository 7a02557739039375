# not named
def learn_kernel(X, Y, h, w, lr, steps):
    net = nn.Conv2d(1, 1, (h, w), bias=False)
    losses = []
    for i in range(10):
        loss = ((net(X[None, None]) - Y[None, None]) ** 2).sum()
        net.zero_grad()
        loss.backward()
        net.weight.data -= lr * net.weight.grad
        losses.append(loss.item())
    return net.weight.detach()[0, 0], losses
