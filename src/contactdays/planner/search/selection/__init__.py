"""Which meetings are held, exactly: one goal after the other."""
