#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest asks for nothing but what is listed here, and every file it exports has its
name from the id.

Usage: manifest.py ROOT
"""
import json
import re

import tree

APP_ID = 'org.example.Improve'
EXPECTED = {
    'id': APP_ID,
    'command': 'improve',
    'runtime': 'org.gnome.Platform',
    'sdk': 'org.gnome.Sdk',
    'finish-args': ['--share=ipc', '--socket=fallback-x11', '--socket=wayland', '--device=dri'],
}
FETCHED = {'archive', 'file', 'git', 'svn', 'bzr', 'extra-data'}
EXPORTED = ('data/*.in', 'data/*.gschema.xml', '*.metainfo.xml', 'data/icons/hicolor/*/apps/*')


def modules(manifest):
    for module in manifest['modules']:
        yield module
        yield from modules({'modules': module.get('modules', [])})


def check_sources(manifest):
    for module in modules(manifest):
        for source in module['sources']:
            if source['type'] in FETCHED and 'sha256' not in source and 'commit' not in source:
                yield f'module {module["name"]}: a source has no checksum'
    if '--share=network' in json.dumps(manifest):
        yield 'a module is built with the network'


def check_names():
    for pattern in EXPORTED:
        for path in tree.root().glob(pattern):
            if not re.match(re.escape(APP_ID) + r'[.-]', path.name):
                yield f'{path.relative_to(tree.root())}: not named by the id'
    mentions = sorted(tree.root().glob('build-aux/**/*.json'))
    if [path.name for path in mentions] != [f'{APP_ID}.json']:
        yield 'build-aux: not one manifest, named by the id'


def findings():
    manifest = json.loads((tree.root() / f'build-aux/{APP_ID}.json').read_text())
    for name, value in EXPECTED.items():
        if manifest.get(name) != value:
            yield f'{name} is {manifest.get(name)}, not {value}'
    if not manifest.get('runtime-version', '').isdigit():
        yield 'no version of the runtime'
    yield from check_sources(manifest)
    yield from check_names()


tree.report(findings())
