/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading back what was printed. */
#include "config.h"

#include "read-back.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "publish/imp-pdf.h"

#define MARGIN 28

char *
read_back_create_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("improve-publish-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
read_back_remove (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

static char *
run (GPtrArray *argv)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

char *
read_back (ImpPages *pages, const char *program, ...)
{
  char *folder = read_back_create_folder ();
  g_autofree char *path = g_build_filename (folder, "pages.pdf", NULL);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gboolean to_text = g_str_equal (program, "pdftotext");
  const char *option;
  char *output;
  va_list options;

  imp_pages_write_pdf (pages, path, &error);
  g_assert_no_error (error);
  g_ptr_array_add (argv, (char *) program);
  va_start (options, program);
  while ((option = va_arg (options, const char *)) != NULL)
    g_ptr_array_add (argv, (char *) option);
  va_end (options);
  g_ptr_array_add (argv, path);
  if (to_text)
    g_ptr_array_add (argv, (char *) "-");
  output = run (argv);
  read_back_remove (folder);
  return output;
}

char *
read_back_page (ImpPages *pages, int page)
{
  g_autofree char *number = g_strdup_printf ("%d", page);
  g_autofree char *text = read_back (pages, "pdftotext", "-raw", "-f", number, "-l", number, NULL);
  g_autoptr (GString) joined = g_string_new (text);

  g_string_replace (joined, "\n", " ", 0);
  g_string_replace (joined, "\u00a0", " ", 0);
  while (g_string_replace (joined, "  ", " ", 0) > 0)
    ;
  return g_strdup (joined->str);
}

void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

void
assert_says_not (const char *text, const char *words)
{
  if (strstr (text, words) != NULL)
    g_error ("“%s” is in: %s", words, text);
}

static cairo_surface_t *
paint (ImpPages *pages, int n)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  imp_pages_get_size (pages, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) width, (int) height);
  cr = cairo_create (surface);
  imp_pages_draw (pages, n, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_inside (cairo_surface_t *surface, int x, int y)
{
  return x >= MARGIN && x < cairo_image_surface_get_width (surface) - MARGIN && y >= MARGIN
         && y < cairo_image_surface_get_height (surface) - MARGIN;
}

void
assert_within_margins (ImpPages *pages)
{
  for (int n = 0; n < imp_pages_get_n_pages (pages); n++)
    {
      cairo_surface_t *surface = paint (pages, n);
      const guint8 *ink = cairo_image_surface_get_data (surface);
      int stride = cairo_image_surface_get_stride (surface);
      int n_pixels = stride * cairo_image_surface_get_height (surface);
      int n_ink = 0;

      for (int i = 0; i < n_pixels; i++)
        if (ink[i] > 0)
          {
            n_ink++;
            if (!is_inside (surface, i % stride, i / stride))
              g_error ("page %d has ink at %d, %d", n + 1, i % stride, i / stride);
          }
      g_assert_cmpint (n_ink, >, 1000); /* a page is never empty */
      cairo_surface_destroy (surface);
    }
}

typedef struct
{
  double x1, y1, x2, y2;
  char word[64];
} Box;

/* Boxes reach from ascent to descent, which lines set close together share. */
static gboolean
overlap (const Box *a, const Box *b)
{
  double wide = MIN (a->x2, b->x2) - MAX (a->x1, b->x1);
  double high = MIN (a->y2, b->y2) - MAX (a->y1, b->y1);
  double lower = MIN (a->y2 - a->y1, b->y2 - b->y1);

  return wide > 1 && high > 0.4 * lower;
}

static void
check_overlap (GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    for (guint j = i + 1; j < boxes->len; j++)
      {
        const Box *a = &g_array_index (boxes, Box, i);
        const Box *b = &g_array_index (boxes, Box, j);

        if (overlap (a, b))
          g_error ("“%s” (%.0f, %.0f) and “%s” (%.0f, %.0f) overlap", a->word, a->x1, a->y1,
                   b->word, b->x1, b->y1);
      }
  g_array_set_size (boxes, 0);
}

void
assert_no_overlap (ImpPages *pages)
{
  g_autofree char *text = read_back (pages, "pdftotext", "-bbox", NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  guint n_words = 0;

  for (char **line = lines; *line != NULL; line++)
    {
      Box box;

      if (strstr (*line, "</page>") != NULL)
        check_overlap (boxes);
      else if (sscanf (*line, " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">%63[^<]",
                       &box.x1, &box.y1, &box.x2, &box.y2, box.word)
               == 5)
        {
          g_array_append_val (boxes, box);
          n_words++;
        }
    }
  g_assert_cmpuint (n_words, >, 10);
}
