"""The routes, a folder for each resource. A file that holds routes begins with them."""
