"""What is installed: four packages, all of them ours."""

from __future__ import annotations

import importlib.util
import tomllib
from importlib.metadata import distribution, packages_distributions

from tests.architecture.tree import PACKAGES, ROOT


def test_the_four_packages_come_from_this_tree() -> None:
    """Each package has one place, and that is this checkout."""
    places = {}
    for name in PACKAGES:
        spec = importlib.util.find_spec(name)
        assert spec is not None
        places[name] = list(spec.submodule_search_locations or [])
    assert places == {name: [str(ROOT / name)] for name in PACKAGES}


def test_nobody_else_owns_one_of_our_names() -> None:
    """No other installed distribution brings a package named like one of ours."""
    owners = packages_distributions()
    strangers = {
        name: set(owners.get(name, [])) - {"xavira"}
        for name in (*PACKAGES, "tests", "docs")
        if set(owners.get(name, [])) - {"xavira"}
    }
    assert strangers == {}


def test_the_wheel_holds_the_four_packages() -> None:
    """The packages that are built are the ones whose imports are checked."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    built = settings["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert sorted(built) == sorted(PACKAGES)
    assert sorted(settings["importlinter"]["root_packages"]) == sorted(PACKAGES)
    assert sorted(settings["mypy"]["files"]) == sorted(PACKAGES)


def test_the_commands_are_installed() -> None:
    """The distribution brings the console scripts that pyproject declares, `xavira` among them."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    scripts = distribution("xavira").entry_points.select(group="console_scripts")
    installed = {script.name: script.value for script in scripts}
    assert installed.items() <= declared.items()
    assert declared.keys() == {"xavira", "xavira-verify"}
    assert "xavira" in installed
