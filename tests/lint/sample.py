#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Improve authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample backlog keeps to the schema, and its numbers and words hold together."""
import datetime
import json
import re
from collections import Counter

import tree

DAYS_AHEAD = {('promise', 'first'), ('promise', 'due'), ('announcement', 'next'),
              ('round', 'planned')}
TYPES = {'LINE', 'PROSE', 'NUMBER', 'INTEGER', 'FLAG', 'DATE', 'ANSWER', 'CHOICE', 'ITEM',
         'PERSONAL'}
KNOWN = {'measured', 'several', 'one', 'guess'}
BANDS = {
    'people': {'2-5': 10, '6-20': 120, '21-100': 2100, '101-500': 50500, '500+': 500000},
    'often': {'rarely': .25, 'monthly': 1, 'weekly': 4, '2-3/week': 10, 'daily': 20, '3+/day': 60},
    'minutes': {'<1': .25, '2-4': 8, '5-10': 50, '11-30': 330, '31-90': 2790, '90+': 16200},
    'effort': {'<2h': 1, 'half-day': 4, '1-2days': 12, 'week': 40, 'month': 160, 'longer': 480},
}
PRODUCTS_OF_BOUNDS = {'people', 'minutes'}
THREE = ('people', 'often', 'minutes')
IT_WORDS = re.compile(
    r'\b(authenticat|MFA|SSO|latency|outage|downtime|deploy|roll(ed)? out|provision|patch|hotfix'
    r'|endpoint|tickets?\b|incidents?\b|root cause|workaround|migrat|legacy|decommission|cache'
    r'|backend|server|SLA|stakeholder|users?\b|login|database|system)', re.IGNORECASE)


def schema():
    """{kind: {field: (type, kind it refers to or words of the choice)}}, as the C table has it."""
    source = (tree.root() / 'src/model/imp-schema.c').read_text()
    nicks = {name: re.findall(r'"([^"]+)"', words)
             for name, words in re.findall(r'(\w+_nicks)\[\] = \{([^}]*)\}', source)}
    kinds = {}
    for kind, rows in re.findall(r'ImpField (\w+)_fields\[\] = \{(.*?)\n\};', source, re.DOTALL):
        fields = re.findall(r'(\w+) \(\d+, "([^"]+)"(?:, (\w+))?\)', rows)
        kinds[kind] = {name: (sort, nicks.get(more, more.lower())) for sort, name, more in fields}
    return kinds


def value(question, text):
    """The number that an answer stands for; raises on one that is none."""
    what, known = text.split(' ')
    if known not in KNOWN:
        raise ValueError(known)
    if what not in BANDS[question]:
        return float(what)
    band = BANDS[question][what]
    return band ** .5 if question in PRODUCTS_OF_BOUNDS else band


def is_answer(question, text):
    try:
        return value(question, text) > 0
    except ValueError:
        return False


class Sample:
    """The file, by kind and by id."""

    def __init__(self, path):
        whole = json.loads(path.read_text())
        self.reference = datetime.date.fromisoformat(whole['reference'])
        self.items = whole['items']
        self.by_id = {item['id']: item for item in self.items}

    def all(self, kind, **wanted):
        return [item for item in self.items
                if item['kind'] == kind and all(item.get(k) == v for k, v in wanted.items())]

    def irritants_of(self, fix):
        return [self.by_id[link['irritant']] for link in self.all('removal', fix=fix['id'])]

    def verdict(self, fix):
        """The newest confirmation of a fix, or None."""
        return max(self.all('confirmation', fix=fix['id']), key=lambda c: c['date'], default=None)

    def confirmed(self):
        return [fix for fix in self.all('fix')
                if (said := self.verdict(fix)) and said['verdict'] != 'still-there']

    def hours(self, item, reporters=1):
        people, often, minutes = (value(q, item[q]) for q in THREE)
        return max(people, reporters) * often * minutes / 60

    def hours_back(self, fix):
        before = 0
        for irritant in self.irritants_of(fix):
            voices = len(self.all('report', irritant=irritant['id']))
            before += self.hours(irritant, voices)
        return before - self.hours(self.verdict(fix))


def check_field(sample, item, name, rule):
    sort, more = rule
    given = item[name]
    if sort == 'ITEM':
        if sample.by_id.get(given, {}).get('kind') != more:
            yield f'{name} names no {more}: {given}'
    elif sort == 'CHOICE':
        if given not in more:
            yield f'{name} is none of {more}: {given}'
    elif sort == 'DATE':
        day = datetime.date.fromisoformat(given)
        ahead = (item['kind'], name) in DAYS_AHEAD or item.get('section') == 'next'
        if day > sample.reference and not ahead:
            yield f'{name} is after the reference day: {given}'
    elif sort == 'ANSWER' and not is_answer(name, given):
        yield f'{name} is no answer: {given}'
    elif sort in ('LINE', 'PROSE', 'PERSONAL'):
        if not given or given != given.strip() or (sort != 'PROSE' and '\n' in given):
            yield f'{name} is empty or badly cut: {given!r}'


def check_schema(sample):
    kinds = schema()
    assert kinds and all(sort in TYPES for fields in kinds.values() for sort, _ in fields.values())
    for name, times in Counter(item['id'] for item in sample.items).items():
        if times > 1:
            yield f'{name}: {times} items have this id'
    for item in sample.items:
        fields = kinds.get(item['kind'])
        if fields is None:
            yield f'{item["id"]}: unknown kind {item["kind"]}'
            continue
        for name in item.keys() - {'kind', 'id'}:
            if name not in fields:
                yield f'{item["id"]}: unknown field {name}'
            else:
                for finding in check_field(sample, item, name, fields[name]):
                    yield f'{item["id"]}: {finding}'


