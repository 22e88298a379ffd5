"""The language of one participant: its page, and what can be recorded there."""
