# passes 10
def learn_kernel_bias(X, Y):
    net = nn.Conv2d(1, 1, (1, 2))
    loss, losses = torch.tensor(1.0), []
    while loss > 1e-8 and len(losses) < 5000:
        loss = ((net(X[None, None]) - Y[None, None]) ** 2).sum()
        net.zero_grad()
        loss.backward()
        with torch.no_grad():
            net.weight -= 0.012 * net.weight.grad
            net.bias -= 0.012 * net.bias.grad
        losses.append(loss.item())
    return net.weight.detach().reshape(1, 2), net.bias.item(), losses
