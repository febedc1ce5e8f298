SELECT name, position FROM projection_checkpoints
