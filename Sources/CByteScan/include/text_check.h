// Checks of whole texts, 64 bytes at a time: whether bytes are UTF-8, and where a string of JSON stops being plain.
#pragma once
#include "byte_scan.h"

// Bytes of a class among 64, a bit each.
#define NUQTA_BITS64(class) \
  ((uint64_t)nuqta_bits(class(v0)) | ((uint64_t)nuqta_bits(class(v1)) << 16) | ((uint64_t)nuqta_bits(class(v2)) << 32) \
   | ((uint64_t)nuqta_bits(class(v3)) << 48))
#define NUQTA_CONTINUES(v) nuqta_in(v, 0x80, 0xBF)
#define NUQTA_LEADS(v) nuqta_in(v, 0xC0, 0xFF)
#define NUQTA_LEADS2_BAD(v) nuqta_in(v, 0xC0, 0xC1)
#define NUQTA_LEADS3(v) nuqta_in(v, 0xE0, 0xFF)
#define NUQTA_LEADS4(v) nuqta_in(v, 0xF0, 0xFF)
#define NUQTA_LEADS4_BAD(v) nuqta_in(v, 0xF5, 0xFF)
#define NUQTA_E0(v) nuqta_is(v, 0xE0)
#define NUQTA_ED(v) nuqta_is(v, 0xED)
#define NUQTA_F0(v) nuqta_is(v, 0xF0)
#define NUQTA_F4(v) nuqta_is(v, 0xF4)
// Leads that the common scripts of three bytes don't have: what follows them has a range of its own.
#define NUQTA_RARE(v) nuqta_or(nuqta_or(NUQTA_E0(v), NUQTA_ED(v)), NUQTA_LEADS4(v))
#define NUQTA_BELOW_A0(v) nuqta_in(v, 0x80, 0x9F)
#define NUQTA_BELOW_90(v) nuqta_in(v, 0x80, 0x8F)

// Whether bytes are well-formed UTF-8 (Unicode 15.0, table 3-7).
//
// Every lead byte says which of the next three bytes must continue it; these and no others may be continuations. After E0, ED,
// F0 and F4 the first continuation has a narrower range.
static inline int nuqta_is_utf8(const uint8_t *p, size_t count) {
  uint64_t due = 0, e0 = 0, ed = 0, f0 = 0, f4 = 0;
  for (size_t at = 0; at < count; at += 64) {
    uint8_t padded[64];
    const uint8_t *block = p + at;
    if (count - at < 64) {
      memset(padded, 0, sizeof padded);
      memcpy(padded, block, count - at);
      block = padded;
    }
    nuqta_lane v0 = nuqta_load(block), v1 = nuqta_load(block + 16), v2 = nuqta_load(block + 32), v3 = nuqta_load(block + 48);
    if (nuqta_ascii(nuqta_or(nuqta_or(v0, v1), nuqta_or(v2, v3)))) {
      if (due != 0) return 0;
      continue;
    }
    uint64_t continues = NUQTA_BITS64(NUQTA_CONTINUES), leads = NUQTA_BITS64(NUQTA_LEADS), leads3 = NUQTA_BITS64(NUQTA_LEADS3);
    if (NUQTA_BITS64(NUQTA_LEADS2_BAD) != 0) return 0;
    uint64_t wanted = due | (leads << 1);
    due = leads >> 63;
    wanted |= leads3 << 2;
    due |= leads3 >> 62;
    if ((e0 | ed | f0 | f4) != 0 || (leads3 != 0 && NUQTA_BITS64(NUQTA_RARE) != 0)) {
      uint64_t leads4 = NUQTA_BITS64(NUQTA_LEADS4);
      wanted |= leads4 << 3;
      due |= leads4 >> 61;
      uint64_t is_e0 = NUQTA_BITS64(NUQTA_E0), is_ed = NUQTA_BITS64(NUQTA_ED), is_f0 = NUQTA_BITS64(NUQTA_F0), is_f4 = NUQTA_BITS64(NUQTA_F4);
      uint64_t below_a0 = NUQTA_BITS64(NUQTA_BELOW_A0), below_90 = NUQTA_BITS64(NUQTA_BELOW_90);
      uint64_t wrong = (((is_e0 << 1) | e0) & below_a0) | (((is_ed << 1) | ed) & ~below_a0) | (((is_f0 << 1) | f0) & below_90)
                     | (((is_f4 << 1) | f4) & ~below_90) | NUQTA_BITS64(NUQTA_LEADS4_BAD);
      if (wrong != 0) return 0;
      e0 = is_e0 >> 63;
      ed = is_ed >> 63;
      f0 = is_f0 >> 63;
      f4 = is_f4 >> 63;
    }
    if (wanted != continues) return 0;
  }
  return due == 0;
}

// The first byte from `start` on that can't stand in a string of JSON as it is: a quotation mark, a backslash, a control; else `end`.
static inline size_t nuqta_plain_json(const uint8_t *p, size_t start, size_t end) {
  size_t at = start;
  for (; end - at >= 16; at += 16) {
    nuqta_lane v = nuqta_load(p + at);
    uint32_t hits = nuqta_bits(nuqta_or(nuqta_or(nuqta_is(v, '"'), nuqta_is(v, '\\')), nuqta_in(v, 0x00, 0x1F)));
    if (hits != 0) return at + (size_t)__builtin_ctz(hits);
  }
  while (at < end && p[at] >= 0x20 && p[at] != '"' && p[at] != '\\') at++;
  return at;
}
