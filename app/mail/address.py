"""E-mail addresses as a mail server wants them."""

from email.errors import MessageError
from email.headerregistry import Address


def on_the_line(address: str) -> str:
    """The address with its domain in ASCII letters (RFC 5891), as every server understands it.

    Raises ValueError when it is none, or has letters before the @ that not every server takes.
    """
    local, _, domain = address.strip().rpartition("@")
    try:
        return Address(addr_spec=f"{local}@{domain.encode('idna').decode()}").addr_spec
    except (MessageError, IndexError) as fault:
        raise ValueError("This is no e-mail address.") from fault


def domain_of(address: str) -> str:
    """What stands behind the @ of an address, in ASCII letters."""
    return on_the_line(address).rpartition("@")[2]
