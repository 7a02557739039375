# passes 10
def learn_kernel_bias(X, Y):
    net = nn.Conv2d(1, 1, (1, 2))
    opt = torch.optim.LBFGS(net.parameters(), lr=0.5, max_iter=4)
    losses = []
    def closure():
        opt.zero_grad()
        loss = ((net(X[None, None]) - Y[None, None]) ** 2).sum()
        loss.backward()
        return loss
    for _ in range(20):
        losses.append(opt.step(closure).item())
    return net.weight.detach().reshape(1, 2), net.bias.item(), losses
