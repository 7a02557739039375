"""Settings come from the environment and from settings.toml, and a wrong one gets one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.settings import Settings, default_data_dir


def load(folder: Path, toml: str | None = None, **environ: str) -> Settings:
    if toml is not None:
        (folder / "settings.toml").write_text(toml, "utf-8")
    return Settings.load({"DOJO_DATA_DIR": str(folder), **environ})


def refusal(folder: Path, toml: str | None = None, **environ: str) -> str:
    with pytest.raises(UsageError) as caught:
        load(folder, toml, **environ)
    return str(caught.value)


def test_data_dir_from_environment(tmp_path: Path) -> None:
    assert load(tmp_path).data_dir == tmp_path


def test_data_dir_need_not_exist(tmp_path: Path) -> None:
    assert load(tmp_path / "new").data_dir == tmp_path / "new"


def test_data_dir_with_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Settings.load({"DOJO_DATA_DIR": "~/dojo"}).data_dir == tmp_path / "dojo"


def test_data_dir_without_environment_is_the_platforms(tmp_path: Path) -> None:
    assert Settings.load({"XDG_DATA_HOME": str(tmp_path)}).data_dir == tmp_path / "kernel-dojo"


def test_empty_variable_is_unset(tmp_path: Path) -> None:
    assert load(tmp_path, DOJO_SLOTS="").slots is None


def test_data_dir_on_a_mac() -> None:
    assert default_data_dir({}, "darwin") == "~/Library/Application Support/kernel-dojo"


def test_data_dir_on_linux() -> None:
    assert default_data_dir({}, "linux") == "~/.local/share/kernel-dojo"


def test_exercises_default_to_the_repository(tmp_path: Path) -> None:
    assert load(tmp_path).exercises == Path(__file__).parents[1] / "exercises"


def test_exercises_in_the_file_are_relative_to_it(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert load(tmp_path, 'exercises = "mine"').exercises == tmp_path / "mine"


def test_slots_from_the_file(tmp_path: Path) -> None:
    assert load(tmp_path, "slots = 3").slots == 3


def test_environment_wins_over_the_file(tmp_path: Path) -> None:
    assert load(tmp_path, "slots = 3", DOJO_SLOTS="5").slots == 5


@pytest.mark.parametrize("value", ["0", "-1", "257", "two", "1.5", "1e3"])
def test_wrong_slots_name_variable_value_and_remedy(tmp_path: Path, value: str) -> None:
    assert refusal(tmp_path, DOJO_SLOTS=value).startswith(f"DOJO_SLOTS is '{value}'. Set a whole number from 1 to 256.")


def test_wrong_slots_in_the_file_name_the_file(tmp_path: Path) -> None:
    assert f"slots in {tmp_path / 'settings.toml'} is 'x'" in refusal(tmp_path, 'slots = "x"')


def test_hosts_from_the_environment(tmp_path: Path) -> None:
    assert load(tmp_path, DOJO_HOSTS="Dojo.example.org, 192.0.2.7,[::1]").hosts == (
        "dojo.example.org",
        "192.0.2.7",
        "[::1]",
    )


def test_hosts_from_the_file(tmp_path: Path) -> None:
    assert load(tmp_path, 'hosts = ["*.example.org"]').hosts == ("*.example.org",)


def test_hosts_are_none_by_default(tmp_path: Path) -> None:
    assert load(tmp_path).hosts == ()


@pytest.mark.parametrize("host", ["*", "https://dojo.example.org", "dojo.example.org:8501", "a b"])
def test_host_that_is_no_name_is_refused(tmp_path: Path, host: str) -> None:
    assert refusal(tmp_path, DOJO_HOSTS=host).startswith(f"DOJO_HOSTS is {host!r}. Set names such as")


def test_missing_exercises_are_refused(tmp_path: Path) -> None:
    said = refusal(tmp_path, DOJO_EXERCISES=str(tmp_path / "none"))
    assert said == f"DOJO_EXERCISES is {tmp_path / 'none'}, which is no folder. Name the folder of course.yaml."


def test_exercises_that_are_no_path_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "exercises = 3") == "exercises is 3, which is no path. Name a folder."


def test_misspelt_setting_is_named_with_a_near_one(tmp_path: Path) -> None:
    assert refusal(tmp_path, "slot = 3").endswith("there is no setting 'slot'. Did you mean slots?")


def test_data_dir_in_the_file_is_refused(tmp_path: Path) -> None:
    assert "Set DOJO_DATA_DIR instead" in refusal(tmp_path, 'data_dir = "x"')


@pytest.mark.parametrize("toml", ["slots =", "slots = 1\nslots = 2", "\x00"])
def test_broken_file_gets_one_line(tmp_path: Path, toml: str) -> None:
    said = refusal(tmp_path, toml)
    assert "is not TOML" in said and "\n" not in said


def test_settings_folder_instead_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    assert "cannot be read" in refusal(tmp_path)


def test_every_field_is_described() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_every_setting_stands_in_the_table() -> None:
    from grader import settings

    assert [n for n in Settings.model_fields if f"`DOJO_{n.upper()}`" not in (settings.__doc__ or "")] == []
