// Finds the bytes of UTF-8 text at which a sentence could end, 64 at a time; text_check.h checks whole texts with the same lanes.
//
// A bit of the answer is set where a character begins that may be a sentence stop or a line end, and at the spaces of
// Thai and Lao. The answer may hold too much (the caller decodes and decides) but never too little. Bytes that are
// frequent in a script are asked for together with the bytes that follow them, so that English, Arabic and Chinese
// prose gives hardly more bits than it has stops.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
typedef __m128i nuqta_lane;
static inline nuqta_lane nuqta_load(const uint8_t *p) { return _mm_loadu_si128((const __m128i *)p); }
static inline nuqta_lane nuqta_is(nuqta_lane v, uint8_t b) { return _mm_cmpeq_epi8(v, _mm_set1_epi8((char)b)); }
static inline nuqta_lane nuqta_or(nuqta_lane a, nuqta_lane b) { return _mm_or_si128(a, b); }
static inline nuqta_lane nuqta_and(nuqta_lane a, nuqta_lane b) { return _mm_and_si128(a, b); }
static inline nuqta_lane nuqta_max(nuqta_lane a, nuqta_lane b) { return _mm_max_epu8(a, b); }
// Bytes in low...high.
static inline nuqta_lane nuqta_in(nuqta_lane v, uint8_t low, uint8_t high) {
  nuqta_lane shifted = _mm_sub_epi8(v, _mm_set1_epi8((char)low));
  return _mm_cmpeq_epi8(_mm_min_epu8(shifted, _mm_set1_epi8((char)(high - low))), shifted);
}
static inline uint32_t nuqta_bits(nuqta_lane v) { return (uint32_t)_mm_movemask_epi8(v); }
static inline int nuqta_ascii(nuqta_lane v) { return _mm_movemask_epi8(v) == 0; }
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
typedef uint8x16_t nuqta_lane;
static inline nuqta_lane nuqta_load(const uint8_t *p) { return vld1q_u8(p); }
static inline nuqta_lane nuqta_is(nuqta_lane v, uint8_t b) { return vceqq_u8(v, vdupq_n_u8(b)); }
static inline nuqta_lane nuqta_or(nuqta_lane a, nuqta_lane b) { return vorrq_u8(a, b); }
static inline nuqta_lane nuqta_and(nuqta_lane a, nuqta_lane b) { return vandq_u8(a, b); }
static inline nuqta_lane nuqta_max(nuqta_lane a, nuqta_lane b) { return vmaxq_u8(a, b); }
static inline nuqta_lane nuqta_in(nuqta_lane v, uint8_t low, uint8_t high) {
  return vcleq_u8(vsubq_u8(v, vdupq_n_u8(low)), vdupq_n_u8((uint8_t)(high - low)));
}
static inline uint32_t nuqta_bits(nuqta_lane v) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  nuqta_lane weighted = vandq_u8(v, vld1q_u8(weights));
  return (uint32_t)vaddv_u8(vget_low_u8(weighted)) | ((uint32_t)vaddv_u8(vget_high_u8(weighted)) << 8);
}
static inline int nuqta_ascii(nuqta_lane v) { return vmaxvq_u8(v) < 0x80; }
#else
typedef struct { uint8_t byte[16]; } nuqta_lane;
static inline nuqta_lane nuqta_load(const uint8_t *p) { nuqta_lane v; memcpy(v.byte, p, 16); return v; }
static inline nuqta_lane nuqta_is(nuqta_lane v, uint8_t b) {
  for (int i = 0; i < 16; i++) v.byte[i] = v.byte[i] == b ? 0xFF : 0;
  return v;
}
static inline nuqta_lane nuqta_or(nuqta_lane a, nuqta_lane b) {
  for (int i = 0; i < 16; i++) a.byte[i] |= b.byte[i];
  return a;
}
static inline nuqta_lane nuqta_and(nuqta_lane a, nuqta_lane b) {
  for (int i = 0; i < 16; i++) a.byte[i] &= b.byte[i];
  return a;
}
static inline nuqta_lane nuqta_max(nuqta_lane a, nuqta_lane b) {
  for (int i = 0; i < 16; i++) a.byte[i] = a.byte[i] > b.byte[i] ? a.byte[i] : b.byte[i];
  return a;
}
static inline nuqta_lane nuqta_in(nuqta_lane v, uint8_t low, uint8_t high) {
  for (int i = 0; i < 16; i++) v.byte[i] = v.byte[i] >= low && v.byte[i] <= high ? 0xFF : 0;
  return v;
}
static inline uint32_t nuqta_bits(nuqta_lane v) {
  uint32_t bits = 0;
  for (int i = 0; i < 16; i++) bits |= (uint32_t)(v.byte[i] & 1) << i;
  return bits;
}
static inline int nuqta_ascii(nuqta_lane v) {
  uint8_t all = 0;
  for (int i = 0; i < 16; i++) all |= v.byte[i];
  return all < 0x80;
}
#endif

