/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A photo or file that belongs to an irritant, as data. */
#include "config.h"

#include "model/imp-attachment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-text.h"

#define NAME_BYTES   200 /* most file systems take 255 */
#define ENDING_BYTES 16  /* a longer one is none */

void
imp_attachment_free (ImpAttachment *self)
{
  g_free (self->name);
  g_free (self->type);
  g_free (self->sha256);
  g_free (self);
}

ImpAttachment *
imp_attachment_copy (const ImpAttachment *self)
{
  ImpAttachment *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->type = g_strdup (self->type);
  copy->sha256 = g_strdup (self->sha256);
  return copy;
}

gboolean
imp_attachment_is_picture (const ImpAttachment *self)
{
  return self->width > 0 && self->height > 0;
}

/* After the last slash of either slant. */
static const char *
find_last_part (const char *name)
{
  const char *slash = strrchr (name, '/');
  const char *backslash = strrchr (slash != NULL ? slash : name, '\\');

  return backslash != NULL ? backslash + 1 : slash != NULL ? slash + 1 : name;
}

/* In the middle, so that the ending still says what it is. */
static char *
shorten (const char *name)
{
  const char *dot = strrchr (name, '.');
  const char *ending = dot != NULL && strlen (dot) <= ENDING_BYTES ? dot : "";
  gsize room = NAME_BYTES - strlen (ending) - strlen ("…");
  g_autofree char *start = NULL;

  if (strlen (name) <= NAME_BYTES)
    return g_strdup (name);
  while (room > 0 && ((guchar) name[room] & 0xc0) == 0x80)
    room--;
  start = g_strndup (name, room);
  return g_strconcat (start, "…", ending, NULL);
}

char *
imp_attachment_clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  g_autofree char *clean = imp_text_clean (find_last_part (valid));
  char *start = g_strdelimit (clean, "\n\t", ' ');

  while (*start == '.' || *start == ' ')
    start++;
  return imp_text_is_empty (start) ? g_strdup (_ ("Attachment")) : shorten (start);
}

char *
imp_attachment_hash (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}
