"""The example edition: what the workbook of an invented ministry's week holds, and nothing of the product."""