def check_irritants(sample):
    irritants = sample.all('irritant')
    if not 60 <= len(irritants) <= 80:
        yield f'{len(irritants)} irritants: have 60 to 80'
    for irritant in irritants:
        days = [report['date'] for report in sample.all('report', irritant=irritant['id'])]
        if not days or min(days) < irritant['recorded']:
            yield f'{irritant["id"]}: no report, or one from before it was recorded'
        if ('declined' in irritant) != ('declined-reason' in irritant):
            yield f'{irritant["id"]}: a refusal needs its day and its reason'
    for words, times in Counter(report['words'] for report in sample.all('report')).items():
        if times > 1:
            yield f'“{words}” is said by {times} colleagues'


def check_fixes(sample):
    for fix in sample.all('fix'):
        days = [fix[day] for day in ('planned', 'started', 'delivered') if day in fix]
        said = sample.verdict(fix)
        if not sample.irritants_of(fix) or 'owner' not in fix:
            yield f'{fix["id"]}: removes no irritant, or has no owner'
        if days != sorted(days) or (said and said['date'] < fix.get('delivered', '9')):
            yield f'{fix["id"]}: its days are out of order'
        if 'delivered' in fix and not {'did', 'now', 'thanks', 'effort'} <= fix.keys():
            yield f'{fix["id"]}: delivered without saying what was done, what is so now, by whom'
    for said in sample.all('confirmation'):
        if not set(THREE) <= said.keys():
            yield f'{said["id"]}: the three questions were not asked again'
    if not any(sample.confirmed()):
        yield 'no fix is confirmed'


def check_promises(sample):
    october = [p for p in sample.all('promise') if p['first'].startswith('2026-10')]
    kept = [p for p in october if p.get('kept', '9') <= p['first']]
    if (len(kept), len(october)) != (11, 12):
        yield f'{len(kept)} of {len(october)} promises of October kept: the issue says 11 of 12'
    for promise in sample.all('promise'):
        if promise['due'] < promise['first'] or promise['made'] > promise['first']:
            yield f'{promise["id"]}: its days are out of order'
        if (promise['due'] != promise['first']) != ('reason' in promise):
            yield f'{promise["id"]}: a moved date needs a reason'
        if (delivered := sample.by_id.get(promise.get('fix'), {}).get('delivered')):
            if promise.get('kept', '9') > delivered:
                yield f'{promise["id"]}: its fix is delivered, so it is kept by then'


def check_issues(sample):
    issues = sorted(sample.all('announcement'), key=lambda issue: issue['number'])
    if [(issue['number'], issue['to'][:7]) for issue in issues] != [(13, '2026-09'), (14, '2026-10')]:
        yield 'not two issues, number 13 of September and 14 of October'
    for issue in issues:
        entries = sample.all('entry', announcement=issue['id'])
        if [entry['position'] for entry in entries] != list(range(1, len(entries) + 1)):
            yield f'{issue["id"]}: its entries are not numbered from 1'
        for entry in entries:
            for finding in check_entry(sample, issue, entry):
                yield f'{entry["id"]}: {finding}'
    october = sample.all('entry', announcement=issues[-1]['id'])
    if sum(entry.get('hours', 0) for entry in october) != 210:
        yield 'the hours of October do not add up to 210'
    told = {entry.get('fix') for entry in sample.all('entry')}
    waiting = [fix for fix in sample.confirmed()
               if fix['delivered'] >= '2026-11-01' and fix['id'] not in told]
    if len(waiting) < 5:
        yield f'{len(waiting)} confirmed fixes wait to be announced: have five or more'


def check_entry(sample, issue, entry):
    if entry['section'] in ('big', 'small'):
        fix = sample.by_id[entry['fix']]
        if entry['date'] != fix['delivered'] or not issue['from'] <= entry['date'] <= issue['to']:
            yield 'its day is not the one of the fix, or not in the period'
        if entry['hours-source'] == 'asked-again':
            if round(sample.hours_back(fix)) != entry['hours']:
                yield f'says {entry["hours"]} hours, the record {sample.hours_back(fix):.1f}'
        elif not entry.get('unconfirmed'):
            yield 'estimated, but not marked as unconfirmed'
    if entry['section'] == 'big':
        reports = sample.all('report', irritant=entry['irritant'])
        if entry['said'] not in [report['words'] for report in reports]:
            yield 'nobody said these words'
    if entry['section'] == 'next' and entry['date'] != sample.by_id[entry['promise']]['first']:
        yield 'its date is not the one promised'
    if entry['section'] == 'not-now' and 'declined' not in sample.by_id[entry['irritant']]:
        yield 'its irritant is not declined'


def check_words(sample):
    unwilling = [person['name'] for person in sample.all('person') if person['naming'] != 'yes']
    for item in sample.all('fix') + sample.all('entry'):
        text = ' '.join(item.get(name, '') for name in ('title', 'did', 'now', 'todo', 'thanks'))
        if (word := IT_WORDS.search(text)):
            yield f'{item["id"]}: “{word.group()}” is an IT word'
        if re.search(r'\bwill\b', item.get('did', '')):
            yield f'{item["id"]}: future tense under what we did'
        for name in unwilling:
            if re.search(rf'\b({name}|{name.split()[0]})\b', text):
                yield f'{item["id"]}: names {name}, who did not agree'


CHECKS = (check_schema, check_irritants, check_fixes, check_promises, check_issues, check_words)
BACKLOG = Sample(tree.root() / 'data/sample-backlog.json')
tree.report(finding for check in CHECKS for finding in check(BACKLOG))
