# passes 10
def to_linear(conv):
    """Ask the convolution what it does to nothing and to each channel alone."""
    co, ci = conv.weight.shape[:2]
    with torch.no_grad():
        nothing = conv(torch.zeros(1, ci, 1, 1))[0, :, 0, 0]
        each = conv(torch.eye(ci)[:, :, None, None])[:, :, 0, 0] - nothing
        layer = nn.Linear(ci, co, bias=conv.bias is not None)
        layer.weight.data = each.t().contiguous()
        if conv.bias is not None:
            layer.bias.data = nothing
    return layer
