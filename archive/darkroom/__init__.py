"""Where unknown files are opened: in a process of its own, under limits."""
