/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writing down what is said on a round: the draft, the lines, their photos. */
#include "config.h"

#include "ui/rounds/imp-round-mode-private.h"

#include "base/imp-text.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

/* The draft */

void
imp_round_mode_keep_draft (ImpRoundMode *self, gboolean now)
{
  ImpBacklog *backlog = imp_backlog_page_get_backlog (self);

  if (self->page == NULL || backlog == NULL)
    return;
  imp_round_entry_fill_draft (self->entry, &self->draft);
  imp_round_draft_write (imp_backlog_get_draft (backlog, IMP_DRAFT_ROUND), self->round,
                         &self->draft, now);
}

ImpHeardKind
imp_round_mode_get_kind (ImpRoundMode *self)
{
  return imp_round_question_kind (self->draft.question, g_strv_length (self->page->questions));
}

void
imp_round_mode_ask_for_photo (ImpRoundMode *self)
{
  const ImpHeardLine *line = imp_round_page_find_heard (self->page, self->photo_for);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (line == NULL || line->irritant == 0)
    return;
  self->photo_for = 0;
  imp_attachments_section_show (self->photos, line->irritant, none);
  imp_attachments_section_choose (self->photos);
}

/* What is known already */

void
imp_round_mode_look_known (ImpRoundMode *self)
{
  const gboolean in_the_way =
      self->page != NULL && imp_round_mode_get_kind (self) == IMP_HEARD_IRRITANT;

  if (self->page != NULL)
    {
      imp_known_group_set_heard (self->known, self->page->heard);
      imp_known_group_set_site (self->known, self->page->line.site_name);
    }
  imp_known_group_set_words (self->known,
                             in_the_way ? imp_round_entry_get_words (self->entry) : NULL);
}

/* Writing down */

/* A line on its way to the disk. */
typedef struct
{
  ImpRoundMode *mode;
  char *words;
  gboolean with_photo;
} Hearing;

static void
hearing_free (Hearing *self)
{
  g_object_unref (self->mode);
  g_free (self->words);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Hearing, hearing_free)

/* Not over what was typed meanwhile. */
static void
put_back (ImpRoundMode *self, const char *words)
{
  if (*imp_round_entry_get_words (self->entry) == '\0')
    imp_round_entry_set_words (self->entry, words);
}

static void
heard_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (Hearing) hearing = data;
  ImpRoundMode *self = hearing->mode;
  ImpItem item = 0;
  const gboolean kept =
      imp_toasts_finish_write (GTK_WIDGET (self), IMP_BACKLOG (backlog), result, &item);

  if (imp_backlog_page_get_backlog (self) == NULL)
    return;
  if (!kept)
    put_back (self, hearing->words);
  imp_round_mode_keep_draft (self, TRUE);
  if (kept && hearing->with_photo)
    {
      self->photo_for = item;
      imp_round_mode_ask_for_photo (self);
    }
}

/* heard: what the line becomes; the entry says the rest. */
static void
hear (ImpRoundMode *self, ImpHeard heard, gboolean with_photo)
{
  ImpSaidBy *said_by = imp_round_entry_get_said_by (self->entry);
  Hearing *hearing = g_new (Hearing, 1);

  heard.words = imp_round_entry_get_words (self->entry);
  heard.person = imp_said_by_get_person (said_by);
  heard.department = imp_said_by_get_department (said_by);
  *hearing = (Hearing) { g_object_ref (self), g_strdup (heard.words), with_photo };
  imp_backlog_hear_async (imp_backlog_page_get_backlog (self), self->round, &heard, heard_cb,
                          hearing);
  imp_round_entry_set_words (self->entry, "");
}

void
imp_round_mode_add (ImpRoundMode *self)
{
  if (self->page != NULL)
    hear (self, (ImpHeard) { .kind = imp_round_mode_get_kind (self) }, FALSE);
}

/* The button that was pressed goes with the words: the focus is in the entry before. */
void
imp_round_mode_add_to (ImpRoundMode *self, ImpItem irritant, gboolean is_back)
{
  const ImpHeard heard = { .kind = IMP_HEARD_ME_TOO, .irritant = irritant, .is_back = is_back };

  if (self->page == NULL)
    return;
  imp_round_entry_take_focus (self->entry);
  hear (self, heard, FALSE);
}

static ImpItem
find_newest_irritant (ImpRoundMode *self)
{
  for (guint i = self->page->heard->len; i > 0; i--)
    {
      const ImpHeardLine *line = g_ptr_array_index (self->page->heard, i - 1);

      if (line->irritant != 0)
        return line->item;
    }
  return 0;
}

/* Of what is being said, which is kept first; else of what was said last. */
void
imp_round_mode_add_photo (ImpRoundMode *self)
{
  if (self->page == NULL)
    return;
  if (!imp_text_is_empty (imp_round_entry_get_words (self->entry)))
    {
      hear (self, (ImpHeard) { .kind = imp_round_mode_get_kind (self) }, TRUE);
      return;
    }
  self->photo_for = find_newest_irritant (self);
  if (self->photo_for != 0)
    imp_round_mode_ask_for_photo (self);
  else
    imp_toasts_show (GTK_WIDGET (self), _ ("Write down first what the photo shows"));
}
