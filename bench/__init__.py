"""Measures the hot reads against the bare database, side by side in one run."""
