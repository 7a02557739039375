# passes 10
def corr1d(x, k):
    places = x.numel() - k.numel() + 1
    band = torch.stack([F.pad(k, (i, places - 1 - i)) for i in range(places)])
    return band @ x
