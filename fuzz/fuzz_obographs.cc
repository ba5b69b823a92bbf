// OBO Graphs: whatever the bytes, an ontology that was read survives being stored.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "engine/ontology/readers.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  auto drafts = muster::ontology::ReadOboGraphs(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!drafts.ok()) return 0;
  for (auto& draft : *drafts) {
    const auto built = muster::ontology::Ontology::Build(std::move(draft), nullptr);
    if (!built.ok()) continue;
    const auto decoded = muster::ontology::Ontology::Decode((*built)->Encode());
    if (!decoded.ok() || (*decoded)->AllTerms() != (*built)->AllTerms()) std::abort();
  }
  return 0;
}
