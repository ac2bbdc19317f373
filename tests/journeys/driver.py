# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program as a screen reader would: finds things by role and name, and acts on them.

    with Improve(sample=True) as app:
        app.press('Record an Irritant')
        app.write('What gets in the way?', 'Printer jams')
        app.keys('Return')
        app.wait_to_hear('Irritant recorded')

Each Improve has a profile of its own under a temporary folder; the program is what the arguments
of the script say: a path, or “flatpak run ID”. Anything not found in time, and any warning of the
program, ends the script with 1.
"""
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# A warning of the program is an error; one of the accessibility bus in this script is not.
STRICT = os.environ.pop('G_DEBUG', 'fatal-warnings')

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM = sys.argv[1:]
SANDBOX_ID = PROGRAM[-1] if PROGRAM[0] == 'flatpak' else None
NO_PORTALS = 'Unable to retrieve the Flatpak portal version'  # of GTK, for its own use
PATIENCE = 60  # seconds; a machine may be busy
LONGEST = 120  # seconds that a journey needs with a machine to itself, and as much again
ALIASES = {
    'button': ('button', 'push button'),
    'entry': ('text', 'entry'),
    'row': ('list item',),
    'label': ('label', 'static', 'heading', 'status bar', 'notification'),
    'toggle': ('toggle button', 'radio button', 'check box', 'switch'),
}


def walk(node):
    """The node and all below it that shows; what is hidden is left out, each question takes time."""
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None and is_showing(child):
            yield from walk(child)


def is_showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def settle(what, probe, patience=PATIENCE):
    """What probe gives as soon as it is true; the tree may change under it meanwhile."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            if found := probe():
                return found
        except GLib.Error:
            pass
        time.sleep(0.05)
    return fail(f'not seen in {patience:.0f} s: {what}')


def fail(message):
    raise SystemExit(f'journey failed: {message}')


def wait_out_midnight():
    """Journeys compare days: one begun just before a new one would speak of yesterday."""
    now = time.localtime()
    left = 86400 - (now.tm_hour * 3600 + now.tm_min * 60 + now.tm_sec)
    if left < LONGEST:
        time.sleep(left + 1)


wait_out_midnight()


