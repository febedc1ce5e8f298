"""The back end of the test book: its process, when that runs, and what is deleted of it."""
