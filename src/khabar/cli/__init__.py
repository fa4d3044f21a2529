"""The command ``khabar``: one verb a room."""
