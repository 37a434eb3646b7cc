#!/usr/bin/env python3
"""Runs the command with Node.js, by itself.

To import the package takes ten times as long as the command: only what makes constructs does it.
"""
import importlib
import importlib.util
import os
import sys

MODULE = "@MODULE@"
PACKAGE = "@PACKAGE@"
COMMAND = "@COMMAND@"


def main(words):
    if words[:1] == ["adopt"]:
        # jsii lays the packages of cdk8s beside this one, from a cache only if it is told nothing else, and Node.js
        # would look for them beside the cache.
        os.environ.setdefault("JSII_RUNTIME_PACKAGE_CACHE", "disabled")
        assembly = importlib.import_module(f"{MODULE}._jsii").__jsii_assembly__
        return assembly.invokeBinScript(PACKAGE, COMMAND, words)
    (package,) = importlib.util.find_spec(MODULE).submodule_search_locations
    node = os.environ.get("JSII_NODE", "node")
    try:
        os.execvp(node, [node, os.path.join(package, "_jsii", "command", "main.js"), *words])
    except FileNotFoundError:
        print(
            f"{COMMAND}: there is no {node} on the PATH; install Node.js 20 or newer, or name it in JSII_NODE",
            file=sys.stderr,
        )
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
