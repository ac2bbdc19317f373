/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An issue as one self-contained HTML page. */
#include "config.h"

#include "publish/imp-document.h"

#include <math.h>
#include <string.h>

#include "base/imp-text.h"
#include "publish/imp-html-style.h"
#include "publish/imp-language.h"
#include "publish/imp-rich.h"
#include "publish/imp-words.h"

#define POLICY     "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
#define TALLY_MAX  24
#define TALLY_SIZE 7
#define TALLY_STEP 10.5
#define DOT        " · "

static void
append_text (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (html, escaped);
}

static void
append_rich (GString *html, const char *rich)
{
  g_autofree char *run = NULL;
  gboolean strong;

  while ((run = imp_rich_next_run (&rich, &strong)) != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (run, "\n", -1);

      g_string_append (html, strong ? "<strong>" : "");
      for (char **line = lines; *line != NULL; line++)
        {
          g_string_append (html, line > lines ? "<br>" : "");
          append_text (html, *line);
        }
      g_string_append (html, strong ? "</strong>" : "");
      g_clear_pointer (&run, g_free);
    }
}

/* <name class="class">rich</name>, without an empty class; nothing at all for an empty text. */
static void
append_element (GString *html, const char *name, const char *class, const char *rich)
{
  if (*rich == '\0')
    return;
  if (class != NULL)
    g_string_append_printf (html, "<%s class=\"%s\">", name, class);
  else
    g_string_append_printf (html, "<%s>", name);
  append_rich (html, rich);
  g_string_append_printf (html, "</%s>\n", name);
}

static void
append_clean (GString *html, const char *name, const char *class, const char *text)
{
  g_autofree char *clean = imp_rich_clean (text);

  append_element (html, name, class, clean);
}

static void
write_meta (GString *html, const ImpIssue *issue)
{
  g_autofree char *language = imp_language_to_tag (issue->language);
  g_autofree char *title = imp_words_title (issue);
  g_autofree char *author = imp_rich_clean (issue->organisation);

  g_string_append_printf (html,
                          "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n"
                          "<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width\">\n"
                          "<meta name=\"generator\" content=\"Improve " PACKAGE_VERSION "\">\n",
                          language, imp_language_is_rtl (language) ? "rtl" : "ltr", POLICY);
  g_string_append (html, "<meta name=\"author\" content=\"");
  append_text (html, author);
  g_string_append (html, "\">\n");
  append_element (html, "title", NULL, title);
  g_string_append_printf (html, "<style>\n%s</style>\n</head>\n", imp_html_style);
}

static void
write_head (GString *html, const ImpIssue *issue)
{
  g_autofree char *series = imp_words_series (issue);
  g_autofree char *edition = imp_words_edition (issue, DOT);
  g_autofree char *title = imp_words_title (issue);
  g_autofree char *sum = imp_words_sum (issue);

  g_string_append (html, "<header>\n<div class=\"head\">\n");
  append_element (html, "strong", NULL, series);
  append_clean (html, "span", NULL, issue->organisation);
  append_element (html, "span", NULL, edition);
  g_string_append (html, "</div>\n");
  append_element (html, "h1", NULL, title);
  append_element (html, "p", "sum", sum);
  g_string_append (html, "</header>\n");
}

static void
write_hours (GString *html, const ImpIssueFix *fix)
{
  g_autofree char *number = imp_words_number (fix->hours);

  if (*number == '\0')
    return;
  g_string_append (html, "<p class=\"hours\">");
  if (imp_words_is_estimated (fix))
    append_element (html, "span", NULL, imp_words_about ());
  append_element (html, "b", NULL, number);
  append_element (html, "span", NULL, imp_words_unit (fix->hours));
  g_string_append (html, "</p>\n");
  append_element (html, "p", "note", imp_words_hours_kind (fix));
}

static void
write_part (GString *html, const ImpPart *part)
{
  static const char *const classes[] = { [IMP_PART_SAID] = "said",
                                         [IMP_PART_NOW] = "now",
                                         [IMP_PART_COUNT] = "credit",
                                         [IMP_PART_THANKS] = "credit" };
  const char *class = part->kind < G_N_ELEMENTS (classes) ? classes[part->kind] : NULL;

  append_element (html, "dt", class, part->label);
  append_element (html, "dd", class, part->text);
}

static void
write_big (GString *html, const ImpIssueFix *fix)
{
  g_autoptr (GPtrArray) parts = imp_words_get_parts (fix);
  g_autofree char *where = imp_words_where (fix);
  g_autofree char *todo = imp_words_todo (fix);

  g_string_append (html, "<article>\n");
  append_clean (html, "h2", NULL, fix->title);
  g_string_append (html, "<div class=\"rail\">\n");
  write_hours (html, fix);
  append_element (html, "p", NULL, where);
  append_element (html, "p", NULL, todo);
  g_string_append (html, "</div>\n");
  if (parts->len > 0)
    g_string_append (html, "<dl>\n");
  for (guint i = 0; i < parts->len; i++)
    write_part (html, parts->pdata[i]);
  g_string_append (html, parts->len > 0 ? "</dl>\n</article>\n" : "</article>\n");
}

static void
write_small_row (GString *html, const ImpIssueFix *fix)
{
  g_autofree char *hours = imp_words_small_hours (fix);
  g_autofree char *text = imp_words_small_text (fix);
  g_autofree char *from = imp_words_small_from (fix);

  g_string_append (html, "<li><span class=\"amount\">");
  append_rich (html, hours);
  g_string_append (html, "</span>\n");
  append_element (html, "span", NULL, text);
  append_element (html, "span", "from", from);
  g_string_append (html, "</li>\n");
}

