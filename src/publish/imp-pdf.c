/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pages as a PDF that a screen reader can read. */
#include "config.h"

#include "publish/imp-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "base/imp-file-replace.h"
#include "publish/imp-language.h"
#include "publish/imp-pdf-catalog.h"

static cairo_status_t
append_cb (gpointer data, const guchar *bytes, guint length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const ImpPagesInfo *info)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Improve " PACKAGE_VERSION);
}

/* The document's tag reaches over all pages; closed after the last one it would make another. */
static void
draw_pages (ImpPages *pages, cairo_t *cr, ImpProgress *progress, GCancellable *cancellable)
{
  int n_pages = imp_pages_get_n_pages (pages);

  cairo_tag_begin (cr, "Document", NULL);
  for (int i = 0; i < n_pages && !g_cancellable_is_cancelled (cancellable); i++)
    {
      imp_pages_draw (pages, i, cr);
      if (progress != NULL)
        imp_progress_set (progress, (i + 1.0) / n_pages);
      if (i == n_pages - 1)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
}

static cairo_status_t
draw_pdf (ImpPages *pages, GByteArray *bytes, ImpProgress *progress, GCancellable *cancellable)
{
  const ImpPagesInfo info = imp_pages_get_info (pages);
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  imp_pages_get_size (pages, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  cr = cairo_create (surface);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, &info);
  draw_pages (pages, cr, progress, cancellable);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

GBytes *
imp_pages_to_pdf (ImpPages *pages, ImpProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *language = imp_language_to_tag (imp_pages_get_info (pages).language);
  cairo_status_t status = draw_pdf (pages, bytes, progress, cancellable);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, IMP_ERROR, IMP_ERROR_FAILED, _ ("Cannot make the PDF: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  imp_pdf_extend_catalog (bytes, language);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
imp_pages_write_pdf (ImpPages *pages, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = imp_pages_to_pdf (pages, NULL, NULL, error);

  return bytes != NULL && imp_file_replace_bytes (path, bytes, error);
}
