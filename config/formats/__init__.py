"""Dates as they are written here, in languages whose own habit is read two ways."""
