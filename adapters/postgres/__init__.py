"""PostgreSQL: connections, roles and migrations. Every statement lives in a .sql file beside its
reader or in the module that owns the table.
"""
