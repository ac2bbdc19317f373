#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest asks for nothing but what is listed here, takes no folder that a build has
made for a part of the source, and every file it exports has its name from the id.

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


def made_by_builds():
    """Names of the tree's top: what Git ignores, and each build folder a person is told of."""
    for line in (tree.root() / '.gitignore').read_text().splitlines():
        if line.startswith('/') and '*' not in line:
            yield line.strip('/')
    for path in [tree.root() / 'README.md', *tree.root().glob('build-aux/**/*')]:
        if path.is_file() and path.suffix != '.json':
            yield from re.findall(r'\b_build(?:-[a-z]+)?\b', path.read_text())


def check_skipped(manifest):
    for source in manifest['modules'][-1]['sources']:
        if source['type'] == 'dir':
            for name in sorted({'.git', *made_by_builds()} - set(source['skip'])):
                yield f'{name} is not in "skip"'


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
    yield from check_skipped(manifest)
    yield from check_names()


tree.report(findings())
