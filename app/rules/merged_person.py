"""What is known of somebody whose two numbers become one."""

from collections.abc import Mapping

MUNICIPALITY = frozenset({"municipality_code", "municipality_name"})
"""Said together: the code of one and the name of another would be no place at all."""


def gaps_filled(kept: Mapping[str, object], other: Mapping[str, object]) -> dict[str, object]:
    """What only the other one says. Where both say something, that of the kept one stands."""
    knows_where = any(kept.get(name) is not None for name in MUNICIPALITY)
    return {
        name: value
        for name, value in other.items()
        if _says_nothing(kept.get(name)) and not _says_nothing(value) and not (name in MUNICIPALITY and knows_where)
    }


def _says_nothing(value: object) -> bool:
    return value is None or value == []
