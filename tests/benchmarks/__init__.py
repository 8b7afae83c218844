"""Measures, not tests: speed as ratios against named yardsticks. See `python -m tests.benchmarks -h`."""
