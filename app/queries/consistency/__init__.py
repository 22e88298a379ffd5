"""The nightly check: one statement per contradiction, and one that keeps what they find."""
