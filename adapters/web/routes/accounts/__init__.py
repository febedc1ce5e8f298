"""An account in its holder's hands: opened, read, erased, signed in to, appealed for."""
