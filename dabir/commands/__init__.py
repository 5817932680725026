"""What the commands of ``dabir`` do, one module a family; ``dabir.cli`` is their door."""
