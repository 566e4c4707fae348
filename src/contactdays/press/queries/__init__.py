"""Reading releases: ``public`` is what the world may know, ``office`` what the press office sees."""
