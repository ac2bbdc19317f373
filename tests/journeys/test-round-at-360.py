#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks a round on a phone, from the paper before it to the next one: five irritants, two me-toos,
one thanks, answers and a promise. The program is killed in the middle, with a line half typed, and
nothing is lost. What is left behind says it all, who passes the round on without names is shown a
sentence that has one, and the next briefing, on the screen and on paper, has the promise."""
import signal
import subprocess
import time

from driver import Improve, fail, settle

HEARD = (
    'Badge reader at the loading dock needs three tries',
    'Scanner profile is gone every Monday',
    'Delivery notes come out on the wrong floor',
)
LATER = 'Tom Firth restarts the scales after lunch'
# Tom has said the second before: people are counted once.
ME_TOO = (
    ('The scanner profile vanishes', 'Scanner profile vanishes every Monday', 'me too, now 7 voices'),
    ('Delivery notes on the wrong floor', 'Delivery notes print on the wrong floor',
     'had said so before, still 5 voices'),
)
HALF = 'Forklift tablet goes da'
WHOLE = 'Forklift tablet goes dark'
PROMISE = 'Scales start by themselves'
TODAY = time.localtime()
PROMISED_FOR = time.localtime(time.time() + 14 * 86400)
NEXT = time.localtime(time.time() + 28 * 86400)


def plan(app):
    app.keys('ctrl+r')
    app.write('Where', 'Leeds')
    app.write('On which day', time.strftime('%Y-%m-%d'))
    app.write('Where to meet there', 'loading dock')
    app.press('Add Somebody')
    app.write('Name, or “Somebody in …”', 'Tom Firth')
    app.press('Plan')
    app.wait_to_hear('Round planned')
    app.wait_until_gone('dialog', None)


def hear(app, words):
    app.type(words)
    app.keys('Return')
    app.wait_for('row', words)


def say_me_too(app, words, known, says):
    """The line appears below what was asked, and the next one can be typed at once."""
    app.type(words)
    app.press(f'Me Too: {known}')
    app.wait_for('row', words)
    app.wait_for('label', lambda said: says in said)
    app.wait_until_gone('button', f'Me Too: {known}')
    if app.read('What they say'):
        fail(f'“{app.read("What they say")}” is still there')


def kill(app):
    """As an empty battery would; what was typed has been there for a moment."""
    settle('the draft on the disk', lambda: any(
        HALF in path.read_text(errors='replace') for path in app.files.rglob('*draft*')))
    app.process.send_signal(signal.SIGKILL)
    app.process.wait()


def save_paper(app, paper, path):
    """Of the preview that was just asked for."""
    dialog = app.wait_for('dialog', paper)
    app.wait_for('label', lambda said: said.startswith('Page 1 of '), inside=dialog)
    app.press('Save', role='toggle', inside=dialog)
    app.wait_for('menu item', None)
    app.keys('p')
    dialog = app.wait_for('dialog', f'Save the {paper}')
    app.write('Name:', str(path), inside=dialog)
    app.press('Save', inside=dialog)
    settle(f'{path} to be there', path.exists)
    app.wait_to_hear('Saved as')
    app.close_dialog()


def pass_on(app, path):
    app.choose('More About This Round', 'p')
    app.wait_for('label', 'Pass This Round On?')
    app.press('Save…')
    dialog = app.wait_for('dialog', 'Pass the Round On')
    app.write('Name:', str(path))
    app.press('Save', inside=dialog)
    app.wait_for('label', 'Look Before You Send')
    app.wait_for('label', LATER, inside=app.look('list', 'Sentences that name somebody'))
    written = path.read_text()
    for words in (*HEARD, WHOLE, LATER):
        if words not in written:
            fail(f'“{words}” is not in the file')
    app.press('Close')
    app.wait_until_gone('dialog', None)


def read_pdf(path):
    text = subprocess.run(['pdftotext', '-raw', path, '-'], check=True, text=True,
                          capture_output=True).stdout
    return ' '.join(text.replace('\u00a0', ' ').split())


def day_of(when):
    return time.strftime('%-d %B', when)


def short_day_of(when):
    """As a column of days has it: of another year with the year, and then in short."""
    return day_of(when) if when.tm_year == TODAY.tm_year else time.strftime('%-d %b %Y', when)


def check_lines(text, *lines):
    """Each of them, in this order."""
    at = 0
    for line in lines:
        found = text.find(line, at)
        if found < 0:
            fail(f'“{line}” is not there behind {at}:\n{text}')
        at = found + len(line)


def check_briefing(text):
    """What the visitors must not forget, on one sheet and one for notes."""
    check_lines(text, 'Before the round', f'{day_of(TODAY)} {TODAY.tm_year}', 'Leeds',
                'Our first round here. Start: loading dock.', 'Promised here',
                'missed Stock sheet counts itself Now ', ' under way ',
                'Open here, by impact', ' Handheld scanner signs out at every battery change “Every',
                ' Badge reader at the loading dock needs three tries “You can hear',
                'Ask in this order', '1 What is working well?', '4 Who was especially helpful?',
                'The one question worth asking', 'Not told yet', 'Not heard for long', 'To meet',
                'Tom Firth', 'it names people. Page 1 of 2', 'Notes')


def check_read_back(text):
    """Line by line, in the words that were said; nothing else is on the sheet."""
    said = [f'{i} “{words}” Tom Firth, Goods in'
            for i, words in enumerate((*HEARD, *(words for words, *_ in ME_TOO), WHOLE, LATER), 1)]
    sheet = ' '.join((
        f'What we heard Corvane {day_of(TODAY)} {TODAY.tm_year}',
        'Leeds: seven remarks, one promise',
        'We listened to one of you. Every remark comes back below, under the same number.',
        'In your words As you said it. Named only where you agreed.', *said,
        'What we will do Each one is a promise. The first date is kept for good.',
        f'7 {PROMISE} {short_day_of(PROMISED_FOR)}',
        'What we take with us No answer yet. 1 2 3 4 5 6 We will tell you on the next visit.',
        'What works well “The new scanners” Somebody',
        'Thank you Tom Firth, Goods in: For the labels on Friday',
        f'Next visit {time.strftime("%A", NEXT)} {day_of(NEXT)} {NEXT.tm_year}, loading dock.',
        'Before then, tell Inês Duarte: Call 4410, or stop her on her next visit.',
        'Did we miss something? Write it here. We read it on the next visit.',
        'Left behind at the end of the visit · One copy stays on the notice board Page 1 of 1'))
    if text != sheet:
        fail(f'the read-back is\n{text}\nand not\n{sheet}')


def check_next_briefing(text):
    """The promise that was just made, by its day, and that they were here."""
    check_lines(text, 'Before the round', f'{day_of(NEXT)} {NEXT.tm_year}', 'Leeds',
                'Promised last time', f' {PROMISE} ', day_of(PROMISED_FOR), 'Open here, by impact')
    if 'Our first round here' in text:
        fail(text)


def print_briefing(app, path):
    app.press('Print Briefing…')
    save_paper(app, 'Briefing', path)
    return read_pdf(path)


with Improve(sample=True) as app:
    plan(app)
    check_briefing(print_briefing(app, app.files / 'briefing.pdf'))
    app.press('Begin Round')
    app.wait_for('label', 'What is working well?')
    hear(app, 'The new scanners')
    app.keys('ctrl+Page_Down')
    app.wait_for('label', 'What gets in your way?')
    app.press('Tom Firth', role='toggle')
    for words in HEARD:
        hear(app, words)
    for words, known, says in ME_TOO:
        say_me_too(app, words, known, says)
    app.type(HALF)
    kill(app)
    app.start_again()
    app.keys('alt+4')
    app.wait_for('label', 'Under Way')
    app.keys('ctrl+f')
    app.type('Leeds')
    app.keys('Return')
    app.press('Go On')
    app.wait_for('label', 'What gets in your way?')
    if app.read('What they say') != HALF:
        fail(f'the draft is “{app.read("What they say")}”')
    for words in HEARD:
        app.wait_for('row', words)
    app.type('rk')
    app.keys('Return')
    app.wait_for('row', WHOLE)
    hear(app, LATER)
    app.keys('ctrl+Return')
    app.press('6–20', role='toggle')
    app.press('Daily', role='toggle')
    app.press('Promise…')
    app.write('What will be different', PROMISE)
    app.write('By when', time.strftime('%Y-%m-%d', PROMISED_FOR))
    app.press('Promise')
    app.wait_until_gone('dialog', None)
    app.press('Done')
    app.wait_for('label', lambda said: said.startswith('Tom Firth') and 'promised for' in said)
    app.keys('ctrl+Page_Down')
    app.wait_for('label', 'Anything else while we are here?')
    app.keys('ctrl+Page_Down')
    app.wait_for('label', 'Thanks to')
    hear(app, 'For the labels on Friday')
    app.keys('ctrl+Page_Down')
    app.wait_for('button', 'Finish Round')
    app.write('On which day', time.strftime('%Y-%m-%d', NEXT))
    app.press('Finish Round')
    app.wait_for('label', 'In the Way')
    for words in (*HEARD, *(said for said, *_ in ME_TOO), WHOLE, LATER, 'The new scanners',
                  'For the labels on Friday'):
        app.wait_for('row', words)
    app.press('Read-Back…')
    save_paper(app, 'Read-Back', app.files / 'read-back.pdf')
    check_read_back(read_pdf(app.files / 'read-back.pdf'))
    pass_on(app, app.files / 'round.json')
    app.press('Back')
    app.wait_for('label', 'in 4 weeks')
    app.keys('ctrl+f')
    app.type('Leeds')
    app.keys('Return')
    app.wait_for('button', 'Begin Round')
    app.wait_for('label', 'Promised Here')
    app.wait_for('label', lambda said: PROMISE in said)
    check_next_briefing(print_briefing(app, app.files / 'next.pdf'))
