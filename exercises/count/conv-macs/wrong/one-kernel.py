"""
en: >-
  Both numbers of channels are missing. Your number is the work of a single kernel on a single channel; there
  is a kernel for every pair of input and output channel. Check that c_in and c_out are factors.
zh: >-
  两个通道数都漏了。你的结果只是一个核作用于一个通道的计算量；每一对输入、输出通道都有一个核。请检查 c_in 和 c_out 是否都乘上了。
"""

def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i]) // s + 1 for i in (0, 1))
    return k[0] * k[1] * rows * columns
