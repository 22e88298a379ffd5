"""The parts of importing a workbook: what is known already, what contradicts it, what to write."""
