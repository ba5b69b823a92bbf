# The library, static and shared, from the objects of its parts.
