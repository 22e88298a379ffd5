"""The doors, a folder per audience. A router parses, names the actor, calls one function, answers."""
