"""Every setting of the program, each an environment variable, in one place."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import SettingsConfigDict

from app.mail_settings import MailSettings


class Settings(MailSettings):
    """What an installation can choose. Names are prefixed with `BESTENDIG_`, but for `DATABASE_URL`."""

    model_config = SettingsConfigDict(env_prefix="BESTENDIG_", env_file=".env", extra="ignore")

    database_url: SecretStr | None = Field(
        default=None,
        validation_alias="DATABASE_URL",
        description="A PostgreSQL 15 or later, as postgresql://user:password@host/name. "
        "Without it the program starts its own.",
    )
    data_dir: Path = Field(default=Path(".data"), description="Where the built-in PostgreSQL keeps its data.")
    environment: Literal["production", "development", "test"] = Field(
        default="production", description="Only 'production' serves real people: cookies then need https."
    )
    public_url: str = Field(
        default="http://127.0.0.1:8000",
        description="Where people reach the program; links in messages start with it.",
    )
    contact_name: str = Field(default="Bestendig", description="Whom users of the API can ask.")
    contact_email: str = Field(default="info@example.org", description="Where users of the API can ask.")
    contact_url: str = Field(default="https://example.org", description="The site of whoever runs this installation.")
    theme_css: str | None = Field(
        default=None,
        description="Address of an NL Design System theme.css that replaces our colours and fonts.",
    )
    theme_class: str = Field(default="bestendig-theme", description="The class name that the theme.css asks for.")
    disclosure_threshold: int = Field(
        default=10,
        ge=5,
        description="Counts below this are never shown outside the programme team. Below 10 no curves are either.",
    )
    database_pool_size: int = Field(default=10, ge=1, description="Connections each process keeps open.")
    work_in_server: bool | None = Field(
        default=None,
        description="Whether the web server also does what must happen by itself. Without it: only with the built-in "
        "PostgreSQL; elsewhere `bestendig worker` does it.",
    )
    statement_timeout_seconds: int = Field(default=30, ge=1, description="A statement that takes longer is ended.")
    upload_limit_mebibytes: int = Field(default=25, ge=1, description="The largest workbook that is accepted.")

    allow_test_clock: bool = Field(
        default=False,
        description="Lets a header and the option --today move what counts as today. Refused in production.",
    )

    @property
    def works_in_server(self) -> bool:
        """Whether this process does the background work beside serving pages."""
        return self.database_url is None if self.work_in_server is None else self.work_in_server

    @property
    def secure_cookies(self) -> bool:
        """Whether cookies are marked for https only."""
        return self.environment == "production" and self.public_url.startswith("https://")


@lru_cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()


def unless_chosen(**values: object) -> None:
    """What holds for this process where the environment chooses nothing else."""
    for name, value in values.items():
        if name not in settings().model_fields_set:
            setattr(settings(), name, value)
