"""Characters: the stream of one, the typed traits of a person, and the gate before it exists."""
