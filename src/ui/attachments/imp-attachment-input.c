/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What was chosen, dropped or copied, as something to be added. */
#include "config.h"

#include "ui/attachments/imp-attachment-input.h"

#include "base/imp-error.h"
#include "base/imp-file.h"
#include "ui/common/imp-portals.h"

#include <glib/gi18n.h>

#define PIECE (1024 * 1024)

/* The kinds of picture that other programs copy, the best first. */
static const char *const picture_types[] = { "image/png",  "image/jpeg", "image/webp",
                                             "image/tiff", "image/gif",  NULL };

static GPtrArray *
new_attachables (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) imp_attachable_free);
}

static void
return_array (GTask *task, GPtrArray *array, GError *error)
{
  if (array != NULL)
    g_task_return_pointer (task, array, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Files */

static gboolean
add_file (GPtrArray *attachables, GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file), *name = NULL;

  if (path != NULL)
    {
      g_ptr_array_add (attachables, imp_attachable_new_file (path));
      return TRUE;
    }
  name = g_file_get_parse_name (file);
  g_set_error (error, IMP_ERROR, IMP_ERROR_INPUT,
               _ ("Cannot add “%s”: it is not on this computer. Save it here first"), name);
  return FALSE;
}

GPtrArray *
imp_attachment_input_take_files (GSList *files, GError **error)
{
  g_autoptr (GPtrArray) attachables = new_attachables ();

  for (GSList *at = files; at != NULL; at = at->next)
    if (!add_file (attachables, at->data, error))
      return NULL;
  return g_steal_pointer (&attachables);
}

/* Choosing */

static GPtrArray *
take_model (GListModel *files, GError **error)
{
  g_autoptr (GPtrArray) attachables = new_attachables ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (!add_file (attachables, file, error))
        return NULL;
    }
  return g_steal_pointer (&attachables);
}

static gboolean
is_dismissed (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
}

static void
chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GListModel) files =
      gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (dialog), result, &error);

  if (files != NULL)
    {
      GPtrArray *attachables = take_model (files, &error);

      return_array (task, attachables, error);
    }
  else if (is_dismissed (error))
    {
      g_clear_error (&error);
      g_task_return_pointer (task, NULL, NULL);
    }
  else
    {
      imp_error_prefix (&error, "%s", _ ("Cannot ask for a file"));
      g_task_return_error (task, error);
    }
}

void
imp_attachment_input_choose_async (GtkWindow *window,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GTask *task = g_task_new (window, cancellable, callback, data);

  gtk_file_dialog_set_title (dialog, _ ("Add Photos and Files"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Add"));
  imp_portals_prepare (dialog, GTK_WIDGET (window));
  gtk_file_dialog_open_multiple (dialog, window, cancellable, chosen_cb, task);
}

/* Pasting */

typedef struct
{
  GInputStream *stream;
  GByteArray *bytes;
} Paste;

static void
paste_free (gpointer data)
{
  Paste *paste = data;

  g_clear_object (&paste->stream);
  g_byte_array_unref (paste->bytes);
  g_free (paste);
}

static void
return_picture (GTask *task)
{
  Paste *paste = g_task_get_task_data (task);
  GPtrArray *attachables = new_attachables ();
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (g_byte_array_ref (paste->bytes));

  g_ptr_array_add (attachables, imp_attachable_new_bytes (bytes, _ ("Pasted picture")));
  return_array (task, attachables, NULL);
}

static void read_on (GTask *task);

/* Whoever gives it may give it without end. */
static void
piece_read_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Paste *paste = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) piece =
      g_input_stream_read_bytes_finish (G_INPUT_STREAM (stream), result, &error);

  if (piece == NULL)
    {
      imp_error_prefix (&error, "%s", _ ("Cannot paste"));
      g_task_return_error (task, error);
      return;
    }
  g_byte_array_append (paste->bytes, g_bytes_get_data (piece, NULL),
                       (guint) g_bytes_get_size (piece));
  if (paste->bytes->len > IMP_FILE_MAX_INPUT)
    g_task_return_new_error (task, IMP_ERROR, IMP_ERROR_INPUT,
                             _ ("Cannot paste: it is larger than 64 MiB. Copy less of it"));
  else if (g_bytes_get_size (piece) > 0)
    read_on (g_steal_pointer (&task));
  else
    return_picture (task);
}

/* Takes over the task. */
static void
read_on (GTask *task)
{
  Paste *paste = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (paste->stream, PIECE, G_PRIORITY_DEFAULT,
                                   g_task_get_cancellable (task), piece_read_cb, task);
}

static void
stream_opened_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  Paste *paste = g_new0 (Paste, 1);

  paste->bytes = g_byte_array_new ();
  paste->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, &error);
  g_task_set_task_data (task, paste, paste_free);
  if (paste->stream != NULL)
    {
      read_on (g_steal_pointer (&task));
      return;
    }
  imp_error_prefix (&error, "%s", _ ("Cannot paste"));
  g_task_return_error (task, error);
}

static void
files_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (clipboard), result, &error);
  GPtrArray *attachables = NULL;

  if (value != NULL)
    {
      attachables = imp_attachment_input_take_files (g_value_get_boxed (value), &error);
      return_array (task, attachables, error);
      return;
    }
  imp_error_prefix (&error, "%s", _ ("Cannot paste"));
  g_task_return_error (task, error);
}

static gboolean
has_picture (GdkContentFormats *formats)
{
  for (guint i = 0; picture_types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, picture_types[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_files (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
         || gdk_content_formats_contain_mime_type (formats, "text/uri-list");
}

/* Files are copied with their names as text beside them. */
gboolean
imp_attachment_input_can_paste (GdkContentFormats *formats)
{
  return has_files (formats)
         || (has_picture (formats) && !gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
             && !gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8"));
}

void
imp_attachment_input_paste_async (GdkClipboard *clipboard,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  GTask *task = g_task_new (clipboard, cancellable, callback, data);

  if (has_files (formats))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable,
                                    files_read_cb, task);
  else if (has_picture (formats))
    gdk_clipboard_read_async (clipboard, (const char **) picture_types, G_PRIORITY_DEFAULT,
                              cancellable, stream_opened_cb, task);
  else
    {
      g_task_return_new_error (task, IMP_ERROR, IMP_ERROR_INPUT,
                               _ ("There is no picture or file to paste. Copy one first"));
      g_object_unref (task);
    }
}

GPtrArray *
imp_attachment_input_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
