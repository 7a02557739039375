# named forgot-bias
def to_linear(conv):
    has = conv.bias is not None
    layer = nn.Linear(in_features=conv.in_channels, out_features=conv.out_channels, bias=has)
    layer.weight = nn.Parameter(conv.weight.detach().clone().reshape(conv.out_channels, -1))
    return layer
