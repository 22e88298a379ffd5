"""Recording a contact in twenty seconds: who, and then one screen; and correcting one later."""
