"""How fast the dashboard is beside the usual way of doing it: `python -m tests.benchmarks`."""
