"""The rules of the field: values and a day in, a decision out. No database, no clock, no web."""
