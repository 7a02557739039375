# named no-zero
def learn_kernel_bias(X, Y):
    net = nn.Conv2d(1, 1, (1, 2))
    opt = torch.optim.SGD(net.parameters(), lr=0.005)
    losses = []
    for _ in range(100):
        loss = ((net(X[None, None]) - Y[None, None]) ** 2).sum()
        loss.backward()
        opt.step()
        losses.append(loss.item())
    return net.weight.detach().reshape(1, 2), net.bias.item(), losses
