SELECT position FROM reaction_checkpoints WHERE name = %(name)s;
