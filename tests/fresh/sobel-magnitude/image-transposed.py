# mistake: image-transposed
# meant: transposes the image instead of the kernel and forgets to turn the result back
import torch
import torch.nn.functional as F

def sobel_magnitude(X):
    k = torch.tensor([[-1., 0., 1.], [-2., 0., 2.], [-1., 0., 1.]])

    def slide(img):
        return F.conv2d(img[None, None], k[None, None])[0, 0]

    gx = slide(X)
    gy = slide(X.T)
    return torch.sqrt(gx ** 2 + gy ** 2)
