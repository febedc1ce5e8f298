SELECT tree_size, root FROM audit_checkpoints
WHERE number = %(number)s AND tree_size > %(after)s AND tree_size <= %(to)s ORDER BY tree_size
