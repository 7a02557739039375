# not named
def to_linear(conv):
    layer = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    with torch.no_grad():
        layer.weight.copy_(conv.weight.flatten(1).flip(0))
        if conv.bias is not None:
            layer.bias.copy_(conv.bias)
    return layer
