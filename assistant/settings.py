"""设置：环境变量或 .env，前缀 JIGAO_。"""

from pathlib import Path
from typing import Literal, Self

from pydantic import AliasChoices, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.domain.errors import BadInput

StructuredOutput = Literal["auto", "json_schema", "function_calling", "json_mode", "prompt"]


class Settings(BaseSettings):
    """全部设置。"""

    model_config = SettingsConfigDict(
        env_prefix="JIGAO_", env_file=".env", env_ignore_empty=True, extra="ignore"
    )

    data_dir: Path = Path("data")
    database_url: str = ""
    chroma_url: str = ""
    provider: str = ""
    base_url: str = Field("", validation_alias=AliasChoices("JIGAO_BASE_URL", "OPENAI_BASE_URL"))
    api_key: SecretStr = Field(
        SecretStr(""), validation_alias=AliasChoices("JIGAO_API_KEY", "OPENAI_API_KEY")
    )
    model: str = ""
    small_model: str = ""
    structured_output: StructuredOutput = "auto"
    model_timeout: float = Field(60, gt=0, le=600)
    embedding_base_url: str = ""
    embedding_api_key: SecretStr = SecretStr("")
    embedding_model: str = ""
    locality: str = "national"

    @model_validator(mode="after")
    def _derive(self) -> Self:
        if not self.database_url:
            self.database_url = f"sqlite:///{(self.data_dir / 'jigao.db').as_posix()}"
        self.small_model = self.small_model or self.model
        return self


def load() -> Settings:
    """读设置；有误时抛 BadInput，指明哪一项。"""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"]).upper()
        if not name.startswith(("JIGAO_", "OPENAI_")):
            name = f"JIGAO_{name}"
        raise BadInput(
            f"设置 {name} 的值不对：{first.get('input')!r}", "请对照 README 的“设置”一节改正。"
        ) from error
