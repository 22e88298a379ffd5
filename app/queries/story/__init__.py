"""One trajectory as one story. Each kind of fact has a file of its own; `statement` puts them in the order of time."""
