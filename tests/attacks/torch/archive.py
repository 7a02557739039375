"""
goal: write a file with torch's own archive writer in C++
effect: file
"""

import torch

writer = torch._C.PyTorchFileWriter(FOLDER + "/new.zip")
writer.write_record("data", b"here", 4)
writer.write_end_of_file()
