/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the two parts of a field row share: how it looks, and how it keeps what is written. */
#pragma once

#include "ui/common/imp-field-row.h"

G_BEGIN_DECLS

struct _ImpFieldRow
{
  GtkListBoxRow parent_instance;

  ImpBacklog *backlog;
  ImpItem item;
  guint8 field;
  gboolean one_line;
  gboolean required;
  char *label;  /* of the change */
  char *kept;   /* what the record has, as far as this row knows; "" for nothing */
  char *as_of;  /* when the record had what this row shows, for imp_changes_set_as_of() */
  char *record; /* the newest text from the record while it could not be shown, or NULL */
  char *record_as_of;
  guint n_writes; /* under way */
  guint timer;
  gboolean loaded;   /* has shown the record once: the cursor may have been here before the text */
  gboolean showing;  /* the row itself changes the text */
  gboolean headline; /* says its title only while it is empty */

  GtkLabel *title;
  GtkLabel *instead; /* what holds while nothing is written */
  GtkTextView *view;
  GtkTextBuffer *buffer;
};

/* Takes over what came from the record, unless somebody is writing here. */
void imp_field_row_follow_record (ImpFieldRow *self);
/* Keeps the text once nobody has typed for a moment. */
void imp_field_row_keep_soon (ImpFieldRow *self);
/* Nobody writes here any more: what may not be empty comes back as it was, all else is kept. */
void imp_field_row_leave (ImpFieldRow *self);

G_END_DECLS
