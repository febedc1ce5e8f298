"""What is asked of words and of who sent them before anything is charged."""
