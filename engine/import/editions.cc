#include "engine/import/editions.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/model/text/text.h"
#include "engine/ontology/edition.h"
#include "engine/ontology/other_contents.h"

namespace muster::import {
namespace {

constexpr RemarkKind kSeveral{ImportProblem::Kind::kNote, "several editions of an ontology in one import",
                              "nothing, if the newest whole one is wanted; \"show ontologies\" lists them, and "
                              "\"--ontology hp=2025-09-01\" asks with another one"};
constexpr RemarkKind kFewerTerms{ImportProblem::Kind::kNote,
                                 "ontology left out: this import has the same version of it with more terms",
                                 "nothing, if it is a module of the other; else give it a version of its own"};

constexpr RemarkKind kOtherContents{
    ImportProblem::Kind::kNote, "ontology left out: this import has another file of the same version of it",
    "import one of them alone, or give each a data-version of its own: what only the one that is left out says is not "
    "known"};

ontology::Edition EditionOf(const ontology::Ontology& ontology) { return {ontology.version(), ontology.size()}; }

}  // namespace

absl::Status Editions::AddTo(Sink& sink, Reporter& reporter) {
  // Of a few, and "is a module of" is no order that a sort may rely on: each goes behind those that come before it.
  std::vector<ontology::OntologyPtr> ordered;
  for (ontology::OntologyPtr& ontology : ontologies_) {
    const auto goes_before = [&](const ontology::OntologyPtr& other) {
      return other->id() == ontology->id() && ontology::ComesBefore(EditionOf(*ontology), EditionOf(*other));
    };
    ordered.insert(std::find_if(ordered.begin(), ordered.end(), goes_before), std::move(ontology));
  }
  ontologies_.clear();
  for (size_t i = 0; i < ordered.size(); ++i) {
    const ontology::Ontology& ontology = *ordered[i];
    const ontology::Ontology* used = nullptr;
    const ontology::Ontology* same_version = nullptr;
    for (size_t j = i + 1; j < ordered.size(); ++j) {
      if (ordered[j]->id() != ontology.id()) continue;
      used = ordered[j].get();
      if (used->version() == ontology.version() && used->size() >= ontology.size()) same_version = used;
    }
    ontology::OtherContents other;
    if (same_version != nullptr) {
      absl::StatusOr<ontology::OtherContents> compared = ontology::CompareContents(ontology, *same_version);
      if (!compared.ok()) return compared.status();
      other = *std::move(compared);
    }
    if (other.first_says_more()) {
      reporter.Report(
          kOtherContents, {}, ontology.id(),
          model::Concat({"of ", ontology.id(), ", ", ontology::Shown(EditionOf(*same_version)),
                         " is taken; of the terms of the file that is left out, ", std::to_string(other.gone),
                         " are not in it, and of ", std::to_string(other.withheld),
                         " it says something else: ", other.examples.front()}));
    } else if (used != nullptr) {
      const std::string reason = model::Concat({"of ", ontology.id(), ", ", ontology::Shown(EditionOf(*used)),
                                                " is used, not ", ontology::Shown(EditionOf(ontology))});
      reporter.Report(same_version != nullptr ? kFewerTerms : kSeveral, {}, ontology.id(), reason);
    }
    if (same_version != nullptr) continue;
    if (absl::Status added = sink.AddOntology(ordered[i]); !added.ok()) return added;
  }
  return absl::OkStatus();
}

}  // namespace muster::import
