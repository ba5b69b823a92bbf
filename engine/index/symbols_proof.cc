#include "engine/index/symbols_proof.h"

#include <zlib.h>

#include <string_view>

namespace muster::index {

uint64_t SymbolsProof(std::span<const model::Symbol> symbols, const model::Dictionary& dictionary) {
  // Two checksums, one of the numbers and one of the texts with their lengths.
  uLong numbers = 0;
  uLong texts = 0;
  const auto add = [](uLong sum, const void* bytes, size_t size) {
    return crc32_z(sum, static_cast<const Bytef*>(bytes), size);
  };
  for (const model::Symbol symbol : symbols) {
    numbers = add(numbers, &symbol, sizeof(symbol));
    const std::string_view text = symbol < dictionary.size() ? dictionary.Text(symbol) : std::string_view();
    const auto size = static_cast<uint32_t>(text.size());
    texts = add(texts, &size, sizeof(size));
    texts = add(texts, text.data(), text.size());
  }
  const uint64_t proof = (uint64_t{static_cast<uint32_t>(numbers)} << 32) | static_cast<uint32_t>(texts);
  return proof != 0 ? proof : 1;
}

}  // namespace muster::index
