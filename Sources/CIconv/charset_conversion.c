#include "charset_conversion.h"
#include <errno.h>
#include <iconv.h>

void *nuqta_charset_open(const char *name) {
  iconv_t converter = iconv_open("UTF-8", name);
  return converter == (iconv_t)-1 ? NULL : (void *)converter;
}

void nuqta_charset_close(void *converter) { iconv_close((iconv_t)converter); }

nuqta_charset_result nuqta_charset_convert(
    void *converter, const uint8_t *input, size_t input_count, uint8_t *output, size_t output_capacity) {
  iconv_t handle = (iconv_t)converter;
  char *from = (char *)input;
  char *to = (char *)output;
  size_t from_left = input_count;
  size_t to_left = output_capacity;
  int32_t status = nuqta_charset_done;

  iconv(handle, NULL, NULL, NULL, NULL);
  size_t answer = iconv(handle, &from, &from_left, &to, &to_left);
  // Some charsets hold a character back until the next one shows whether the two are one.
  if (answer != (size_t)-1) answer = iconv(handle, NULL, NULL, &to, &to_left);
  if (answer == (size_t)-1) {
    status = errno == E2BIG    ? nuqta_charset_full
             : errno == EINVAL ? nuqta_charset_truncated
                               : nuqta_charset_invalid;
  }
  return (nuqta_charset_result){status, input_count - from_left, output_capacity - to_left};
}
