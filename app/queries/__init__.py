"""Set-based reads, one statement each."""
