/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where somebody's name stands in what people wrote, as data. */
#pragma once

#include "model/imp-schema.h"

G_BEGIN_DECLS

/* A piece of a text, in bytes. */
typedef struct
{
  gsize start, end;
} ImpMentionMark;

/* One sentence that names the person; or that earlier versions of a text do, which is then told
 * without words. Immutable. */
typedef struct
{
  ImpItem item;
  ImpKind kind;
  guint8 field;
  gsize start;        /* where the sentence begins in the text */
  char *sentence;     /* NULL: earlier versions name the person */
  char *redacted;     /* the same without the name */
  GArray *marks;      /* of ImpMentionMark: the names in the sentence */
  char *about;        /* what it is said of: the title of the irritant; may be NULL */
  gboolean certain;   /* not one small word that may as well mean something else */
  gboolean published; /* of an announcement that colleagues have read */
} ImpMention;

void imp_mention_free (ImpMention *self);

/* What stands in the place of an erased name: "[name removed]". */
const char *imp_mention_get_instead (void);

/* Finds any of the names and e-mail addresses, whole, or one part of a name of at least three
 * letters: as words of their own, in any letter case, with or without the accents of the name. Of
 * "Wout van der Berg", "van" is no part. NULL where there is nothing to look for. */
GRegex *imp_mention_compile (const char *const *names);

/* Appends an ImpMention for each sentence of a text that is a name: with `item`, `kind` and
 * `field`, and with `instead` in the place of the name. */
void imp_mention_find (GRegex *names,
                       const char *instead,
                       ImpItem item,
                       ImpKind kind,
                       guint8 field,
                       const char *text,
                       GPtrArray *mentions);
/* The text with those of the mentions redacted that are of this item and field; NULL where one of
 * them does not stand there any more. */
char *imp_mention_redact (const char *text, const GPtrArray *mentions, ImpItem item, guint8 field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpMention, imp_mention_free)

G_END_DECLS
