"""What a learner does: read, draft, run, submit, look back. `learning` is the door."""
