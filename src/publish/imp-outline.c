/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An issue as a plain sequence of headings, paragraphs and lists. */
#include "config.h"

#include "publish/imp-outline.h"

#include "base/imp-text.h"
#include "publish/imp-rich.h"
#include "publish/imp-words.h"

#define DOT " · "

typedef struct
{
  const ImpOutline *form;
  const ImpIssue *issue;
  GString *out;
} Writer;

/* The texts that say something, with dots between them. */
static char *
join (const char *first, const char *second, const char *third)
{
  const char *const all[] = { first, second, third };
  GString *joined = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (*all[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? DOT : "", all[i]);
  return g_string_free_and_steal (joined);
}

static void
write_head (const Writer *self)
{
  g_autofree char *series = imp_words_series (self->issue);
  g_autofree char *strong = imp_rich_strong (series);
  g_autofree char *organisation = imp_rich_clean (self->issue->organisation);
  g_autofree char *edition = imp_words_edition (self->issue, DOT);
  g_autofree char *line = join (strong, organisation, edition);
  g_autofree char *title = imp_words_title (self->issue);
  g_autofree char *sum = imp_words_sum (self->issue);

  self->form->paragraph (self->out, line);
  self->form->heading (self->out, 1, title);
  self->form->paragraph (self->out, sum);
}

static void
write_big (const Writer *self, const ImpIssueFix *fix)
{
  g_autoptr (GPtrArray) parts = imp_words_get_parts (fix);
  g_autofree char *title = imp_rich_clean (fix->title);
  g_autofree char *facts = imp_words_facts (fix);

  self->form->heading (self->out, 2, title);
  self->form->paragraph (self->out, facts);
  for (guint i = 0; i < parts->len; i++)
    {
      const ImpPart *part = parts->pdata[i];

      self->form->part (self->out, part->label, part->text, i == 0);
    }
}

static void
write_small (const Writer *self)
{
  const GPtrArray *fixes = self->issue->small;
  g_autofree char *rest = imp_words_rest (self->issue);

  if (fixes->len == 0 && *rest == '\0')
    return;
  self->form->heading (self->out, 2, imp_words_small_heading ());
  self->form->paragraph (self->out, imp_words_small_note ());
  for (guint i = 0; i < fixes->len; i++)
    {
      const ImpIssueFix *fix = fixes->pdata[i];
      g_autofree char *hours = imp_words_small_hours (fix);
      g_autofree char *text = imp_words_small_text (fix);
      g_autofree char *from = imp_words_small_from (fix);
      g_autofree char *line = join (hours, text, from);

      self->form->entry (self->out, line, i == 0);
    }
  if (*rest != '\0')
    self->form->entry (self->out, rest, fixes->len == 0);
}

static void
write_lines (const Writer *self,
             const char *heading,
             const GPtrArray *lines,
             char *(*get_text) (const ImpIssueLine *line))
{
  if (lines->len > 0)
    self->form->heading (self->out, 2, heading);
  for (guint i = 0; i < lines->len; i++)
    {
      const ImpIssueLine *line = lines->pdata[i];
      g_autofree char *day = imp_date_to_words (line->date);
      g_autofree char *text = get_text (line);
      g_autofree char *entry = join (day, text, "");

      self->form->entry (self->out, entry, i == 0);
    }
}

static void
write_paragraph (const Writer *self, const char *text)
{
  g_autofree char *clean = imp_rich_clean (text);

  if (*clean != '\0')
    self->form->paragraph (self->out, clean);
}

static void
write_end (const Writer *self)
{
  g_autofree char *promises = imp_words_promises (self->issue);
  g_autofree char *contact = imp_words_contact (self->issue);
  g_autofree char *imprint = imp_words_imprint (self->issue, DOT, FALSE);

  if (imp_words_has_promises (self->issue))
    {
      self->form->heading (self->out, 2, promises);
      write_paragraph (self, self->issue->missed);
    }
  if (imp_words_has_contact (self->issue))
    {
      self->form->heading (self->out, 2, contact);
      write_paragraph (self, self->issue->contact_how);
      write_paragraph (self, self->issue->contact_email);
    }
  self->form->paragraph (self->out, imprint);
}

char *
imp_outline_write (const ImpOutline *outline, const ImpIssue *issue)
{
  Writer writer = { outline, issue, g_string_new (NULL) };

  write_head (&writer);
  for (guint i = 0; i < issue->big->len; i++)
    write_big (&writer, issue->big->pdata[i]);
  write_small (&writer);
  write_lines (&writer, imp_words_works_heading (), issue->works, imp_words_works_text);
  write_lines (&writer, imp_words_coming_heading (), issue->coming, imp_words_coming_text);
  write_lines (&writer, imp_words_not_now_heading (), issue->not_now, imp_words_not_now_text);
  write_end (&writer);
  return g_string_free_and_steal (writer.out);
}
