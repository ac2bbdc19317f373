#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""derive-manifest.py MANIFEST TREE RUNTIME: prints the manifest for the stand-in runtime.

The stand-in has the libraries that GNOME's runtime lacks, so only the program itself is built, and
has no program that composes a catalogue for software centres. All else stays as it is.
"""
import json
import sys


def derive(manifest, tree, runtime):
    program = manifest['modules'][-1]
    for source in program['sources']:
        if source.get('path') == '..':
            source['path'] = tree
    return manifest | {'runtime': runtime, 'sdk': runtime, 'modules': [program],
                       'appstream-compose': False}


if __name__ == '__main__':
    with open(sys.argv[1], encoding='utf-8') as file:
        print(json.dumps(derive(json.load(file), *sys.argv[2:]), indent=2))
