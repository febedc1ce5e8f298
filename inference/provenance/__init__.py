"""Says in every finished file that a machine made it, and reads that again from files of others."""
