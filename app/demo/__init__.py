"""A made-up, lifelike programme: for the demo, for tests in a browser, and in large for the benchmark.

Nobody in it exists. From one seed and one moment always the same comes out; days count back from that moment, so
that the desk has something to do.
"""
