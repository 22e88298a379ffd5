"""The settings of messages: how mail and text messages go out, and where mail comes back."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings

Protection = Literal["starttls", "tls", "none"]
ON_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
SMTP_PORTS: dict[Protection, int] = {"starttls": 587, "tls": 465, "none": 25}
IMAP_PORTS: dict[Protection, int] = {"starttls": 143, "tls": 993, "none": 143}


class MailSettings(BaseSettings):
    """Without `smtp_host` no mail goes out: messages then wait, and the desk says so."""

    smtp_host: str | None = Field(default=None, description="The mail server that takes our mail (a relay).")
    smtp_port: int | None = Field(
        default=None, ge=1, le=65535, description="Its port; 587 with starttls, 465 with tls, 25 with none."
    )
    smtp_security: Protection = Field(
        default="starttls", description="How the line is protected. 'none' is for a server on the same machine."
    )
    smtp_user: str | None = Field(default=None, description="As whom to sign in; left out, one does not sign in.")
    smtp_password: SecretStr | None = Field(default=None, description="The password of that user.")
    mail_certificates: Path | None = Field(
        default=None, description="A file of certificates to trust, where the mail server has one of your own."
    )
    mail_from: str | None = Field(
        default=None, description="The address that messages come from. Signing (DKIM) is the mail server's work."
    )
    bounce_address: str | None = Field(
        default=None, description="Where undeliverable mail returns to; left out, that is the sender's address."
    )
    bounce_imap_host: str | None = Field(
        default=None, description="The mailbox that undeliverable mail returns to, to be read over IMAP."
    )
    bounce_imap_port: int | None = Field(
        default=None, ge=1, le=65535, description="Its port; 993 with tls, 143 with starttls and none."
    )
    bounce_imap_security: Protection = Field(default="tls", description="How the line to the mailbox is protected.")
    bounce_imap_user: str | None = Field(default=None, description="The user of the mailbox.")
    bounce_imap_password: SecretStr | None = Field(default=None, description="The password of the mailbox.")
    bounce_imap_folder: str = Field(
        default="INBOX", description="A folder for returned mail alone: what is read is marked as seen."
    )
    text_gateway_url: str | None = Field(
        default=None, description="The gateway that takes text messages; see docs/text-messages.md."
    )
    text_gateway_token: SecretStr | None = Field(default=None, description="Its bearer token.")
    text_sender: str = Field(default="Bestendig", max_length=20, description="Who a text message says it is from.")
    message_lease_seconds: float = Field(
        default=120,
        gt=0,
        le=3600,
        description="How long a worker may take to send one message before another one takes it up. "
        "Opening the line and handing the message over may each take a third of it.",
    )

    @property
    def mail_is_set_up(self) -> bool:
        """Whether e-mail can go out."""
        return self.smtp_host is not None

    @property
    def text_is_set_up(self) -> bool:
        """Whether text messages can go out."""
        return self.text_gateway_url is not None

    @model_validator(mode="after")
    def _hang_together(self) -> "MailSettings":  # noqa: N804  it is given the settings themselves
        """Say at the start what would fail at the first message."""
        if self.smtp_host and not self.mail_from:
            raise ValueError("BESTENDIG_MAIL_FROM is needed with BESTENDIG_SMTP_HOST: from which address mail comes.")
        if self.smtp_user and self.smtp_security == "none" and self.smtp_host not in ON_THIS_MACHINE:
            raise ValueError("BESTENDIG_SMTP_SECURITY=none would send the password of the mail server in the clear.")
        if self.bounce_imap_host and not (self.bounce_imap_user and self.bounce_imap_password):
            raise ValueError("BESTENDIG_BOUNCE_IMAP_USER and …_PASSWORD are needed to read the mailbox.")
        return self
