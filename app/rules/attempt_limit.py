"""How often somebody may try links, so that guessing and flooding come to nothing."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

WITHIN = timedelta(minutes=10)
MISSES = 60
"""Links that open nothing, per range of addresses: a mail scanner or an office with old messages stays below it."""
ANSWERS = 20
"""Forms sent in with one link."""


def address_range(host: str) -> str:
    """The range that an internet address belongs to: of version 4 the first 24 bits, of version 6 the first 48."""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return "unknown"
    if address.version == 6 and address.ipv4_mapped:
        address = address.ipv4_mapped
    return str(ip_network((address, 24 if address.version == 4 else 48), strict=False))


def lately(moments: Iterable[datetime], at: datetime) -> list[datetime]:
    """Those of these moments that still count."""
    return [moment for moment in moments if at - moment < WITHIN]
