"""`python -m adapters` is the `xavira` command."""

from adapters.cli import main

main()
