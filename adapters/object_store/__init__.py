"""Real object stores behind `domain.objects.ObjectStore`: a folder, and any S3."""
