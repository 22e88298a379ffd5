"""The deeds: one verb per file. Load, ask the rule, write, audit; never commit."""
