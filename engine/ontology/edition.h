// Chooses the newest complete one of several files of an ontology.
#ifndef MUSTER_ENGINE_ONTOLOGY_EDITION_H_
#define MUSTER_ENGINE_ONTOLOGY_EDITION_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace muster::ontology {

/// The day in the name of a version, "hp/releases/2026-01-08" -> "2026-01-08", or "".
std::string_view ReleaseDate(std::string_view version);

/// What is known of an edition without reading its terms.
struct Edition {
  std::string version;
  uint64_t terms = 0;
};

/// True for less than half as many terms: a module of the other, or an extract.
bool IsModuleOf(const Edition& module, const Edition& whole);
/// The order in which editions of one import are loaded, so that the last one is used: modules of others come first,
/// then what has no date, then by date, then by the number of terms.
bool ComesBefore(const Edition& a, const Edition& b);
/// Why it would be a surprise that `now` is used instead of `before`: "is older", "has less than half of its terms",
/// or "".
std::string_view Drawback(const Edition& now, const Edition& before);
/// "2026-01-08 (19,034 terms)", as people know it.
std::string Shown(const Edition& edition);

/// For an import module of another ontology, the ontology that its terms are from: "mondo/imports/hp_import" -> "hp".
/// "" for other ontologies.
std::string_view HomeOfSlice(std::string_view id);

}  // namespace muster::ontology

#endif  // MUSTER_ENGINE_ONTOLOGY_EDITION_H_
