/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What erasing a person changes. */
#pragma once

#include "store/imp-store.h"

G_BEGIN_DECLS

/* For changes that erase (imp_store_erase()): the person loses every field, whatever it held
 * before, and is deleted for good: no undo, restoring or import brings them back. Reports, fixes,
 * promises and confirmations go on belonging to them, so every count stays what it is. */
gboolean
imp_erasure_add_person (ImpStore *store, ImpItem person, ImpChanges *changes, GError **error);

/* Redacts the sentences (of ImpMention, as imp_mentions_read() gave them) and forgets what their
 * fields held before. What is in the bin stays there. Also in published announcements: what is
 * kept of them is theirs who are named, however immutable it is otherwise; nothing but the name
 * changes. IMP_ERROR_INPUT where a sentence is not there any more. */
gboolean imp_erasure_add_mentions (ImpStore *store,
                                   const GPtrArray *mentions,
                                   ImpChanges *changes,
                                   GError **error);

/* After the commit: the actions of this laptop that wrote what is now forgotten, of gint64, sorted,
 * some more than once. * They cannot be taken back. */
GArray *imp_erasure_read_actions (ImpStore *store, const ImpChanges *changes, GError **error);

/* What was erased stays erased, whichever older file is put in the place of this one: a list of the
 * items and fields, without a word of what they held, stands beside the database
 * ("backlog.db.erased"). Opening it erases again what the file still has. Mentions can only be
 * found again where the older file knows the person; a file that is opened elsewhere, without the
 * list, is as it was. */
gboolean imp_erasure_keep_list (ImpStore *store, GError **error);
gboolean imp_erasure_repeat (ImpStore *store, GError **error);

G_END_DECLS
