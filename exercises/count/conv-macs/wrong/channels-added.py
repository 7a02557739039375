"""
en: >-
  Input and output channels are added, but they multiply. Each output channel meets each input channel with a
  kernel of its own: c_out · c_in kernels. Check how the two numbers enter.
zh: >-
  你把输入、输出通道数相加了，而它们应当相乘。每个输出通道与每个输入通道之间都有一个核，共 c_out · c_in 个。请检查两个数是怎样进入算式的。
"""

def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i]) // s + 1 for i in (0, 1))
    return (c_in + c_out) * k[0] * k[1] * rows * columns
