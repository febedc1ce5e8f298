"""Embedded servers and roles run as our own child processes, for one machine.

Nothing in here installs a server, daemonises, or listens beyond the loopback and unix sockets.
"""
