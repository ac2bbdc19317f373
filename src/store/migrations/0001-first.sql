-- SPDX-FileCopyrightText: 2026 The Improve authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 1: the journal, its cells, and the projections that the screens read.

CREATE TABLE meta (k TEXT PRIMARY KEY, v ANY NOT NULL) STRICT, WITHOUT ROWID;

-- One line per laptop: the version vector. head is the hash of its newest user action.
CREATE TABLE replica (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  applied INTEGER NOT NULL,
  pushed INTEGER NOT NULL,
  head BLOB NOT NULL
) STRICT;

-- What a UUID is called inside this file. kind is fixed at birth; unknown kinds are kept.
CREATE TABLE item (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind INTEGER NOT NULL) STRICT;

-- Append-only. value of an item field is the other item's UUID. hash stands on the last row of a
-- user action and covers all its rows.
CREATE TABLE journal (
  rep INTEGER NOT NULL,
  rseq INTEGER NOT NULL,
  hlc INTEGER NOT NULL,
  actor TEXT NOT NULL,
  txn INTEGER NOT NULL,
  wire INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  item INTEGER NOT NULL,
  field INTEGER NOT NULL,
  value ANY,
  base TEXT,
  salt BLOB,
  vhash BLOB NOT NULL,
  hash BLOB,
  PRIMARY KEY (rep, rseq)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_by_item ON journal (item);
-- What was ever merged into an irritant.
CREATE INDEX journal_merged ON journal (value, item) WHERE entity = 6 AND field = 14;

-- The current value of every field. heads only where several stand side by side.
CREATE TABLE cell (
  item INTEGER NOT NULL,
  field INTEGER NOT NULL,
  value ANY,
  hlc INTEGER NOT NULL,
  rep INTEGER NOT NULL,
  rseq INTEGER NOT NULL,
  heads TEXT,
  PRIMARY KEY (item, field)
) STRICT, WITHOUT ROWID;

-- What belongs to what: reports, promises, confirmations, removals and entries say so in field 1.
CREATE INDEX cell_owner ON cell (value) WHERE field = 1 AND typeof (value) = 'integer';
CREATE INDEX cell_deleted ON cell (hlc DESC) WHERE field = 0 AND typeof (value) = 'text';
CREATE INDEX cell_contested ON cell (item, field) WHERE heads IS NOT NULL;
-- What must stay erased, whichever older file comes back.
CREATE INDEX cell_forgets ON cell (item) WHERE field = 62;

-- Projections: a row for each living item, one column a field, rebuildable from the cells.
CREATE TABLE organisation (
  n INTEGER PRIMARY KEY, name TEXT, contact_name TEXT, contact_how TEXT, contact_email TEXT,
  series TEXT, language TEXT
) STRICT;

-- folded: the name as names are compared and searched, without capitals and accents.
CREATE TABLE site (
  n INTEGER PRIMARY KEY, name TEXT, leader INTEGER, advisor INTEGER, folded TEXT
) STRICT;
CREATE INDEX site_by_name ON site (folded, name);

CREATE TABLE department (
  n INTEGER PRIMARY KEY, name TEXT, leader INTEGER, folded TEXT
) STRICT;
CREATE INDEX department_by_name ON department (folded, name);

CREATE TABLE offering (
  n INTEGER PRIMARY KEY, name TEXT, sort INTEGER, owner INTEGER, folded TEXT
) STRICT;
CREATE INDEX offering_by_name ON offering (folded, name);

CREATE TABLE step (n INTEGER PRIMARY KEY, name TEXT, folded TEXT) STRICT;
CREATE INDEX step_by_name ON step (folded, name);

CREATE TABLE outcome (n INTEGER PRIMARY KEY, name TEXT, folded TEXT) STRICT;
CREATE INDEX outcome_by_name ON outcome (folded, name);

CREATE TABLE person (
  n INTEGER PRIMARY KEY, name TEXT, role TEXT, department INTEGER, site INTEGER, email TEXT,
  naming INTEGER, in_it INTEGER, folded TEXT
) STRICT;
CREATE INDEX person_by_name ON person (folded, name);

CREATE TABLE irritant (
  n INTEGER PRIMARY KEY, title TEXT, description TEXT, offering INTEGER, people TEXT, often TEXT,
  minutes TEXT, effort TEXT, irritation INTEGER, customers_see_it INTEGER, recorded INTEGER,
  recorded_by INTEGER, declined INTEGER, declined_reason TEXT, merged_into INTEGER,
  step INTEGER, outcome INTEGER, change INTEGER, waste INTEGER, pin_reason TEXT, pin_until INTEGER,
  -- derived by the model
  people_value REAL, often_value REAL, minutes_value REAL, effort_value REAL,
  hours REAL, impact REAL, payback REAL, state INTEGER, voices INTEGER, reporters INTEGER,
  unsure INTEGER, spread REAL, payback_spread REAL, rice REAL, ice REAL, cost_of_delay REAL,
  wsjf REAL,
  -- of its UUID: of equals the smaller stands first
  tie INTEGER,
  -- the irritant that it counts with, where it is merged into one
  merged INTEGER
) STRICT;
CREATE INDEX irritant_by_impact ON irritant (impact DESC, tie, state, spread, hours);
-- With all other measures, which are put in order in memory.
CREATE INDEX irritant_by_payback ON irritant (
  payback DESC, tie, state, payback_spread, hours, spread, reporters, rice, ice, cost_of_delay, wsjf
);
CREATE INDEX irritant_by_age ON irritant (recorded, n, state);
CREATE INDEX irritant_by_offering ON irritant (offering);
-- What few irritants say costs only those.
CREATE INDEX irritant_by_step ON irritant (step) WHERE step IS NOT NULL;
CREATE INDEX irritant_by_outcome ON irritant (outcome) WHERE outcome IS NOT NULL;
CREATE INDEX irritant_by_change ON irritant (change) WHERE change IS NOT NULL;
CREATE INDEX irritant_by_waste ON irritant (waste) WHERE waste IS NOT NULL;
CREATE INDEX irritant_pinned ON irritant (pin_until) WHERE pin_until IS NOT NULL;
CREATE INDEX irritant_by_declined ON irritant (declined) WHERE declined IS NOT NULL;
CREATE INDEX irritant_by_merged_into ON irritant (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX irritant_by_merged ON irritant (merged) WHERE merged IS NOT NULL;
CREATE INDEX irritant_unsure ON irritant (
  unsure, people_value, often_value, minutes_value, effort_value
) WHERE unsure = 1;
CREATE INDEX irritant_seen_by_customers ON irritant (customers_see_it) WHERE customers_see_it = 1;

-- Of what belongs to irritants: irritant is the one it counts with, merged_from the one it is of
-- where that was merged into another.
CREATE TABLE report (
  n INTEGER PRIMARY KEY, irritant INTEGER, person INTEGER, department INTEGER, site INTEGER,
  date INTEGER, words TEXT, people TEXT, often TEXT, minutes TEXT, merged_from INTEGER
) STRICT;
CREATE INDEX report_by_merged_from ON report (merged_from) WHERE merged_from IS NOT NULL;
CREATE INDEX report_by_irritant ON report (irritant, date);
-- Whose words change with a name, and what somebody said.
CREATE INDEX report_by_person ON report (person, date, irritant) WHERE person IS NOT NULL;
CREATE INDEX report_by_department ON report (department, irritant) WHERE department IS NOT NULL;
CREATE INDEX report_by_site ON report (site, irritant) WHERE site IS NOT NULL;

CREATE TABLE fix (
  n INTEGER PRIMARY KEY, title TEXT, did TEXT, now TEXT, todo TEXT, owner INTEGER, thanks TEXT,
  planned INTEGER, started INTEGER, delivered INTEGER, effort TEXT,
  -- derived by the model
  state INTEGER, hours REAL, spread REAL, asked_again INTEGER, confirmed INTEGER, voices INTEGER,
  forecast REAL
) STRICT;
CREATE INDEX fix_by_state ON fix (state, hours DESC);
CREATE INDEX fix_by_delivered ON fix (delivered);
CREATE INDEX fix_by_confirmed ON fix (confirmed);

CREATE TABLE removal (
  n INTEGER PRIMARY KEY, fix INTEGER, irritant INTEGER, merged_from INTEGER
) STRICT;
CREATE INDEX removal_by_merged_from ON removal (merged_from) WHERE merged_from IS NOT NULL;
CREATE INDEX removal_by_fix ON removal (fix, irritant);
CREATE INDEX removal_by_irritant ON removal (irritant, fix);

CREATE TABLE promise (
  n INTEGER PRIMARY KEY, fix INTEGER, person INTEGER, "to" TEXT, what TEXT, site INTEGER,
  made INTEGER, first INTEGER, due INTEGER, reason TEXT, told INTEGER, kept INTEGER
) STRICT;
CREATE INDEX promise_by_fix ON promise (fix);
CREATE INDEX promise_by_first ON promise (first, kept);
CREATE INDEX promise_open ON promise (due) WHERE kept IS NULL;

CREATE TABLE confirmation (
  n INTEGER PRIMARY KEY, fix INTEGER, person INTEGER, date INTEGER, verdict INTEGER, people TEXT,
  often TEXT, minutes TEXT, words TEXT, irritant INTEGER, merged_from INTEGER
) STRICT;
CREATE INDEX confirmation_by_merged_from ON confirmation (merged_from)
WHERE merged_from IS NOT NULL;
CREATE INDEX confirmation_by_fix ON confirmation (fix, date);
-- What answers are learned from.
CREATE INDEX confirmation_still_there ON confirmation (irritant, fix) WHERE verdict = 3;

CREATE TABLE announcement (
  n INTEGER PRIMARY KEY, title TEXT, "from" INTEGER, "to" INTEGER, number INTEGER,
  published INTEGER, next INTEGER, document TEXT, rest_count INTEGER, rest_hours REAL, site INTEGER,
  -- 1: published, and all that stands here and in its entries is from its document
  frozen INTEGER,
  -- 1: somebody who did not know of that wrote something else
  late INTEGER
) STRICT;
CREATE INDEX announcement_late ON announcement (n) WHERE late = 1;

CREATE TABLE entry (
  n INTEGER NOT NULL, announcement INTEGER, section INTEGER, position REAL, fix INTEGER,
  irritant INTEGER, promise INTEGER, title TEXT, said TEXT, did TEXT, now TEXT, thanks TEXT,
  todo TEXT, place TEXT, date INTEGER, hours REAL, hours_source INTEGER, count TEXT,
  unconfirmed INTEGER,
  -- as above; late without an announcement: it came after the publication
  frozen INTEGER,
  late INTEGER,
  UNIQUE (n, announcement)
) STRICT;
CREATE INDEX entry_late ON entry (n) WHERE late = 1;
CREATE INDEX entry_by_announcement ON entry (announcement, section, position);
CREATE INDEX entry_by_fix ON entry (fix);
CREATE INDEX entry_by_irritant ON entry (irritant);

CREATE TABLE attachment (
  n INTEGER PRIMARY KEY, irritant INTEGER, name TEXT, type TEXT, sha256 TEXT, size INTEGER,
  width INTEGER, height INTEGER, merged_from INTEGER
) STRICT;
CREATE INDEX attachment_by_irritant ON attachment (irritant);
CREATE INDEX attachment_photos ON attachment (irritant, width) WHERE width > 0;
CREATE INDEX attachment_by_merged_from ON attachment (merged_from) WHERE merged_from IS NOT NULL;

-- folded: as tags are compared. Several rows may give an irritant the same tag.
CREATE TABLE tagging (
  n INTEGER PRIMARY KEY, irritant INTEGER, tag TEXT, folded TEXT, merged_from INTEGER
) STRICT;
CREATE INDEX tagging_by_irritant ON tagging (irritant, folded, tag);
CREATE INDEX tagging_by_tag ON tagging (folded, irritant, tag);
CREATE INDEX tagging_by_merged_from ON tagging (merged_from) WHERE merged_from IS NOT NULL;

CREATE TABLE view (
  n INTEGER PRIMARY KEY, name TEXT, query TEXT, "order" TEXT, columns TEXT, folded TEXT
) STRICT;
CREATE INDEX view_by_name ON view (folded, name);

-- The bytes of attachments, each once, by the hash under which rows of the journal name them.
-- Neither journal nor projection: they come with the attachment, or later.
CREATE TABLE blob (n INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL) STRICT;

-- Where irritants stood by impact, once a week. Of this laptop only, neither journal nor projection:
-- what was yesterday's order cannot be made anew.
CREATE TABLE standing (
  irritant INTEGER NOT NULL, day INTEGER NOT NULL, rank INTEGER NOT NULL,
  PRIMARY KEY (irritant, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_by_day ON standing (day);

-- How often each answer was given, for the medians that stand for "don't know".
CREATE TABLE tally (
  question INTEGER NOT NULL, value REAL NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (question, value)
) STRICT, WITHOUT ROWID;

-- What the irritants of each state come to; hours and their logarithms in millionths.
CREATE TABLE state_sum (
  state INTEGER PRIMARY KEY, n INTEGER NOT NULL, hours INTEGER NOT NULL, logs INTEGER NOT NULL,
  squares INTEGER NOT NULL
) STRICT;

-- Words to search, as imp_text_fold() has them: title, everything that was said, who and where and
-- about what, and the fixes. rowid is the irritant.
CREATE VIRTUAL TABLE irritant_text USING fts5 (
  title, said, names, fixes,
  content = '', contentless_delete = 1, prefix = '1 2 3',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
);
