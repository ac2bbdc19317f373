/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is kept of a picture is upright, small, and nothing but the picture; what is none is refused
 * before it costs anything. */
#include "config.h"

#include <string.h>

#include "base/imp-error.h"
#include "exchange/imp-picture.h"
#include "exchange/sample-pictures.h"

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

static const guint8 *
get_pixel (const ImpPixels *pixels, int x, int y)
{
  const guint8 *data = g_bytes_get_data (pixels->bytes, NULL);

  return data + (gsize) y * pixels->stride + (gsize) x * (pixels->has_alpha ? 4 : 3);
}

static void
test_photo_is_upright_and_bare (void)
{
  g_autoptr (GBytes) photo = sample_photo (64, 32);
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpPicture) picture = NULL;
  g_autoptr (ImpPixels) pixels = NULL;
  const guint8 *top, *bottom;

  g_assert_true (contains (photo, "Exif") && contains (photo, "SECRET"));
  picture = imp_picture_prepare (photo, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (picture->type, ==, "image/jpeg");
  g_assert_cmpint (picture->width, ==, 32);
  g_assert_cmpint (picture->height, ==, 64);
  g_assert_false (contains (picture->bytes, "Exif"));
  g_assert_false (contains (picture->bytes, "SECRET"));
  g_assert_cmpstr (imp_picture_find_type (picture->bytes), ==, "image/jpeg");
  pixels = imp_picture_decode (picture->bytes, 2048, NULL, &error);
  g_assert_no_error (error);
  top = get_pixel (pixels, 16, 4);
  bottom = get_pixel (pixels, 16, 60);
  g_assert_true (top[0] > 200 && top[2] < 60);       /* what was on the left: red */
  g_assert_true (bottom[0] < 60 && bottom[2] > 200); /* blue */
}

static void
test_large_becomes_smaller (void)
{
  g_autoptr (GBytes) wide = sample_picture ("png", 4000, 1000);
  g_autoptr (GBytes) tall = sample_photo (3000, 300);
  g_autoptr (ImpPicture) picture = imp_picture_prepare (wide, NULL, NULL);
  g_autoptr (ImpPicture) turned = imp_picture_prepare (tall, NULL, NULL);

  g_assert_cmpint (picture->width, ==, 2048);
  g_assert_cmpint (picture->height, ==, 512);
  g_assert_cmpstr (picture->type, ==, "image/png");
  g_assert_cmpint (turned->width, ==, 205);
  g_assert_cmpint (turned->height, ==, 2048);
}

static void
test_small_stays (void)
{
  g_autoptr (GBytes) bytes = sample_picture ("png", 10, 6);
  g_autoptr (ImpPicture) picture = imp_picture_prepare (bytes, NULL, NULL);
  g_autoptr (ImpPixels) pixels = imp_picture_decode (picture->bytes, 256, NULL, NULL);
  g_autoptr (ImpPixels) thumbnail = imp_picture_decode (picture->bytes, 5, NULL, NULL);

  g_assert_cmpint (picture->width, ==, 10);
  g_assert_cmpint (pixels->width, ==, 10);
  g_assert_cmpint (pixels->height, ==, 6);
  g_assert_cmpint (thumbnail->width, ==, 5);
  g_assert_cmpint (thumbnail->height, ==, 3);
}

