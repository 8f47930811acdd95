#pragma once

// The functions named SHA256_ keep their state in the caller's memory. The newer EVP_ ones look their state up and allocate it for each
// digest, which takes longer than hashing a sentence. They are deprecated as an interface, not as code: EVP_ ends in the same loop, with
// the same choice of processor instructions.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
