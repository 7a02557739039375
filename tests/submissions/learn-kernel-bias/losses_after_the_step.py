# passes 10
def learn_kernel_bias(X, Y):
    net = nn.Conv2d(1, 1, (1, 2))
    opt = torch.optim.SGD(net.parameters(), lr=0.01)
    losses = []
    for _ in range(400):
        opt.zero_grad()
        ((net(X[None, None]) - Y[None, None]) ** 2).sum().backward()
        opt.step()
        with torch.no_grad():
            losses.append(((net(X[None, None]) - Y[None, None]) ** 2).sum().item())
    return net.weight.detach().reshape(1, 2), net.bias.item(), losses
