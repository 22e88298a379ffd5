"""Bestendig: case management for learning-work programmes."""