static void
assert_refused (GBytes *bytes, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (imp_picture_prepare (bytes, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, words));
  g_clear_error (&error);
  g_assert_null (imp_picture_decode (bytes, 256, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
}

static void
test_header_is_enough (void)
{
  g_autoptr (GBytes) huge = sample_claim (65535, 65535);
  g_autoptr (GBytes) beyond = sample_claim (G_MAXINT32, 1);
  g_autoptr (GBytes) just_above = sample_claim (4001, 4000);
  gint64 start = g_get_monotonic_time ();

  assert_refused (huge, "16 million");
  assert_refused (just_above, "16 million");
  assert_refused (beyond, "");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
test_damaged_is_refused (void)
{
  static const char *const kinds[] = { "png", "jpeg" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GBytes) whole = sample_picture (kinds[i], 64, 64);

      for (gsize size = 8; size + 5 < g_bytes_get_size (whole); size += 5)
        {
          g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, size);

          assert_refused (part, "");
        }
    }
}

/* Whatever bytes are changed: a picture or an error, never more. */
static void
test_mutations (void)
{
  for (int i = 0; i < 500; i++)
    {
      g_autoptr (GBytes) whole =
          i % 2 == 0 ? sample_photo (40, 20) : sample_picture ("png", 40, 20);
      gsize size;
      g_autofree guint8 *data =
          g_memdup2 (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (ImpPicture) picture = NULL;
      g_autoptr (GError) error = NULL;

      size = g_bytes_get_size (whole);
      for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
        data[g_test_rand_int_range (0, (gint32) size)] = (guint8) g_test_rand_int ();
      changed = g_bytes_new (data, size);
      picture = imp_picture_prepare (changed, NULL, &error);
      g_assert_true ((picture == NULL) == (error != NULL));
      if (picture != NULL)
        g_assert_false (contains (picture->bytes, "SECRET"));
    }
}

static void
test_what_is_no_picture (void)
{
  static const struct
  {
    const char *text;
    gboolean drawing;
  } cases[] = {
    { "<svg xmlns='http://www.w3.org/2000/svg'/>", TRUE },
    { "<?xml version='1.0'?>\n<!DOCTYPE svg>\n<SVG onload='x()'/>", TRUE },
    { "<?xml version='1.0'?><a:svg xmlns:a='http://www.w3.org/2000/svg'/>", TRUE },
    { "GIF", FALSE },
    { "Tuesday: the scanner signed out four times.", FALSE },
    { "", FALSE },
    { "%PDF-1.7", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));

      g_assert_null (imp_picture_find_type (bytes));
      g_assert_cmpint (imp_picture_is_drawing (bytes), ==, cases[i].drawing);
      assert_refused (bytes, "PNG or JPEG");
    }
}

/* Whatever comes after it costs nothing. */
static void
test_first_frame_is_enough (void)
{
  g_autoptr (GBytes) animation = sample_animation (4000, 40000);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpPicture) picture = imp_picture_prepare (animation, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (picture->width, ==, IMP_PICTURE_MAX_SIDE);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 8 * G_USEC_PER_SEC);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 10);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_is_cancelled (void)
{
  g_autoptr (GBytes) endless = sample_scans (20000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GThread) thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_autoptr (GError) error = NULL;

  g_assert_null (imp_picture_prepare (endless, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (imp_picture_decode (endless, 256, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (g_steal_pointer (&thread));
}

static void
test_takes_too_long (void)
{
  g_autoptr (GBytes) endless = sample_scans (20000);

  assert_refused (endless, "too long");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/picture/photo-is-upright-and-bare", test_photo_is_upright_and_bare);
  g_test_add_func ("/exchange/picture/large-becomes-smaller", test_large_becomes_smaller);
  g_test_add_func ("/exchange/picture/small-stays", test_small_stays);
  g_test_add_func ("/exchange/picture/header-is-enough", test_header_is_enough);
  g_test_add_func ("/exchange/picture/damaged-is-refused", test_damaged_is_refused);
  g_test_add_func ("/exchange/picture/mutations", test_mutations);
  g_test_add_func ("/exchange/picture/what-is-no-picture", test_what_is_no_picture);
  g_test_add_func ("/exchange/picture/first-frame-is-enough", test_first_frame_is_enough);
  g_test_add_func ("/exchange/picture/is-cancelled", test_is_cancelled);
  if (g_getenv ("IMPROVE_TEST_LONG") != NULL)
    g_test_add_func ("/exchange/picture/takes-too-long", test_takes_too_long);
  return g_test_run ();
}