// How many bytes must be readable from the first one of a block: 64, and those that the last of them is asked with.
enum { nuqta_block_reach = 67 };

static inline uint32_t nuqta_candidates16(const uint8_t *p) {
  nuqta_lane v = nuqta_load(p), v1 = nuqta_load(p + 1);
  nuqta_lane hit = nuqta_or(nuqta_or(nuqta_is(v, '.'), nuqta_is(v, '!')), nuqta_or(nuqta_is(v, '?'), nuqta_in(v, 0x0A, 0x0D)));
  // The Greek question mark, the Armenian full stop and the danda are often typed as these.
  hit = nuqta_or(hit, nuqta_or(nuqta_in(v, ':', ';'), nuqta_is(v, '|')));
  nuqta_lane both = nuqta_or(v, v1);
  if (nuqta_ascii(both)) return nuqta_bits(hit);

  nuqta_lane two = nuqta_and(nuqta_is(v, 0xC2), nuqta_is(v1, 0x85));                                     // U+0085
  two = nuqta_or(two, nuqta_and(nuqta_is(v, 0xD8), nuqta_in(v1, 0x9D, 0x9F)));                           // Arabic ؟
  two = nuqta_or(two, nuqta_and(nuqta_is(v, 0xDB), nuqta_is(v1, 0x94)));                                 // Urdu ۔
  two = nuqta_or(two, nuqta_and(nuqta_is(v, 0xCD), nuqta_is(v1, 0xBE)));                                 // Greek U+037E
  two = nuqta_or(two, nuqta_and(nuqta_is(v, 0xD6), nuqta_is(v1, 0x89)));                                 // Armenian ։
  two = nuqta_or(two, nuqta_and(nuqta_in(v, 0xDC, 0xDF), nuqta_or(nuqta_in(v1, 0x80, 0x82), nuqta_is(v1, 0xB9))));
  hit = nuqta_or(hit, two);
  // Nothing more where no character begins that has three bytes.
  if (nuqta_bits(nuqta_in(nuqta_max(v, v1), 0xE0, 0xFF)) == 0) return nuqta_bits(hit);

  nuqta_lane v2 = nuqta_load(p + 2), v3 = nuqta_load(p + 3);
  nuqta_lane east = nuqta_and(nuqta_and(nuqta_is(v, 0xE3), nuqta_is(v1, 0x80)), nuqta_is(v2, 0x82));     // 。
  nuqta_lane wide = nuqta_or(nuqta_and(nuqta_is(v1, 0xBC), nuqta_or(nuqta_is(v2, 0x81), nuqta_or(nuqta_is(v2, 0x8E), nuqta_is(v2, 0x9F)))),
                             nuqta_or(nuqta_and(nuqta_is(v1, 0xBD), nuqta_is(v2, 0xA1)), nuqta_is(v1, 0xB9)));
  east = nuqta_or(east, nuqta_and(nuqta_is(v, 0xEF), wide));                                             // ！ ． ？ ｡
  nuqta_lane general = nuqta_or(nuqta_and(nuqta_is(v1, 0x80), nuqta_or(nuqta_is(v2, 0xA6), nuqta_or(nuqta_in(v2, 0xA8, 0xA9), nuqta_in(v2, 0xBC, 0xBD)))),
                                nuqta_or(nuqta_and(nuqta_is(v1, 0x81), nuqta_in(v2, 0x87, 0x89)), nuqta_is(v1, 0xB8)));
  east = nuqta_or(east, nuqta_and(nuqta_is(v, 0xE2), general));                                          // … ‼ ⁇ U+2028
  hit = nuqta_or(hit, east);
  // The scripts of South and South-East Asia and the rare ones begin with E0, E1, EA or F0; so may what stands behind a space.
  nuqta_lane asian = nuqta_or(nuqta_in(v, 0xE0, 0xE1), nuqta_or(nuqta_is(v, 0xEA), nuqta_or(nuqta_is(v, 0xF0), nuqta_is(v1, 0xE0))));
  if (nuqta_bits(asian) == 0) return nuqta_bits(hit);

  nuqta_lane thai = nuqta_in(v1, 0xB8, 0xBB);
  nuqta_lane indic = nuqta_and(nuqta_is(v, 0xE0), nuqta_or(nuqta_or(nuqta_is(v1, 0xA0), nuqta_and(nuqta_is(v1, 0xA5), nuqta_in(v2, 0xA4, 0xA5))), nuqta_and(thai, nuqta_is(v3, ' '))));
  nuqta_lane space = nuqta_and(nuqta_and(nuqta_is(v, ' '), nuqta_is(v1, 0xE0)), nuqta_in(v2, 0xB8, 0xBB));

  // Ethiopic, Burmese and Khmer stops by their bytes; Mongolian, Balinese and their kin by their block.
  nuqta_lane e1 = nuqta_or(nuqta_and(nuqta_is(v1, 0x8D), nuqta_in(v2, 0xA2, 0xA8)), nuqta_and(nuqta_is(v1, 0x81), nuqta_is(v2, 0x8B)));
  e1 = nuqta_or(e1, nuqta_and(nuqta_is(v1, 0x9F), nuqta_in(v2, 0x94, 0x95)));
  e1 = nuqta_or(e1, nuqta_or(nuqta_in(v1, 0x99, 0x9C), nuqta_in(v1, 0xA0, 0xB1)));
  nuqta_lane rare = nuqta_and(nuqta_is(v, 0xE1), e1);
  rare = nuqta_or(rare, nuqta_and(nuqta_is(v, 0xEA), nuqta_in(v1, 0x93, 0xAF)));
  rare = nuqta_or(rare, nuqta_and(nuqta_is(v, 0xF0), nuqta_in(v1, 0x90, 0x9D)));
  return nuqta_bits(nuqta_or(hit, nuqta_or(indic, nuqta_or(space, rare))));
}

