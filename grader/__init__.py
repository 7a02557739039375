"""What decides and remembers: the grader of Kernel Dojo. Imports no Streamlit."""
