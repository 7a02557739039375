# passes 10
def learn_kernel_bias(X, Y):
    net = nn.Conv2d(1, 1, (1, 2))
    opt = torch.optim.SGD([{'params': [net.weight], 'lr': 0.01}, {'params': [net.bias], 'lr': 0.008}], lr=0.01)
    losses = []
    for _ in range(600):
        opt.zero_grad()
        loss = ((net(X[None, None]) - Y[None, None]) ** 2).sum()
        loss.backward()
        opt.step()
        losses.append(loss.item())
    return net.weight.detach().reshape(1, 2), net.bias.item(), losses
