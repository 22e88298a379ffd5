"""What an installation can choose about messages is written down, and said at the start when it cannot work."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from app.mail_settings import MailSettings
from app.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"


def test_every_setting_is_in_the_manual() -> None:
    manual = "".join((DOCS / name).read_text() for name in ("mail.md", "text-messages.md"))
    names = [f"`BESTENDIG_{name.upper()}`" for name in MailSettings.model_fields]
    assert [name for name in names if name not in manual] == []


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"smtp_host": "mail.example"}, "BESTENDIG_MAIL_FROM is needed"),
        (
            {"smtp_host": "mail.example", "mail_from": "a@b.nl", "smtp_user": "me", "smtp_security": "none"},
            "in the clear",
        ),
        ({"bounce_imap_host": "mail.example"}, "BESTENDIG_BOUNCE_IMAP_USER"),
    ],
)
def test_what_cannot_work_is_said_at_the_start(chosen: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        Settings(_env_file=None, **chosen)
