"""What makes the log provable: the tree over it and the signed notes of its checkpoints."""
