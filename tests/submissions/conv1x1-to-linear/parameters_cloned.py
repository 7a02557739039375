# passes 10
def to_linear(conv):
    has_bias = conv.bias is not None
    layer = nn.Linear(conv.in_channels, conv.out_channels, bias=has_bias)
    layer.weight = nn.Parameter(conv.weight.detach().clone().squeeze(-1).squeeze(-1))
    if has_bias:
        layer.bias = nn.Parameter(conv.bias.detach().clone())
    return layer
