-- SPDX-FileCopyrightText: 2026 The Improve authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 2: rounds, whom they meet, what is heard there, and who was told.

ALTER TABLE site ADD COLUMN weeks INTEGER;
ALTER TABLE person ADD COLUMN hears TEXT;
ALTER TABLE report ADD COLUMN round INTEGER;
ALTER TABLE promise ADD COLUMN round INTEGER;
CREATE INDEX report_by_round ON report (round) WHERE round IS NOT NULL;
-- When each colleague and each department of a site was heard last.
CREATE INDEX report_heard ON report (site, person, department, date) WHERE site IS NOT NULL;
CREATE INDEX promise_by_round ON promise (round) WHERE round IS NOT NULL;
CREATE INDEX promise_by_site ON promise (site, due) WHERE site IS NOT NULL;
-- Delivered, and not gone yet as far as we know.
CREATE INDEX fix_to_confirm ON fix (delivered) WHERE state = 3;

CREATE TABLE round (
  n INTEGER PRIMARY KEY, site INTEGER, planned INTEGER, time INTEGER, place TEXT, visitors TEXT,
  questions TEXT, note TEXT, started INTEGER, ended INTEGER
) STRICT;
CREATE INDEX round_by_site ON round (site, planned);
CREATE INDEX round_by_day ON round (planned, time, n);
CREATE INDEX round_past ON round (ended) WHERE ended IS NOT NULL;
CREATE INDEX round_open ON round (planned) WHERE ended IS NULL;

CREATE TABLE meeting (
  n INTEGER PRIMARY KEY, round INTEGER, person INTEGER, department INTEGER, met INTEGER
) STRICT;
CREATE INDEX meeting_by_round ON meeting (round);
CREATE INDEX meeting_by_person ON meeting (person) WHERE person IS NOT NULL;

-- folded: the words as they are searched.
CREATE TABLE observation (
  n INTEGER PRIMARY KEY, round INTEGER, sort INTEGER, words TEXT, person INTEGER,
  department INTEGER, site INTEGER, date INTEGER, folded TEXT
) STRICT;
CREATE INDEX observation_by_round ON observation (round);
CREATE INDEX observation_by_date ON observation (date);
CREATE INDEX observation_by_person ON observation (person) WHERE person IS NOT NULL;

-- irritant: the one it counts with, merged_from the one it is of where that was merged into another.
CREATE TABLE told (
  n INTEGER PRIMARY KEY, irritant INTEGER, fix INTEGER, person INTEGER, department INTEGER,
  date INTEGER, round INTEGER, merged_from INTEGER
) STRICT;
CREATE INDEX told_by_irritant ON told (irritant, fix, person, department);
CREATE INDEX told_by_round ON told (round) WHERE round IS NOT NULL;
CREATE INDEX told_by_fix ON told (fix, person, department) WHERE fix IS NOT NULL;
CREATE INDEX told_by_merged_from ON told (merged_from) WHERE merged_from IS NOT NULL;

-- What nobody was asked about is no longer added up, and a newer program may have written of these
-- before: the projections are made anew.
INSERT INTO meta (k, v) SELECT 'stale', 1 WHERE EXISTS (SELECT 1 FROM journal);
