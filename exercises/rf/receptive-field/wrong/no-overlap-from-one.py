"""
en: >-
  You count whole kernels, but neighbouring windows overlap. Two kernels of 3 see 5 inputs, not 6. Going
  forwards, each layer adds its kernel minus 1, and the field starts at 1; going backwards, r outputs span (r
  − 1) strides and one kernel. Check your formula with this example.
zh: >-
  你把整个核长都算了进去，但相邻的窗口互相重叠。两个长为 3 的核能看到 5 个输入，而不是 6 个。顺着走时，感受野从 1 开始，每一层只增加“核长减 1”；倒着推时，r 个输出所跨的是 (r − 1) 个步幅加一个核长。请用这个例子检查你的公式。
"""

def receptive_field(layers):
    r = 1
    for k, s in reversed(layers):
        r = r * s + k
    return r
