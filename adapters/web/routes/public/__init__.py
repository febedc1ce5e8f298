"""What is there for everybody: the service itself, its proofs, its provenance, reports of abuse."""
