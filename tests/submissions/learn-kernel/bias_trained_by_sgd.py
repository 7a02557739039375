# named bias-trained
def learn_kernel(X, Y, h, w, lr, steps):
    net = nn.Conv2d(1, 1, (h, w))
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        opt.zero_grad()
        loss = ((net(X[None, None]) - Y[None, None]) ** 2).sum()
        loss.backward()
        opt.step()
        losses.append(loss.item())
    return net.weight.detach()[0, 0], losses
