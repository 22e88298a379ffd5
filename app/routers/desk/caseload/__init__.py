"""Caseloads: one's own people with what comes next, those of colleagues, and handing people over."""
