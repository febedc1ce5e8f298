"""Finance reports: what the journal says of any period, as tables, files, charts and plain books.

Reading order: report (what a report is), catalogue (all of them by name), formats and charts (how
they look), plaintext_books (journals that other accounting programs read). Nothing here writes to
the database, and a report about a period that is over is the same bytes every time.
"""
