"""What the environment may say, and what is answered when it is wrong."""

import pytest

from tracker.config import ConfigurationError, Settings, load_settings, variable

ADDRESS = "postgresql://owner:a-password@host/tracker"


def test_every_setting_is_documented() -> None:
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("port", "http"),
        ("port", "65536"),
        ("workers", "0"),
        ("log_level", "loud"),
        ("secret_key", "short"),
        ("database_url", "mysql://owner:a-password@host/tracker"),
        ("database_url", "postgresql://owner:a-password@host"),
        ("app_database_url", "a-password"),
    ],
)
def test_a_wrong_value_is_named_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, field: str, value: str
) -> None:
    monkeypatch.setenv(variable(field), value)
    with pytest.raises(ConfigurationError) as caught:
        load_settings()
    assert str(caught.value).startswith(f"{variable(field)}: ")
    assert "a-password" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_misspelt_setting_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_DATABSE_URL", ADDRESS)
    with pytest.raises(ConfigurationError, match="did you mean TRACKER_DATABASE_URL"):
        load_settings()


def test_an_option_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_PORT", "9000")
    assert load_settings(port=9001, host=None).port == 9001
    assert load_settings(port=None).port == 9000


def test_settings_do_not_show_their_secrets() -> None:
    settings = load_settings(database_url=ADDRESS, secret_key="sixteen-characters")  # noqa: S106
    assert "a-password" not in repr(settings)
    assert "sixteen" not in repr(settings)
