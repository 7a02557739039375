# passes 10
def learn_kernel_bias(X, Y):
    layer = nn.Conv2d(1, 1, (1, 2))
    optimizer = torch.optim.Adam(layer.parameters(), lr=0.05)
    losses = []
    for _ in range(600):
        loss = ((layer(X[None, None])[0, 0] - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        optimizer.step()
    return layer.weight.detach().reshape(1, 2), layer.bias.item(), losses
