"""Images and videos: asked for, watched, read, canceled, and the bytes that come out."""
