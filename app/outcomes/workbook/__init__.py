"""A report as an .xlsx workbook: a file per sheet, and what puts them together and draws them."""
