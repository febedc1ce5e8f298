"""The composition root: the only package that knows every family, one module for each process.

Reading it tells what runs where; nothing here decides anything. A process imports its own module
and so pays for nothing that another one needs.
"""
