import torch


def receptive_field(layers):
    # layers: a list of pairs [kernel, stride] of whole numbers, first layer first
    # returns an int
    # TODO: how many inputs does one output of the last layer span?
    return 0
