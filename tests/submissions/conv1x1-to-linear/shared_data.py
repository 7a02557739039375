# named shared
def to_linear(conv):
    layer = nn.Linear(conv.in_channels, conv.out_channels, bias=conv.bias is not None)
    layer.weight.data = conv.weight.data.squeeze(3).squeeze(2)
    if layer.bias is not None:
        layer.bias.data = conv.bias.data
    return layer
