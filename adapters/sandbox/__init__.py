"""When the process of the test book runs, and what is deleted of that book."""
