/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What Cairo cannot say about a PDF, as an incremental update (ISO 32000-1, 7.5.6). */
#include "config.h"

#include "publish/imp-pdf-catalog.h"

#include <stdio.h>
#include <string.h>

#define XREF_ENTRY 20 /* bytes */

typedef struct
{
  gsize xref; /* where the table of objects starts */
  guint size, root, info;
} Trailer;

/* The text from an offset on, which ends before the next NUL or the end of the file. */
static char *
dup_text (const GByteArray *pdf, gsize offset, gsize max)
{
  if (offset >= pdf->len)
    return g_strdup ("");
  return g_strndup ((const char *) pdf->data + offset, MIN (max, pdf->len - offset));
}

static gboolean
read_trailer (const GByteArray *pdf, Trailer *trailer)
{
  g_autofree char *end = dup_text (pdf, pdf->len - MIN (pdf->len, 256), 256);
  const char *text = strstr (end, "trailer");
  const char *start = strstr (end, "startxref");

  return text != NULL && start != NULL
         && sscanf (text, "trailer << /Size %u /Root %u 0 R /Info %u 0 R", &trailer->size,
                    &trailer->root, &trailer->info)
                == 3
         && sscanf (start, "startxref %zu", &trailer->xref) == 1;
}

/* The catalog's dictionary without its end. */
static char *
dup_catalog (const GByteArray *pdf, const Trailer *trailer)
{
  g_autofree char *head = g_strdup_printf ("xref\n0 %u\n", trailer->size);
  g_autofree char *table = dup_text (pdf, trailer->xref, strlen (head));
  g_autofree char *entry = dup_text (
      pdf, trailer->xref + strlen (head) + (gsize) trailer->root * XREF_ENTRY, XREF_ENTRY);
  g_autofree char *object = dup_text (pdf, (gsize) g_ascii_strtoull (entry, NULL, 10), 1024);
  char *dictionary = strstr (object, "<< /Type /Catalog");
  char *end = strstr (object, ">>\nendobj");

  if (strcmp (table, head) != 0 || dictionary == NULL || end == NULL || dictionary > end)
    return NULL;
  return g_strndup (dictionary, (gsize) (end - dictionary));
}

void
imp_pdf_extend_catalog (GByteArray *pdf, const char *language)
{
  Trailer trailer;
  g_autofree char *catalog = NULL;
  g_autoptr (GString) update = g_string_new (NULL);
  gsize xref;

  if (*language == '\0' || !read_trailer (pdf, &trailer))
    return;
  catalog = dup_catalog (pdf, &trailer);
  if (catalog == NULL)
    return;
  g_string_append_printf (update,
                          "%u 0 obj\n%s   /Lang (%s)\n"
                          "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                          trailer.root, catalog, language);
  xref = pdf->len + update->len;
  g_string_append_printf (
      update,
      "xref\n%u 1\n%010u 00000 n \n"
      "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %zu\n>>\n"
      "startxref\n%zu\n%%%%EOF\n",
      trailer.root, pdf->len, trailer.size, trailer.root, trailer.info, trailer.xref, xref);
  g_byte_array_append (pdf, (const guint8 *) update->str, (guint) update->len);
}
