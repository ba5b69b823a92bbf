// The hash by which a host proves which answer a guest got.
#ifndef MUSTER_ENGINE_RELEASE_LEDGER_ANSWER_HASH_H_
#define MUSTER_ENGINE_RELEASE_LEDGER_ANSWER_HASH_H_

#include <string>

#include "muster/table.h"

namespace muster::release {

/// SHA-256, in hexadecimal, of all that the guest gets but the provenance, which names the ledger's entry that this
/// hash is part of. Answers that differ anywhere else have different hashes.
std::string HashOfAnswer(const Answer& answer);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_LEDGER_ANSWER_HASH_H_