// The candidates among the first 64 bytes at `p`, of which `readable` may be read; bit 0 is the first byte.
static inline uint64_t nuqta_candidates64(const uint8_t *p, size_t readable) {
  uint8_t padded[80];
  if (readable < nuqta_block_reach) {
    memset(padded, 0, sizeof padded);
    if (readable != 0) memcpy(padded, p, readable);
    p = padded;
  }
  return (uint64_t)nuqta_candidates16(p) | ((uint64_t)nuqta_candidates16(p + 16) << 16)
       | ((uint64_t)nuqta_candidates16(p + 32) << 32) | ((uint64_t)nuqta_candidates16(p + 48) << 48);
}

static inline uint32_t nuqta_brackets16(const uint8_t *p) {
  nuqta_lane v = nuqta_load(p);
  nuqta_lane hit = nuqta_or(nuqta_in(v, '(', ')'), nuqta_or(nuqta_is(v, '['), nuqta_is(v, ']')));
  hit = nuqta_or(hit, nuqta_or(nuqta_is(v, '\n'), nuqta_is(v, '\r')));
  nuqta_lane wide = nuqta_is(v, 0xEF);
  if (nuqta_bits(wide) == 0) return nuqta_bits(hit);
  nuqta_lane v1 = nuqta_load(p + 1), v2 = nuqta_load(p + 2);
  return nuqta_bits(nuqta_or(hit, nuqta_and(wide, nuqta_and(nuqta_is(v1, 0xBC), nuqta_in(v2, 0x88, 0x89)))));
}

// The brackets and line ends among the first 64 bytes at `p`, and the first byte of full-width brackets.
static inline uint64_t nuqta_brackets64(const uint8_t *p, size_t readable) {
  uint8_t padded[80];
  if (readable < nuqta_block_reach) {
    memset(padded, 0, sizeof padded);
    if (readable != 0) memcpy(padded, p, readable);
    p = padded;
  }
  return (uint64_t)nuqta_brackets16(p) | ((uint64_t)nuqta_brackets16(p + 16) << 16)
       | ((uint64_t)nuqta_brackets16(p + 32) << 32) | ((uint64_t)nuqta_brackets16(p + 48) << 48);
}

static inline uint32_t nuqta_line_breaks16(const uint8_t *p) {
  nuqta_lane v = nuqta_load(p);
  nuqta_lane hit = nuqta_or(nuqta_is(v, '\n'), nuqta_is(v, '\r'));
  nuqta_lane next = nuqta_is(v, 0xC2), separator = nuqta_is(v, 0xE2);
  if (nuqta_bits(nuqta_or(next, separator)) == 0) return nuqta_bits(hit);
  nuqta_lane v1 = nuqta_load(p + 1), v2 = nuqta_load(p + 2);
  hit = nuqta_or(hit, nuqta_and(next, nuqta_is(v1, 0x85)));
  return nuqta_bits(nuqta_or(hit, nuqta_and(separator, nuqta_and(nuqta_is(v1, 0x80), nuqta_in(v2, 0xA8, 0xA9)))));
}

