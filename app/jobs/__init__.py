"""What the program does by itself: one file per task, the queue they wait in, and the worker that does them."""
