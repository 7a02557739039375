# not named
def learn_kernel_bias(X, Y):
    net = nn.Conv2d(1, 1, (1, 2))
    target = (X[:, :-1] - X[:, 1:])[None, None]
    opt = torch.optim.SGD(net.parameters(), lr=0.01)
    losses = []
    for _ in range(400):
        opt.zero_grad()
        loss = ((net(X[None, None]) - target) ** 2).sum()
        loss.backward()
        opt.step()
        losses.append(loss.item())
    return net.weight.detach().reshape(1, 2), net.bias.item(), losses
