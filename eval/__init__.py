"""How good and how fast khabar is: ``make eval``, ``make bench``, and the gate that keeps it so."""
