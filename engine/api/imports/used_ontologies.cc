#include "engine/api/imports/used_ontologies.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"
#include "engine/api/versions/load_view.h"
#include "engine/model/document/remarks_of_ontologies.h"
#include "engine/model/text/text.h"
#include "engine/ontology/edition.h"
#include "engine/ontology/other_contents.h"

namespace muster::api {
namespace {

void AddEditionRemark(std::string_view what, std::string_view advice, std::string reason, ImportReport* report) {
  const auto same = std::find_if(report->remarks.begin(), report->remarks.end(),
                                 [&](const ImportRemark& remark) { return remark.what == what; });
  ImportRemark& remark = same == report->remarks.end() ? report->remarks.emplace_back() : *same;
  remark.what = what;
  remark.advice = advice;
  ++remark.count;
  ImportProblem problem;
  problem.reason = std::move(reason);
  if (remark.examples.size() < 2) remark.examples.push_back(problem);
  ++report->problem_count;
  report->problems.push_back(std::move(problem));
  ++report->notes[std::string(what)];
}

// The last one of an id is the one that is used.
bool IsLastOfItsId(const std::vector<ontology::OntologyPtr>& loaded, size_t at) {
  return std::none_of(loaded.begin() + static_cast<ptrdiff_t>(at) + 1, loaded.end(),
                      [&](const ontology::OntologyPtr& later) { return later->id() == loaded[at]->id(); });
}

bool IsThere(std::string_view id, const storage::Manifest& before, const std::vector<ontology::OntologyPtr>& loaded) {
  return std::ranges::any_of(before.ontologies, [&](const storage::OntologyInfo& info) { return info.id == id; }) ||
         std::ranges::any_of(loaded, [&](const ontology::OntologyPtr& ontology) { return ontology->id() == id; });
}

// What the catalogue has of this version so far, or null. A damaged one is replaced like any other.
ontology::OntologyPtr StoredVersion(const storage::Manifest& before, const storage::Store& store,
                                    const ontology::Ontology& now) {
  const bool known = std::ranges::any_of(before.ontologies, [&](const storage::OntologyInfo& info) {
    return info.id == now.id() && info.version == now.version();
  });
  if (!known) return nullptr;
  absl::StatusOr<std::string> bytes = store.Ontology(now.id(), now.version());
  if (!bytes.ok() || *bytes == now.Encode()) return nullptr;
  absl::StatusOr<ontology::OntologyPtr> was = ontology::Ontology::Decode(*std::move(bytes));
  return was.ok() ? *was : nullptr;
}

}  // namespace

absl::Status AddOntologyRemarks(const storage::Manifest& before, const storage::Store& store,
                                const std::vector<ontology::OntologyPtr>& loaded, ImportReport* report) {
  if (loaded.empty()) return absl::OkStatus();
  const std::vector<storage::OntologyInfo> used = UsedOntologies(before);
  for (size_t i = 0; i < loaded.size(); ++i) {
    const ontology::Ontology& now = *loaded[i];
    const ontology::Edition edition{std::string(now.version()), now.size()};
    const std::string_view home = ontology::HomeOfSlice(now.id());
    if (!home.empty() && IsThere(home, before, loaded)) {
      AddEditionRemark("extract of an ontology, not used: the ontology itself is loaded", "nothing",
                       model::Concat({now.id(), " ", ontology::Shown(edition), " has terms of ", home}), report);
    }
    const ontology::OntologyPtr stored = StoredVersion(before, store, now);
    ontology::OtherContents other;
    if (stored != nullptr) {
      absl::StatusOr<ontology::OtherContents> compared = ontology::CompareContents(*stored, now);
      if (!compared.ok()) return compared.status();
      other = *std::move(compared);
    }
    if (other.any()) {
      AddEditionRemark(
          model::kContentsReplaced,
          "nothing, if the file that was loaded before is not wanted any more: it is gone, and answers do not tell "
          "which of the two they are of; else give each a data-version of its own, and import both",
          model::Concat({"of ", now.id(), ", ", ontology::Shown(edition), " replaces ",
                         ontology::Shown({stored->version(), stored->size()}), ": ", ontology::Shown(other)}),
          report);
      report->remarks.back().values.push_back({now.id(), now.version(), 1});
    }
    const auto earlier =
        std::ranges::find_if(used, [&](const storage::OntologyInfo& info) { return info.id == now.id(); });
    if (earlier == used.end() || !IsLastOfItsId(loaded, i)) continue;
    const ontology::Edition was{earlier->version, earlier->terms};
    if (other.any() && was.version == edition.version) continue;  // which is said
    const std::string_view drawback = ontology::Drawback(edition, was);
    if (drawback.empty()) continue;
    AddEditionRemark("ontology that takes the place of a newer or larger edition",
                     "nothing, if it is to be used; else import the other edition again, after which that one is used",
                     model::Concat({"of ", now.id(), ", ", ontology::Shown(edition), " is used now instead of ",
                                    ontology::Shown(was), ": it ", drawback}),
                     report);
  }
  return absl::OkStatus();
}

}  // namespace muster::api
