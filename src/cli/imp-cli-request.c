/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the command line: what is asked for, or what is wrong with it. */
#include "config.h"

#include "cli/imp-cli-request.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/imp-cli-text.h"

/* Adds the options that may stand before the command as well as after it. */
static void
add_common_options (GOptionContext *context, ImpCliOptions *options)
{
  const GOptionEntry entries[] = {
    { "backlog", 0, 0, G_OPTION_ARG_FILENAME, &options->backlog,
      N_ ("Work on the backlog in FILE, not on your own"), N_ ("FILE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, N_ ("Show this help"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static GOptionContext *
new_general_context (ImpCliOptions *options, gboolean *version)
{
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, version, N_ ("Show the version"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (NULL);

  add_common_options (context, options);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_strict_posix (context, TRUE);
  return context;
}

static GOptionContext *
new_command_context (const ImpCliCommand *command, ImpCliOptions *options)
{
  const GOptionEntry files[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (NULL);

  if (command->add_options != NULL)
    command->add_options (context, options);
  add_common_options (context, options);
  g_option_context_add_main_entries (context, files, NULL);
  return context;
}

/* The part of the help that GLib writes well: the options. */
static char *
dup_options_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
  const char *after_usage = strstr (help, "\n\n");

  return g_strdup (after_usage != NULL ? after_usage + 2 : help);
}

static char *
dup_command_help (const ImpCliCommand *command)
{
  ImpCliOptions unused = { 0 };
  g_autoptr (GOptionContext) context = new_command_context (command, &unused);
  g_autofree char *options = dup_options_help (context);
  GString *help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n  improve %s %s\n\n%s.\n\n", _ ("Usage:"), command->name,
                          command->usage, _ (command->summary));
  if (command->details != NULL)
    g_string_append_printf (help, "%s\n\n", _ (command->details));
  g_string_append (help, options);
  return g_string_free (help, FALSE);
}

static char *
dup_general_help (void)
{
  ImpCliOptions unused = { 0 };
  gboolean version;
  g_autoptr (GOptionContext) context = new_general_context (&unused, &version);
  g_autofree char *options = dup_options_help (context);
  GString *help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n  improve [%s]\n  improve %s\n\n%s\n", _ ("Usage:"),
                          _ ("OPTION…"), _ ("COMMAND [OPTION…] [FILE]"), _ ("Commands:"));
  for (const ImpCliCommand *const *command = imp_cli_commands (); *command != NULL; command++)
    g_string_append_printf (help, "  %-10s%s\n", (*command)->name, _ ((*command)->summary));
  g_string_append_printf (help, "  %-10s%s\n\n%s\n%s", "help", _ ("Show the options of a command"),
                          _ ("Without a command the window opens.\n"), options);
  return g_string_free (help, FALSE);
}

/* Says where to look up what was wrong. */
static void
append_hint (GError **error, const ImpCliCommand *command)
{
  g_autofree char *what = imp_cli_text_clip ((*error)->message, 200);
  g_autofree char *where =
      g_strconcat ("improve help", command != NULL ? " " : "", command ? command->name : "", NULL);

  g_free ((*error)->message);
  (*error)->message = g_strdup_printf (_ ("%s: see “%s”"), what, where);
}

static gboolean
check_files (const ImpCliRequest *self, GError **error)
{
  guint n = self->options.files != NULL ? g_strv_length (self->options.files) : 0;
  guint most = self->command->n_files + self->command->n_more_files;

  if (n < self->command->n_files)
    return imp_cli_refuse (error, _ ("The name of the file is missing"));
  if (n > most)
    return imp_cli_refuse (error, _ ("“%s” is too much"), self->options.files[most]);
  return TRUE;
}

static gboolean
check_command (const ImpCliRequest *self, GError **error)
{
  if (self->options.backlog != NULL && *self->options.backlog == '\0')
    return imp_cli_refuse (error, _ ("The name of the backlog is empty"));
  return check_files (self, error)
         && (self->command->check == NULL || self->command->check (&self->options, error));
}

/* Takes the words after the command's name; words[0] is that name. */
static gboolean
read_command (ImpCliRequest *self, GStrv *words, GError **error)
{
  g_autoptr (GOptionContext) context = new_command_context (self->command, &self->options);
  g_autofree char *backlog_before = g_steal_pointer (&self->options.backlog);

  if (!g_option_context_parse_strv (context, words, error))
    return FALSE;
  if (self->options.backlog == NULL)
    self->options.backlog = g_steal_pointer (&backlog_before);
  if (self->options.help)
    {
      self->text = dup_command_help (self->command);
      self->command = NULL;
      return TRUE;
    }
  return check_command (self, error);
}

static gboolean
find_command (const char *name, const ImpCliCommand **command, GError **error)
{
  *command = imp_cli_find_command (name);
  if (*command == NULL)
    return imp_cli_refuse (error, _ ("There is no command “%s”"), name);
  return TRUE;
}

/* "help", alone or with the command to be explained. */
static gboolean
read_help (ImpCliRequest *self, const char *name, GError **error)
{
  const ImpCliCommand *command;

  if (name == NULL)
    {
      self->text = dup_general_help ();
      return TRUE;
    }
  if (!find_command (name, &command, error))
    return FALSE;
  self->text = dup_command_help (command);
  return TRUE;
}

/* words[0] is the program's name, and what is read is taken out. */
static gboolean
read_words (ImpCliRequest *self, GStrv *words, GError **error)
{
  gboolean version = FALSE;
  g_autoptr (GOptionContext) context = new_general_context (&self->options, &version);
  g_autofree char *program = NULL;

  if (!g_option_context_parse_strv (context, words, error))
    return FALSE;
  if (version)
    self->text = g_strdup ("improve " PACKAGE_VERSION "\n");
  if (self->options.help)
    self->text = dup_general_help ();
  if (self->text != NULL)
    return TRUE;
  if ((*words)[0] == NULL || (*words)[1] == NULL)
    return imp_cli_refuse (error, _ ("The command is missing"));
  if (g_str_equal ((*words)[1], "help"))
    return read_help (self, (*words)[2], error);
  if (!find_command ((*words)[1], &self->command, error))
    return FALSE;
  program = (*words)[0];
  memmove (*words, *words + 1, g_strv_length (*words) * sizeof (char *));
  return read_command (self, words, error);
}

ImpCliRequest *
imp_cli_request_new (const char *const *argv, GError **error)
{
  g_autoptr (ImpCliRequest) self = g_new0 (ImpCliRequest, 1);
  g_auto (GStrv) words = g_strdupv ((char **) argv);
  g_autoptr (GError) local_error = NULL;

  self->options.limit = -1;
  if (read_words (self, &words, &local_error))
    return g_steal_pointer (&self);
  append_hint (&local_error, self->command);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static void
clear_options (ImpCliOptions *options)
{
  g_free (options->backlog);
  g_strfreev (options->files);
  g_free (options->by);
  g_free (options->department);
  g_free (options->site);
  g_free (options->offering);
  g_free (options->people);
  g_free (options->often);
  g_free (options->minutes);
  g_free (options->known);
  g_free (options->date);
  g_strfreev (options->photos);
  g_free (options->as);
  g_strfreev (options->map);
  g_free (options->order);
  g_free (options->paper);
  g_free (options->from);
  g_free (options->to);
  g_free (options->output);
  g_free (options->format);
  g_free (options->round);
}

void
imp_cli_request_free (ImpCliRequest *self)
{
  clear_options (&self->options);
  g_free (self->text);
  g_free (self);
}
