"""Messages that wait because this installation has no way to send them."""

from collections.abc import Mapping

from app.rules.code_lists import MessageChannel
from app.settings import settings


def held_up(waiting: Mapping[str, int]) -> dict[str, int]:
    """How many messages wait per channel that is not set up; 0 for one that is."""
    set_up = {MessageChannel.EMAIL: settings().mail_is_set_up, MessageChannel.TEXT: settings().text_is_set_up}
    return {channel: 0 if is_set_up else waiting.get(channel, 0) for channel, is_set_up in set_up.items()}
