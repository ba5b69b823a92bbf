// Private to bind/: remarks on names that are recorded both as a phenotype and as a disease.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_NAMESAKES_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_NAMESAKES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `has disease "melanoma"`, if many more people have a phenotype of that name and not the disease; likewise for
/// phenotypes, and behind `no` and `not`. The criteria must be about individuals and bound without mistakes. Reports
/// nothing to guests.
void RemarkOnNamesakes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

/// What is recorded under the name of a term as the other of the two.
struct Namesake {
  model::Entity other;
  std::vector<std::string> codes;
  bool in_other_words = false;  ///< no code has the name itself
  uint64_t people = 0;          ///< in the catalogue, who have it and nothing of what was asked for
};

/// That of the one of `terms`, which were bound without mistakes as codes of `entity`, of which most people have it.
/// Nullopt where there is none, or fewer than five have it; and after a failure. Not for guests.
std::optional<Namesake> FindNamesake(const CatalogueView& view, Reporter* reporter,
                                     const std::vector<grammar::Literal>& terms, model::Entity entity);

/// "HP:0002664 Neoplasm, which may mean the same,"
std::string InWords(const CatalogueView& view, const Namesake& namesake);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_NAMESAKES_H_
