#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each layer includes only itself and what it may use, of ours and of other libraries."""
import re

import tree

MAY_USE = {
    'base': set(),
    'model': {'base'},
    'store': {'base', 'model'},
    'exchange': {'base', 'model'},
    'publish': {'base', 'model'},
    'backlog': {'base', 'model', 'store', 'exchange', 'publish'},
    'cli': {'base', 'model', 'exchange', 'publish', 'backlog'},
    'ui': {'base', 'model', 'exchange', 'publish', 'backlog'},
    'app': {'base', 'model', 'store', 'exchange', 'publish', 'backlog', 'cli', 'ui'},
}
# Libraries that only some layers may know, by how their headers are named.
KNOWN_BY = {
    re.compile(r'sqlite3'): {'store'},
    re.compile(r'adwaita|gtk/|gdk/|gsk/'): {'ui', 'app'},
    re.compile(r'pango/|cairo'): {'publish', 'ui', 'app'},
    re.compile(r'gdk-pixbuf/'): {'exchange'},
    re.compile(r'libical/'): {'exchange'},
}
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)


def own_fault(layer, header):
    """What is wrong with including one of our headers, or None."""
    folder = header.split('/')[0] if '/' in header else None
    if folder is None:
        generated = header == 'config.h' or header.endswith('-resources.h')
        return None if generated else 'is not named with its folder'
    if folder not in MAY_USE:
        return 'is of no layer'
    if folder != layer and folder not in MAY_USE[layer]:
        return f'is above or hidden from {layer}/'
    return None


def library_fault(layer, header):
    """What is wrong with including a library's header, or None."""
    for name, layers in KNOWN_BY.items():
        if name.match(header) and layer not in layers:
            return f'belongs to {", ".join(sorted(layers))} only'
    return None


def findings():
    for path in tree.files('src', suffixes={'.c', '.h'}):
        name = path.relative_to(tree.root() / 'src')
        layer = name.parts[0]
        if layer not in MAY_USE:
            yield f'src/{name}: stands in no layer'
            continue
        for mark, header in INCLUDE.findall(path.read_text()):
            fault = own_fault(layer, header) if mark == '"' else library_fault(layer, header)
            if fault:
                yield f'src/{name}: {header} {fault}'


tree.report(findings())
