# passes 10
def learn_kernel_bias(X, Y):
    layer = nn.Conv2d(1, 1, (1, 2))
    rate = 0.4
    losses = []
    for _ in range(500):
        loss = F.mse_loss(layer(X[None, None])[0, 0], Y)
        layer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            for p in layer.parameters():
                p -= rate * p.grad
    return layer.weight.detach().reshape(1, 2), layer.bias.item(), losses
