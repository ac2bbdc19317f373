#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What desktops ask of the desktop file, the D-Bus service and the icons, and
desktop-file-validate does not notice. The icons are drawn at 32 pixels and looked at.

Usage: desktop.py ROOT ID
"""
import configparser
import re
import sys

import gi
import tree

gi.require_version('GdkPixbuf', '2.0')
from gi.repository import GdkPixbuf  # noqa: E402

APP_ID = sys.argv[2]
MAIN_CATEGORIES = {'AudioVideo', 'Development', 'Education', 'Game', 'Graphics', 'Network', 'Office',
                   'Science', 'Settings', 'System', 'Utility'}
BACKGROUNDS = ('#ffffff', '#222222')
SIZE = 32
CONTRAST = 3.0  # of graphics, as WCAG asks
SHARE = 0.25  # of the pixels that must have it


def read(name, section):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(tree.root() / 'data' / name)
    return parser[section]


def check_desktop_file():
    entry = read(f'{APP_ID}.desktop.in', 'Desktop Entry')
    if not MAIN_CATEGORIES & set(entry['Categories'].split(';')):
        yield 'the desktop file has no main category'
    if len(entry.get('Keywords', '').strip(';').split(';')) < 3:
        yield 'the desktop file has less than three keywords'
    if entry['Icon'] != APP_ID or entry.get('DBusActivatable') != 'true':
        yield 'the desktop file has another icon, or is not started over D-Bus'
    if read(f'{APP_ID}.service.in', 'D-BUS Service')['Name'] != APP_ID:
        yield 'the D-Bus service has another name'
    listed = (tree.root() / 'po/POTFILES.in').read_text().split()
    for name in (f'data/{APP_ID}.desktop.in', f'{APP_ID}.metainfo.xml'):
        if name not in listed:
            yield f'{name} is not translated'


def luminance(colour):
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear))


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def draw(icon, background, foreground=None):
    """The pixels of the icon on this colour; of a symbolic one in the colour of the text there."""
    picture = GdkPixbuf.Pixbuf.new_from_file_at_size(str(icon), SIZE, SIZE)
    for x in range(picture.get_width()):
        for y in range(picture.get_height()):
            start = y * picture.get_rowstride() + x * picture.get_n_channels()
            *colour, alpha = picture.get_pixels()[start:start + 4]
            yield tuple(below + (part - below) * alpha / 255
                        for part, below in zip(foreground or colour, background))


def seen(icon, background, foreground=None):
    """The share of the icon that can be seen there."""
    pixels = list(draw(icon, background, foreground))
    return sum(contrast(pixel, background) >= CONTRAST for pixel in pixels) / len(pixels)


def check_icons():
    folder = tree.root() / 'data/icons/hicolor'
    icon = folder / f'scalable/apps/{APP_ID}.svg'
    symbolic = folder / f'symbolic/apps/{APP_ID}-symbolic.svg'
    for background in BACKGROUNDS:
        colour = tuple(bytes.fromhex(background[1:]))
        if (share := seen(icon, colour)) < SHARE:
            yield f'on {background} only {share:.0%} of the icon can be seen'
        text = tuple(255 - part for part in colour)
        if not SHARE <= (share := seen(symbolic, colour, text)) <= 1 - SHARE:
            yield f'on {background} {share:.0%} of the symbolic icon can be seen'
    if len(set(re.findall(r'(?:fill|stroke)="(#[^"]*)"', symbolic.read_text()))) != 1:
        yield 'the symbolic icon has more than one colour'


tree.report([*check_desktop_file(), *check_icons()])
