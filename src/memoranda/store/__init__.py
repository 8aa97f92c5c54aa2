"""Where a register is kept: its database's address, and turns taken in writing."""
