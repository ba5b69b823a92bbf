// What a segment's symbols meant when it was written.
#ifndef MUSTER_ENGINE_INDEX_SYMBOLS_PROOF_H_
#define MUSTER_ENGINE_INDEX_SYMBOLS_PROOF_H_

#include <cstdint>
#include <span>

#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

namespace muster::index {

/// A checksum of `symbols` and their texts, never 0. Stored with a segment, it proves later that the dictionary still
/// has the same texts for the symbols of its records. Symbols that are missing in `dictionary` are included as missing.
uint64_t SymbolsProof(std::span<const model::Symbol> symbols, const model::Dictionary& dictionary);

}  // namespace muster::index

#endif  // MUSTER_ENGINE_INDEX_SYMBOLS_PROOF_H_
