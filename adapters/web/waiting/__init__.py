"""What would hold requests up, on threads of its own: ends of generations, services outside."""
