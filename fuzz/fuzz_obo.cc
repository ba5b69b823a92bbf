// OBO files and stored ontologies: whatever the bytes, an ontology that was read survives being stored.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "engine/ontology/readers.h"

namespace {

using muster::ontology::Ontology;
using muster::ontology::OntologyDraft;

void Check(bool condition) {
  if (!condition) std::abort();
}

void Use(absl::StatusOr<OntologyDraft> draft) {
  if (!draft.ok()) return;
  const auto built = Ontology::Build(*std::move(draft), nullptr);
  if (!built.ok()) return;
  const auto decoded = Ontology::Decode((*built)->Encode());
  Check(decoded.ok() && (*decoded)->AllTerms() == (*built)->AllTerms());
  for (const auto& term : (*decoded)->AllTerms()) {
    Check((*decoded)->IsPrimaryId(term.id));
    if (!term.label.empty()) (void)(*decoded)->FindByName(term.label);
  }
  if ((*decoded)->size() > 0) {
    Check(!(*decoded)->Descendants(0).empty());
    (void)(*decoded)->Nearest((*decoded)->Label(0), 3);
    (void)(*decoded)->Search((*decoded)->Label(0), 3);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Use(muster::ontology::ReadObo(bytes));
  (void)Ontology::Decode(std::string(bytes));
  return 0;
}
