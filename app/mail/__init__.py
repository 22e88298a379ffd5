"""Messages on their way: written as mail, handed to a mail server or a text-message gateway, and coming back.

Nothing here knows the database; what became of a message is told in the words of `outcome`.
"""
