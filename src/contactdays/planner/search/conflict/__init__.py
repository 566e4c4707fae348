"""Why there is no plan: rules that conflict, none to spare."""