// Where line breaks begin among the first 64 bytes at `p`: LF, CR, U+0085, U+2028, U+2029.
static inline uint64_t nuqta_line_breaks64(const uint8_t *p, size_t readable) {
  uint8_t padded[80];
  if (readable < nuqta_block_reach) {
    memset(padded, 0, sizeof padded);
    if (readable != 0) memcpy(padded, p, readable);
    p = padded;
  }
  return (uint64_t)nuqta_line_breaks16(p) | ((uint64_t)nuqta_line_breaks16(p + 16) << 16)
       | ((uint64_t)nuqta_line_breaks16(p + 32) << 32) | ((uint64_t)nuqta_line_breaks16(p + 48) << 48);
}

// What the first 64 bytes of a text are, a bit a byte.
struct nuqta_prose {
  // Printable ASCII, and the letters of two and three bytes that are only that: Arabic from U+0621 to U+063A and from U+0641 to
  // U+064A, Cyrillic to U+047F, Han from U+4E00 to U+9FFF.
  uint64_t plain;
  // Of these, the continuation bytes, and the first bytes of Han.
  uint64_t tails, wide;
  // Of ASCII, spaces, stops (. ! ?), digits and the marks that part a label from its name (: / =).
  uint64_t spaces, stops, digits, labels;
};

// The masks of the first 64 bytes at `p`, of which `readable` may be read; a letter that isn't whole within them is not plain.
static inline struct nuqta_prose nuqta_prose64(const uint8_t *p, size_t readable) {
  uint8_t padded[80];
  if (readable < nuqta_block_reach) {
    memset(padded, 0, sizeof padded);
    if (readable != 0) memcpy(padded, p, readable);
    p = padded;
  }
  struct nuqta_prose masks = {0, 0, 0, 0, 0, 0, 0};
  uint64_t two = 0, three = 0;
  for (int i = 0; i < 64; i += 16) {
    nuqta_lane v = nuqta_load(p + i);
    uint32_t high = nuqta_bits(nuqta_in(v, 0x80, 0xFF));
    if (high != 0xFFFF) {
      masks.plain |= (uint64_t)nuqta_bits(nuqta_in(v, 0x20, 0x7E)) << i;
      masks.spaces |= (uint64_t)nuqta_bits(nuqta_is(v, ' ')) << i;
      masks.stops |= (uint64_t)nuqta_bits(nuqta_or(nuqta_is(v, '.'), nuqta_or(nuqta_is(v, '!'), nuqta_is(v, '?')))) << i;
      masks.digits |= (uint64_t)nuqta_bits(nuqta_in(v, '0', '9')) << i;
      masks.labels |= (uint64_t)nuqta_bits(nuqta_or(nuqta_is(v, ':'), nuqta_or(nuqta_is(v, '/'), nuqta_is(v, '=')))) << i;
    }
    if (high == 0) continue;
    nuqta_lane v1 = nuqta_load(p + i + 1);
    nuqta_lane arabic = nuqta_in(v, 0xD8, 0xD9), cyrillic = nuqta_in(v, 0xD0, 0xD1), han = nuqta_in(v, 0xE4, 0xE9);
    if (nuqta_bits(nuqta_or(arabic, cyrillic)) != 0) {
      nuqta_lane letter = nuqta_or(nuqta_and(nuqta_is(v, 0xD8), nuqta_in(v1, 0xA1, 0xBA)), nuqta_and(nuqta_is(v, 0xD9), nuqta_in(v1, 0x81, 0x8A)));
      two |= (uint64_t)nuqta_bits(nuqta_or(letter, nuqta_and(cyrillic, nuqta_in(v1, 0x80, 0xBF)))) << i;
    }
    if (nuqta_bits(han) != 0) {
      // E4 begins with U+4000, of which what is below U+4E00 is rare or no letter.
      nuqta_lane letter = nuqta_or(nuqta_in(v1, 0xB8, 0xBF), nuqta_and(nuqta_in(v, 0xE5, 0xE9), nuqta_in(v1, 0x80, 0xBF)));
      letter = nuqta_and(nuqta_and(han, letter), nuqta_in(nuqta_load(p + i + 2), 0x80, 0xBF));
      three |= (uint64_t)nuqta_bits(letter) << i;
    }
  }
  two &= ~(UINT64_C(1) << 63);
  three &= ~(UINT64_C(3) << 62);
  masks.wide = three;
  masks.tails = two << 1 | three << 1 | three << 2;
  masks.plain |= two | three | masks.tails;
  return masks;
}
