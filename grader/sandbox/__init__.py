"""Runs learner code; knows no answers. `pool` is the door (no torch behind it); zygote and cell are other processes."""
