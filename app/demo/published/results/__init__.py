"""The published results that the engine must give back, one file each."""
