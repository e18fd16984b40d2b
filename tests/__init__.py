"""Rules the project keeps: a file per module, the data itself, the page in a real browser, benchmarks."""
