#include "engine/import/ontology_files.h"

#include <string>
#include <utility>
#include <vector>

#include "engine/import/input/splitter.h"
#include "engine/model/text/text.h"
#include "muster/import.h"

namespace muster::import {
namespace {

constexpr RemarkKind kCircle{ImportProblem::Kind::kNote, "terms of an ontology above themselves",
                             "nothing: they are taken as equivalent; whoever makes the ontology may want to know"};
constexpr RemarkKind kOddity{ImportProblem::Kind::kNote, "oddities of ontologies",
                             "nothing, if the ontology was released so; else load the release as it was published"};

absl::Status InFile(const absl::Status& status, std::string_view file) {
  return absl::Status(status.code(), model::Concat({file, ": ", std::string(status.message())}));
}

}  // namespace

absl::Status OntologyFiles::ReadObo(Window& window) {
  while (true) {
    const absl::StatusOr<bool> more = window.More();
    if (!more.ok()) return more.status();
    if (!*more) break;
    if (window.view().size() > kMaxDocumentBytes) {
      return absl::InvalidArgumentError(model::Concat({window.name(), ": an ontology may have 4 GiB at most"}));
    }
  }
  return Add(ontology::ReadObo(window.view()), window.name());
}

absl::Status OntologyFiles::ReadGraphs(std::string_view json) {
  reporter_.BeginRecord(0, 0);
  absl::StatusOr<std::vector<ontology::OntologyDraft>> drafts = ontology::ReadOboGraphs(json);
  if (!drafts.ok()) return InFile(drafts.status(), reporter_.file());
  for (ontology::OntologyDraft& draft : *drafts) {
    if (absl::Status added = Add(std::move(draft), reporter_.file()); !added.ok()) return added;
  }
  return absl::OkStatus();
}

absl::Status OntologyFiles::Add(absl::StatusOr<ontology::OntologyDraft> draft, std::string_view file) {
  if (!draft.ok()) return InFile(draft.status(), file);
  std::vector<std::string> notes = std::move(draft->notes);
  draft->notes.clear();
  const absl::StatusOr<ontology::OntologyPtr> built = ontology::Ontology::Build(*std::move(draft), &notes);
  if (!built.ok()) return InFile(built.status(), file);
  for (const std::string& note : notes) {
    const bool circle = ontology::TellsOfCircle(note);
    reporter_.Report(circle ? kCircle : kOddity, "", {}, note);
  }
  ImportReport& report = reporter_.report();
  ++report.ontologies;
  report.ontology_terms += (*built)->size();
  editions_.Add(*built);
  return absl::OkStatus();
}

}  // namespace muster::import