static void
write_small (GString *html, const ImpIssue *issue)
{
  g_autofree char *rest = imp_words_rest (issue);

  if (issue->small->len == 0 && *rest == '\0')
    return;
  g_string_append (html, "<section class=\"small\">\n<div>\n");
  append_element (html, "h2", NULL, imp_words_small_heading ());
  append_element (html, "p", "note", imp_words_small_note ());
  g_string_append (html, "</div>\n<ul>\n");
  for (guint i = 0; i < issue->small->len; i++)
    write_small_row (html, issue->small->pdata[i]);
  if (*rest != '\0')
    {
      g_string_append (html, "<li><span></span>");
      append_element (html, "span", NULL, rest);
      g_string_append (html, "</li>\n");
    }
  g_string_append (html, "</ul>\n</section>\n");
}

static void
write_lines (GString *html,
             const char *class,
             const char *heading,
             const GPtrArray *lines,
             char *(*get_text) (const ImpIssueLine *line))
{
  if (lines->len == 0)
    return;
  g_string_append_printf (html, "<section class=\"%s\">\n", class);
  append_element (html, "h2", NULL, heading);
  g_string_append (html, "<ul>\n");
  for (guint i = 0; i < lines->len; i++)
    {
      const ImpIssueLine *line = lines->pdata[i];
      g_autofree char *day = imp_date_to_words (line->date);
      g_autofree char *text = get_text (line);

      g_string_append (html, "<li>");
      append_element (html, "span", "day", day);
      append_element (html, "span", NULL, text);
      g_string_append (html, "</li>\n");
    }
  g_string_append (html, "</ul>\n</section>\n");
}

static void
append_square (GString *html, double x, gboolean kept)
{
  char at[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (at, sizeof at, "%.1f", x);
  if (kept)
    g_string_append_printf (html, "<path fill=\"currentColor\" d=\"M%s 0h7v7h-7z\"/>", at);
  else
    g_string_append_printf (html,
                            "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\".75\" "
                            "d=\"M%s .4m.4 0h6.2v6.2h-6.2zm0 6.2l6.2-6.2\"/>",
                            at);
}

/* Drawn, not set in colours of the ground, which browsers leave out in print. */
static void
write_tally (GString *html, const ImpIssue *issue)
{
  g_autofree char *label = imp_words_tally (issue);
  int due = issue->promises_due;
  gboolean rtl = imp_language_is_rtl (issue->language);

  if (due <= 0 || due > TALLY_MAX)
    return;
  g_string_append (html, "<svg class=\"tally\" role=\"img\" aria-label=\"");
  append_text (html, label);
  g_string_append_printf (html, "\" viewBox=\"0 0 %d %d\">",
                          (int) ceil ((due - 1) * TALLY_STEP + TALLY_SIZE), TALLY_SIZE);
  for (int i = 0; i < due; i++)
    append_square (html, (rtl ? due - 1 - i : i) * TALLY_STEP, i < issue->promises_kept);
  g_string_append (html, "</svg>\n");
}

static void
write_promises (GString *html, const ImpIssue *issue)
{
  g_autofree char *heading = imp_words_promises (issue);

  if (!imp_words_has_promises (issue))
    return;
  g_string_append (html, "<section>\n");
  append_element (html, "h2", NULL, heading);
  write_tally (html, issue);
  append_clean (html, "p", NULL, issue->missed);
  g_string_append (html, "</section>\n");
}

/* Letters, digits and a few signs around one @, and a name of a machine: nothing else is made a
 * link, and nothing in it needs escaping. */
static gboolean
is_address (const char *text)
{
  gsize local = strspn (text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS ".+_-");
  const char *domain = text + local + 1;

  if (local == 0 || text[local] != '@' || !g_ascii_isalnum (*domain))
    return FALSE;
  return domain[strspn (domain, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS ".-")] == '\0';
}

static void
write_contact (GString *html, const ImpIssue *issue)
{
  g_autofree char *heading = imp_words_contact (issue);
  g_autofree char *email = imp_rich_clean (issue->contact_email);

  if (!imp_words_has_contact (issue))
    return;
  g_string_append (html, "<section class=\"contact\">\n");
  append_element (html, "h2", NULL, heading);
  append_clean (html, "p", NULL, issue->contact_how);
  g_string_append (html, *email != '\0' ? "<p><strong dir=\"ltr\">" : "");
  if (is_address (email))
    g_string_append_printf (html, "<a href=\"mailto:%s\">%s</a>", email, email);
  else
    append_text (html, email);
  g_string_append (html, *email != '\0' ? "</strong></p>\n" : "");
  g_string_append (html, "</section>\n");
}

char *
imp_issue_to_html (const ImpIssue *issue)
{
  GString *html = g_string_new (NULL);
  g_autofree char *imprint = imp_words_imprint (issue, DOT, FALSE);

  write_meta (html, issue);
  g_string_append (html, "<body>\n<main>\n");
  write_head (html, issue);
  for (guint i = 0; i < issue->big->len; i++)
    write_big (html, issue->big->pdata[i]);
  write_small (html, issue);
  write_lines (html, "works", imp_words_works_heading (), issue->works, imp_words_works_text);
  g_string_append (html, "<div class=\"pair\">\n");
  write_lines (html, "coming", imp_words_coming_heading (), issue->coming, imp_words_coming_text);
  write_lines (html, "not-now", imp_words_not_now_heading (), issue->not_now,
               imp_words_not_now_text);
  g_string_append (html, "</div>\n<div class=\"pair\">\n");
  write_promises (html, issue);
  write_contact (html, issue);
  g_string_append (html, "</div>\n<footer>");
  append_element (html, "p", NULL, imprint);
  g_string_append (html, "</footer>\n</main>\n</body>\n</html>\n");
  return g_string_free_and_steal (html);
}
