"""E-mail addresses as a mail server wants them."""


def on_the_line(address: str) -> str:
    """The address with its domain in ASCII letters (RFC 5891), as every server understands it.

    Raises ValueError when it is no address.
    """
    local, _, domain = address.strip().rpartition("@")
    if not local or not domain:
        raise ValueError("An e-mail address has one @, with something before and after it.")
    return f"{local}@{domain.encode('idna').decode()}"


def domain_of(address: str) -> str:
    """What stands behind the @ of an address, in ASCII letters."""
    return on_the_line(address).rpartition("@")[2]
