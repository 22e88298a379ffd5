"""What needs doing today. Each kind of line has a file of its own; `statement` puts them together."""
