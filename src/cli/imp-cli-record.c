/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * improve record: records an irritant in the words of a colleague. */
#include "config.h"

#include "backlog/imp-backlog-attachments.h"
#include "backlog/imp-backlog-irritants.h"
#include "base/imp-error.h"
#include "base/imp-text.h"
#include "cli/imp-cli-command.h"
#include "cli/imp-cli-known.h"
#include "cli/imp-cli-text.h"
#include "model/imp-speaker.h"

#include <glib/gi18n-lib.h>

#define MAX_WORDS 1000 /* that nobody put between quotation marks */

static void
add_options (GOptionContext *context, ImpCliOptions *options)
{
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options->by, N_ ("Who said it"), N_ ("NAME") },
    { "department", 0, 0, G_OPTION_ARG_FILENAME, &options->department,
      N_ ("Somebody in this department said it"), N_ ("NAME") },
    { "site", 0, 0, G_OPTION_ARG_FILENAME, &options->site, N_ ("Where"), N_ ("NAME") },
    { "offering", 0, 0, G_OPTION_ARG_FILENAME, &options->offering,
      N_ ("About which product, process or service"), N_ ("NAME") },
    { "people", 0, 0, G_OPTION_ARG_FILENAME, &options->people,
      N_ ("How many people: 1, 2-5, 6-20, 21-100, 101-500, 500+ or a number"), N_ ("ANSWER") },
    { "often", 0, 0, G_OPTION_ARG_FILENAME, &options->often,
      N_ ("How often to each: rarely, monthly, weekly, 2-3/week, daily, 3+/day or times a month"),
      N_ ("ANSWER") },
    { "minutes", 0, 0, G_OPTION_ARG_FILENAME, &options->minutes,
      N_ ("How many minutes each time: <1, 2-4, 5-10, 11-30, 31-90, 90+ or a number"),
      N_ ("ANSWER") },
    { "known", 0, 0, G_OPTION_ARG_FILENAME, &options->known,
      N_ ("How we know: measured, several, one or guess (without it, one: one person told us)"),
      N_ ("HOW") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &options->date,
      N_ ("When it was said, as 2026-11-21 (without it, today)"), N_ ("DAY") },
    { "photo", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->photos,
      N_ ("Add this photo or file; once for each"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/* In the words of the window: "2–3 a week". */
static gboolean
find_label (ImpQuestion question, const char *text, ImpAnswer *answer)
{
  g_autofree char *folded = imp_text_fold (text);

  for (int band = 0; band <= IMP_N_BANDS; band++)
    {
      g_autofree char *label = imp_text_fold (imp_band_get_label (question, band));

      if (!g_str_equal (folded, label))
        continue;
      *answer = (ImpAnswer) { .band = band };
      return TRUE;
    }
  return FALSE;
}

/* NULL and "?": don't know. */
static gboolean
read_answer (ImpQuestion question, const char *text, const char *known, ImpAnswer *answer)
{
  g_autofree char *lower = text != NULL ? g_ascii_strdown (text, -1) : NULL;
  g_autofree char *with_known = g_strdup_printf ("1 %s", known != NULL ? known : "one");
  ImpAnswer how;

  *answer = (ImpAnswer) { 0 };
  if (!imp_answer_parse (IMP_QUESTION_PEOPLE, with_known, &how))
    return FALSE;
  if (text == NULL || g_str_equal (text, "?"))
    return TRUE;
  if (*text == '\0'
      || (!imp_answer_parse (question, lower, answer) && !find_label (question, text, answer)))
    return FALSE;
  answer->known = how.known;
  return TRUE;
}

static gboolean
check_text (const char *text, GError **error)
{
  return text == NULL || g_utf8_validate (text, -1, NULL)
         || imp_cli_refuse (error, _ ("“%s” is not in UTF-8"), text);
}

static gboolean
check_texts (const ImpCliOptions *options, GError **error)
{
  const char *const texts[] = { options->by,       options->department, options->site,
                                options->offering, options->people,     options->often,
                                options->minutes,  options->known };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!check_text (texts[i], error))
      return FALSE;
  for (guint i = 0; options->files != NULL && options->files[i] != NULL; i++)
    if (!check_text (options->files[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_answer (ImpQuestion question, const char *option, const char *text, GError **error)
{
  ImpAnswer answer;

  return read_answer (question, text, NULL, &answer)
         || imp_cli_refuse (error, _ ("“%s” is no answer to %s"), text, option);
}

static gboolean
check_photos (char **photos, GError **error)
{
  const guint n = photos != NULL ? g_strv_length (photos) : 0;

  if (n > IMP_ATTACH_AT_ONCE)
    return imp_cli_refuse (error, _ ("At most %d photos or files can be added at once"),
                           IMP_ATTACH_AT_ONCE);
  for (guint i = 0; i < n; i++)
    if (*photos[i] == '\0')
      return imp_cli_refuse (error, _ ("The name of the photo is empty"));
  return TRUE;
}

static char *
join_words (const ImpCliOptions *options)
{
  return options->files != NULL ? g_strjoinv (" ", options->files) : g_strdup ("");
}

static gboolean
check (const ImpCliOptions *options, GError **error)
{
  g_autofree char *words = NULL;
  ImpAnswer answer;

  if (!check_texts (options, error))
    return FALSE;
  words = join_words (options);
  if (imp_text_is_empty (words))
    return imp_cli_refuse (error, _ ("The words are missing: say what gets in the way"));
  if (!read_answer (IMP_QUESTION_PEOPLE, NULL, options->known, &answer))
    return imp_cli_refuse (error, _ ("“%s” is no answer to %s"), options->known, "--known");
  return check_answer (IMP_QUESTION_PEOPLE, "--people", options->people, error)
         && check_answer (IMP_QUESTION_OFTEN, "--often", options->often, error)
         && check_answer (IMP_QUESTION_MINUTES, "--minutes", options->minutes, error)
         && (options->date == NULL || imp_cli_check_day (options->date, error))
         && check_photos (options->photos, error);
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  g_autofree char *words = join_words (job->options),
                  *shown = imp_cli_text_clip (words, job->width);
  ImpItem item;
  GError *error = NULL;

  if (!imp_backlog_write_finish (IMP_BACKLOG (source), result, &item, &error))
    {
      imp_cli_job_fail (job, error);
      return;
    }
  g_string_append_printf (job->out, _ ("Recorded: %s"), shown);
  g_string_append_c (job->out, '\n');
  imp_cli_known_finish (job, words, item);
}

/* attachments: of imp_backlog_prepare_finish(); may be NULL. */
static void
record (ImpCliJob *job, const GPtrArray *attachments)
{
  const ImpCliOptions *options = job->options;
  g_autofree char *words = join_words (options);
  g_autofree char *by_department =
      options->by != NULL ? imp_speaker_parse_department (options->by) : NULL;
  ImpRecording recording = {
    .words = words,
    .person = by_department == NULL ? options->by : NULL,
    .department = options->department != NULL ? options->department : by_department,
    .site = options->site,
    .offering = options->offering,
    .date = options->date != NULL ? imp_date_parse (options->date) : IMP_DATE_NONE,
    .attachments = attachments,
  };

  read_answer (IMP_QUESTION_PEOPLE, options->people, options->known, &recording.people);
  read_answer (IMP_QUESTION_OFTEN, options->often, options->known, &recording.often);
  read_answer (IMP_QUESTION_MINUTES, options->minutes, options->known, &recording.minutes);
  imp_backlog_record_async (job->backlog, &recording, job->cancellable, recorded_cb, job);
}

/* All of it or nothing: whoever calls again has not recorded it twice. */
static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  g_autoptr (GPtrArray) refused = NULL;
  GError *error = NULL;
  g_autoptr (GPtrArray) prepared =
      imp_backlog_prepare_finish (IMP_BACKLOG (source), result, &refused, &error);

  if (prepared == NULL)
    imp_cli_job_fail (job, error);
  else if (refused->len > 0)
    imp_cli_job_fail (job, g_error_new_literal (IMP_ERROR, IMP_ERROR_INPUT, refused->pdata[0]));
  else
    record (job, prepared);
}

static void
prepare_photos (ImpCliJob *job)
{
  GPtrArray *photos = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_attachable_free);

  for (guint i = 0; job->options->photos[i] != NULL; i++)
    {
      g_autofree char *path = imp_cli_job_dup_path (job, job->options->photos[i]);

      g_ptr_array_add (photos, imp_attachable_new_file (path));
    }
  imp_backlog_prepare_async (job->backlog, photos, 0, job->cancellable, prepared_cb, job);
}

static gboolean
is_to_come (const ImpCliJob *job)
{
  return job->options->date != NULL
         && imp_date_parse (job->options->date) > imp_backlog_get_today (job->backlog);
}

static void
run (ImpCliJob *job)
{
  if (is_to_come (job))
    imp_cli_job_fail (job,
                      g_error_new (IMP_ERROR, IMP_ERROR_INPUT,
                                   _ ("Cannot record the irritant: %s is still to come: check the "
                                      "day"),
                                   job->options->date));
  else if (job->options->photos != NULL)
    prepare_photos (job);
  else
    record (job, NULL);
}

const ImpCliCommand imp_cli_record = {
  .name = "record",
  .usage = "WORDS [--by NAME | --department NAME] [--site NAME] [--offering NAME] "
           "[--people ANSWER] [--often ANSWER] [--minutes ANSWER] [--known HOW] "
           "[--date DAY] [--photo FILE]…",
  .summary = N_ ("Record an irritant in the words of a colleague"),
  .details =
      N_ ("The words are all that is needed; whatever else is left out, or “?”, is not known. "
          "Names that are not known yet are added."),
  .n_more_files = MAX_WORDS,
  .makes_backlog = TRUE,
  .add_options = add_options,
  .check = check,
  .run = run,
};
