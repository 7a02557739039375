"""The container is what SECURITY.md says: the flags, the image's content and user, and a jail that is full under them."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from contained import DATA

from grader.settings import Settings

ROOT = Path(__file__).parents[1]
SERVICE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]["dojo"]
IMAGE = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text("utf-8"))
IGNORED = (ROOT / ".dockerignore").read_text("utf-8").split()
UID = 10001
SECONDS = 100


def said(instruction: str) -> list[str]:
    """What the Dockerfile says after this instruction, in order."""
    return re.findall(rf"^{instruction} (.+)$", IMAGE, re.M)


# ---------- compose.yaml ----------

FLAGS = {
    "read_only": True,
    "cap_drop": ["ALL"],
    "security_opt": ["no-new-privileges:true"],
    "ports": ["127.0.0.1:8501:8501"],
    "volumes": ["data:/data"],
    "tmpfs": ["/tmp:size=256m,mode=1777,noexec,nosuid,nodev"],
    "init": True,
}


@pytest.mark.parametrize("flag", FLAGS)
def test_compose_has_the_flag(flag: str) -> None:
    assert SERVICE[flag] == FLAGS[flag]


@pytest.mark.parametrize("limit", ["pids_limit", "mem_limit"])
def test_compose_sets_the_limit(limit: str) -> None:
    assert SERVICE[limit]


def test_compose_gives_no_other_right() -> None:
    rights = {"privileged", "cap_add", "devices", "network_mode", "pid", "ipc", "userns_mode", "user", "volumes_from"}
    assert rights & set(SERVICE) == set()


def test_compose_names_a_host_so_that_a_missing_wall_stops_the_start() -> None:
    assert SERVICE["environment"] == {"DOJO_HOSTS": "${DOJO_HOSTS:-localhost}"}


# ---------- Dockerfile ----------


def test_image_runs_as_an_ordinary_user_from_before_its_program() -> None:
    assert said("USER") == [f"{UID}:{UID}"] and IMAGE.index("\nUSER ") < IMAGE.index("\nCMD ")
    assert f"--uid {UID}" in IMAGE


def test_image_installs_the_pinned_packages_and_nothing_else() -> None:
    (installed,) = (run for run in said("RUN") if "pip install" in run)
    command = shlex.split(installed)
    assert command[:2] == ["pip", "install"] and command[-2:] == ["-r", "requirements.txt"]
    assert all(word.startswith("--") for word in command[2:-2])


def _copied() -> set[str]:
    return {source for line in said("COPY") for source in line.split()[:-1]}


def test_image_holds_everything_that_the_app_is_made_of() -> None:
    packages = {folder.name for folder in ROOT.iterdir() if (folder / "__init__.py").is_file()}
    course = Settings.load({"DOJO_DATA_DIR": "/nowhere"}).exercises.name
    assert _copied() == packages | {"app.py", course, ".streamlit", "requirements.txt"}


def test_image_can_hold_nothing_else() -> None:
    assert IGNORED[0] == "*" and {name[1:] for name in IGNORED if name.startswith("!")} == _copied()


def test_image_has_the_library_of_the_seccomp_wall() -> None:
    assert "libseccomp2" in IMAGE


# ---------- the conditions of both, without an engine ----------


def start(*program: str) -> subprocess.Popen[str]:
    """Start a program as the image's user in a world like the container; ends with the remedy where there can be none."""
    image = dict(word.split("=", 1) for line in said("ENV") for word in shlex.split(line))
    return subprocess.Popen(
        [sys.executable, str(ROOT / "tests/contained.py"), str(UID), str(SECONDS), sys.executable, *program],
        cwd=ROOT,
        env={"PATH": os.defpath, "PYTHONPATH": str(ROOT), **image, "DOJO_DATA_DIR": str(DATA)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def contained(*program: str) -> str:
    """What a program says in such a world. Fails with what it complained of, which may be the remedy."""
    with start(*program) as world:
        out, complaint = world.communicate(timeout=SECONDS + 10)
    assert world.returncode == 0, complaint or out
    return out


_CONDITIONS = """
import json, os, re
from pathlib import Path

def can_write(folder):
    try:
        (Path(folder) / "probe").write_text("")
    except OSError:
        return False
    return True

status = Path("/proc/self/status").read_text()
rights = {name: int(value, 16) for name, value in re.findall(r"(Cap\\w+|NoNewPrivs):\\s+(\\w+)", status)}
writable = [folder for folder in %r if can_write(folder)]
print(json.dumps({"uid": os.getuid(), "rights": rights, "writable": writable, "pid": os.getpid()}))
"""


def test_conditions_are_those_of_the_container() -> None:
    folders = ["/", "/etc", "/var/tmp", str(ROOT), sys.prefix, sys.base_prefix, str(Path.home()), "/tmp", str(DATA)]
    met = json.loads(contained("-c", _CONDITIONS % folders))
    caps = dict.fromkeys(("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"), 0)
    assert met["rights"] == caps | {"NoNewPrivs": 1}
    assert (met["uid"], met["pid"]) == (os.geteuid() or UID, 1)
    assert met["writable"] == ["/tmp", str(DATA)]


def test_world_ends_with_who_started_it() -> None:
    with start("-c", "import time; print('here', flush=True); time.sleep(60)") as world:
        assert world.stdout is not None and world.stdout.readline() == "here\n"
        world.kill()
        assert world.stdout.read() == ""  # ends when the program, which holds the other end, is gone


@pytest.mark.proof
@pytest.mark.timeout(SECONDS + 20)
def test_jail_is_full_in_the_container() -> None:
    report = json.loads(contained("-m", "grader", "doctor", "--format", "json"))
    assert (report["tier"], report["facts"]["uid"]) == ("full", os.geteuid() or UID)
