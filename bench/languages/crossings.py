"""Runs a program and prints how often it crosses to Node.js, by kind: crossings.py PROGRAM ARGUMENT..."""
import collections
import json
import runpy
import sys

from jsii._kernel.providers import process

crossings = collections.Counter()
send = process._NodeProcess.send


def counted(self, request, response_type):
    crossings[type(request).__name__.removesuffix("Request")] += 1
    return send(self, request, response_type)


process._NodeProcess.send = counted
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
print(json.dumps(crossings))
