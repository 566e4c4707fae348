"""Which place each meeting gets."""
