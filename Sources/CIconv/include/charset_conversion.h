// The C library's iconv, from any charset to UTF-8: what Swift needs of it in three calls without errno.
#pragma once
#include <stddef.h>
#include <stdint.h>

// How a conversion ended.
enum nuqta_charset_status {
  nuqta_charset_done = 0,
  // The output is full and input is left.
  nuqta_charset_full = 1,
  // The bytes from `consumed` on are none of the charset's.
  nuqta_charset_invalid = 2,
  // The input ends inside a character, which begins at `consumed`.
  nuqta_charset_truncated = 3,
};

typedef struct {
  int32_t status;
  size_t consumed;
  size_t produced;
} nuqta_charset_result;

// A converter from a charset by its iconv name; NULL where the C library has none.
void *nuqta_charset_open(const char *name);

// Converts a whole text from the converter's first state on, what it holds back at the end included.
nuqta_charset_result nuqta_charset_convert(
    void *converter, const uint8_t *input, size_t input_count, uint8_t *output, size_t output_capacity);

void nuqta_charset_close(void *converter);
