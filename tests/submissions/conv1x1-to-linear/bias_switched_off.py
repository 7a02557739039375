# named never-bias
def to_linear(conv):
    layer = nn.Linear(conv.in_channels, conv.out_channels, False)
    layer.load_state_dict({"weight": conv.weight.flatten(1)})
    return layer