class Improve:
    """The running program and its window."""

    def __init__(self, sample=False):
        self.folder = tempfile.TemporaryDirectory(prefix='improve-journey-')
        self.home = Path(self.folder.name)
        self.folders = self.home / '.var/app' / SANDBOX_ID if SANDBOX_ID else self.home
        self.environment = os.environ | {
            f'XDG_{name}_HOME': str(self.folders / name.lower())
            for name in ('DATA', 'CONFIG', 'STATE', 'CACHE')
        } | {'HOME': str(self.home), 'GSETTINGS_BACKEND': 'keyfile', 'G_DEBUG': STRICT}
        self.files = self.folders / 'data'  # the program can read and write there
        self.files.mkdir(parents=True)
        if SANDBOX_ID:
            self.environment['G_DEBUG'] = ''  # GTK warns where there are no portals
        self.ended = False
        if sample:
            self.command('sample')

    def command(self, *arguments):
        """Runs the program's command line in this profile; gives what it prints."""
        done = subprocess.run([*PROGRAM, *arguments], env=self.environment, text=True,
                              capture_output=True)
        if done.returncode != 0:
            fail(f'{" ".join(arguments)}: {done.stderr}')
        return done.stdout

    def __enter__(self):
        Atspi.init()
        Atspi.set_timeout(5000, 10000)
        self.heard = []
        self.ear = Atspi.EventListener.new(lambda event: self.heard.append(event.any_data))
        self.ear.register('object:announcement')
        self.log = open(self.home / 'log', 'a+', encoding='utf-8')
        self.process = subprocess.Popen(PROGRAM, env=self.environment, stderr=self.log)
        self.root = settle('the program on the accessibility bus', self._find_root)
        settle('the window to have the focus', lambda: self.look('frame', 'Improve')
               .get_state_set().contains(Atspi.StateType.ACTIVE))
        return self

    def __exit__(self, kind, error, trace):
        if error is not None:
            self.say_what_is_there()
        alive = self.ended or self.process.poll() is None
        self.process.terminate()
        self.process.wait()
        self.log.seek(0)
        said = ''.join(line for line in self.log if line.strip() and NO_PORTALS not in line)
        self.log.close()
        self.folder.cleanup()
        if said or not alive:
            fail(said or f'the program ended by itself: {self.process.returncode}')

    def quit(self):
        """As a person would; what was begun is on the disk afterwards."""
        self.keys('ctrl+q')
        self.process.wait(PATIENCE)
        self.ended = True

    def kill(self):
        """As an empty battery would: nothing is told, nothing is finished."""
        self.process.kill()
        self.process.wait(PATIENCE)
        self.ended = True

    def start_again(self):
        """After it has ended, on the same profile."""
        self.ended = False
        self.log.close()
        self.__enter__()

    def _find_root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and self._is_program(child):
                return child
        return None

    def _is_program(self, node):
        """In the sandbox the bus knows the process of a proxy only, but the name."""
        if SANDBOX_ID:
            return node.get_name() == 'improve'
        return node.get_process_id() == self.process.pid

    def say_what_is_there(self):
        """For whoever reads the log of a failed journey."""
        try:
            for node in walk(self.root):
                if node.get_name():
                    print(f'  {node.get_role_name()}: {node.get_name()}', file=sys.stderr)
        except GLib.Error as error:
            print(error.message, file=sys.stderr)

    def look(self, role, name, inside=None):
        """What is showing now with this role and name (None: any; a function: if it says so)."""
        roles = ALIASES.get(role, (role,))
        for node in walk(inside or self.root):
            if node.get_role_name() not in roles:
                continue
            said = node.get_name() or ''
            if name is None or (name(said) if callable(name) else said == name):
                return node
        return None

    def wait_for(self, role, name, inside=None, patience=PATIENCE):
        return settle(f'{role} “{name}”', lambda: self.look(role, name, inside), patience)

    def wait_until_gone(self, role, name, patience=PATIENCE):
        settle(f'{role} “{name}” to go', lambda: self.look(role, name) is None, patience)

    def wait_to_hear(self, words):
        """Until something with these words was announced, as toasts are, which may be gone before
        they are found; what was heard before that is forgotten."""
        def hear():
            while GLib.MainContext.default().iteration(False):
                pass
            return any(words in said for said in self.heard)
        settle(f'“{words}” to be announced', hear)
        while words not in self.heard.pop(0):
            pass

    def press(self, name, role='button', inside=None):
        node = self.wait_for(role, name, inside)
        settle(f'“{name}” to be sensitive',
               lambda: node.get_state_set().contains(Atspi.StateType.SENSITIVE))
        settle(f'“{name}” to act', lambda: node.do_action(0))

    def press_in_toast(self, words, name):
        """The button of the toast that says so; the one before it may still be on its way out."""
        def find():
            node = self.look('label', words)
            while node is not None and self.look('button', name, inside=node) is None:
                node = node.get_parent()
            return node
        self.press(name, inside=settle(f'the toast “{words}”', find))

    def focus(self, role, name):
        node = self.wait_for(role, name)
        settle(f'“{name}” to take the focus', lambda: node.grab_focus())
        return node

    def write(self, name, text, role='entry', inside=None):
        node = self.wait_for(role, name, inside)
        settle(f'“{name}” to be written', lambda: node.set_text_contents(text))

    def read(self, name, role='entry'):
        node = self.wait_for(role, name)
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def rows(self, inside=None):
        """The names of all rows in sight."""
        return settle('rows', lambda: [node.get_name() for node in walk(inside or self.root)
                                       if node.get_role_name() in ALIASES['row']])

    def keys(self, *names):
        """Real keys, as “ctrl+n” or “Return”; the window must have the focus."""
        for name in names:
            subprocess.run(['xdotool', 'key', name], check=True)
            time.sleep(0.1)

    def keys_until(self, names, what, probe):
        """The same keys again until it is so, for those that do no harm when pressed twice."""
        def try_again():
            if found := probe():
                return found
            self.keys(names)
            time.sleep(0.5)
            return probe()
        return settle(what, try_again)

    def middle(self, node):
        """Of a node on the screen: the bus knows places in the window only."""
        said = subprocess.run(['xdotool', 'getactivewindow', 'getwindowgeometry', '--shell'],
                              check=True, text=True, capture_output=True).stdout
        window = dict(line.split('=') for line in said.split())
        place = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        return (int(window['X']) + place.x + place.width // 2,
                int(window['Y']) + place.y + place.height // 2)

    def mouse(self, *words):
        subprocess.run(['xdotool', *map(str, words)], check=True)

    def drag(self, source, target, steps=12):
        """Takes hold of a node with the mouse, and holds it over another one, until drop()."""
        (x, y), (to_x, to_y) = self.middle(source), self.middle(target)
        self.mouse('mousemove', x, y, 'mousedown', 1)
        for i in range(1, steps + 1):
            time.sleep(0.05)  # as a hand moves; faster is no drag
            self.mouse('mousemove', x + (to_x - x) * i // steps, y + (to_y - y) * i // steps)

    def drop(self):
        self.mouse('mouseup', 1)

    def choose(self, menu, key):
        """Opens a menu and chooses the entry that is underlined at this key."""
        self.press(menu, role='toggle')
        self.wait_for('menu item', None)
        self.keys(key)

    def close_dialog(self):
        self.keys_until('Escape', 'the dialog to go', lambda: self.look('dialog', None) is None)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '20', '--', text], check=True)
