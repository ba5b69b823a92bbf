#include "engine/api/versions/old_spellings.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/index/segment_symbols.h"
#include "engine/model/document/code_labels.h"
#include "engine/model/document/code_spellings.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/composed.h"
#include "engine/ontology/respell.h"

namespace muster::api {
namespace {

// Whether a text that is stored has accents in the form in which nobody looks for them: few catalogues have.
bool HasOldAccents(const model::Dictionary& dictionary) {
  std::string in_one_form;
  for (model::Symbol symbol = 0; symbol < dictionary.size(); ++symbol) {
    if (model::IsComposedOtherwise(dictionary.Text(symbol), in_one_form)) return true;
  }
  return false;
}

// Of codes and keywords that live records have, those whose spelling is another one now.
absl::StatusOr<std::map<model::Symbol, std::string>> OldCodes(const bind::CatalogueView& view) {
  std::map<model::Symbol, std::string> old;
  const bool has_old_accents = HasOldAccents(view.dictionary());
  for (const model::Field& field : model::Fields()) {
    const bool keyword = field.kind == model::Kind::kKeyword && has_old_accents && !model::IsId(field.id);
    if (field.kind != model::Kind::kCode && field.kind != model::Kind::kTime && !keyword) continue;
    const auto values = view.RecordedValues(field.id);
    if (!values.ok()) return values.status();
    for (const model::Symbol symbol : **values) {
      const std::string_view text = view.dictionary().Text(symbol);
      std::string present = keyword ? model::NormalizeKeyword(text) : model::NormalizeCode(text);
      if (present != text) old.emplace(symbol, std::move(present));
    }
  }
  return old;
}

absl::StatusOr<std::vector<uint32_t>> SegmentsWith(const std::map<model::Symbol, std::string>& codes,
                                                   const bind::CatalogueView& view) {
  std::vector<uint32_t> segments;
  if (codes.empty()) return segments;
  for (const storage::SegmentReaderPtr& segment : view.snapshot().segments) {
    std::vector<bool> found(view.dictionary().size());
    if (absl::Status status = index::FindSymbols(*segment, &found); !status.ok()) return status;
    const bool has = std::any_of(codes.begin(), codes.end(), [&](const auto& code) { return found[code.first]; });
    if (has) segments.push_back(segment->info().id);
  }
  return segments;
}

// All, in their order, as the last one counts; nothing if none differs.
absl::StatusOr<std::vector<ontology::OntologyPtr>> RespelledOntologies(const storage::Store& store,
                                                                       const storage::Manifest& manifest) {
  std::vector<ontology::OntologyPtr> all;
  bool any = false;
  for (const storage::OntologyInfo& info : manifest.ontologies) {
    absl::StatusOr<std::string> bytes = store.Ontology(info.id, info.version);
    if (!bytes.ok()) return bytes.status();
    absl::StatusOr<ontology::OntologyPtr> stored = ontology::Ontology::Decode(*std::move(bytes));
    if (!stored.ok()) return stored.status();
    absl::StatusOr<ontology::OntologyPtr> respelled = ontology::Respelled(**stored);
    if (!respelled.ok()) return respelled.status();
    any = any || *respelled != nullptr;
    all.push_back(*respelled != nullptr ? *std::move(respelled) : *std::move(stored));
  }
  if (!any) all.clear();
  return all;
}

// Labels of codes that have several, under the new spelling, together with those that it has.
absl::Status RespellLabels(const std::map<std::string, std::string>& documents, index::CatalogueWriter& writer) {
  std::map<std::string, std::vector<std::string>> moved;
  for (const std::string& code : model::CodesWithLabels(documents)) {
    const std::string present = model::NormalizeCode(code);
    if (present == code) continue;
    for (const std::string_view from : {std::string_view(code), std::string_view(present)}) {
      const auto labels = model::LabelsOf(documents, from);
      if (!labels.ok()) return labels.status();
      for (const std::string& label : *labels) {
        std::vector<std::string>& known = moved[present];
        if (std::find(known.begin(), known.end(), label) == known.end()) known.push_back(label);
      }
    }
    writer.PutDocument(model::CodeLabelsDocument(code), "");
  }
  for (const auto& [code, labels] : moved) {
    writer.PutDocument(model::CodeLabelsDocument(code), model::EncodeCodeLabels(labels));
  }
  return absl::OkStatus();
}

// The codes that saved cohorts reached, so that they are compared with those of today.
void RespellCohorts(const model::SavedCohorts& cohorts, index::CatalogueWriter& writer) {
  for (const auto& [key, cohort] : cohorts) {
    model::SavedCohort respelled = cohort;
    for (model::CohortVersion& version : respelled.versions) {
      for (auto& [name, codes] : version.terms) {
        for (std::string& code : codes) code = model::NormalizeCode(code);
      }
    }
    if (respelled.versions == cohort.versions) continue;
    writer.PutDocument(model::CohortDocument(key), model::EncodeCohort(respelled));
  }
}

}  // namespace

absl::StatusOr<OldSpellings> FindOldSpellings(const storage::Store& store, const bind::CatalogueView& view) {
  OldSpellings old;
  const model::CodeSpellings spellings = model::SpellingsIn(*view.snapshot().documents);
  if (spellings.are_present()) return old;
  if (spellings.number > model::kCodeSpellings) {
    return absl::FailedPreconditionError(
        absl::StrCat("its codes have spellings of a later version of Muster (", spellings.number, ", this one has ",
                     model::kCodeSpellings, "), by which this one would not find them: open it with that version"));
  }
  auto codes = OldCodes(view);
  if (!codes.ok()) return codes.status();
  old.codes = *std::move(codes);
  auto segments = SegmentsWith(old.codes, view);
  if (!segments.ok()) return segments.status();
  old.segments = *std::move(segments);
  auto ontologies = RespelledOntologies(store, view.snapshot().manifest);
  if (!ontologies.ok()) return ontologies.status();
  old.ontologies = *std::move(ontologies);
  return old;
}

absl::Status OldSpellingsError(const std::string& path, const model::Dictionary& dictionary, const OldSpellings& old) {
  std::string example = "codes of its ontologies";
  if (!old.codes.empty()) {
    const auto& [symbol, present] = *old.codes.begin();
    example = absl::StrCat(std::string(dictionary.Text(symbol)), ", which is ", present, " now");
  }
  return absl::FailedPreconditionError(absl::StrCat(
      path, ": an earlier version has stored codes in spellings by which they are not looked for any more (", example,
      "), so that questions would not find them. Open it for writing once, as muster compact does: that "
      "brings its codes to the present spellings."));
}

absl::Status Respell(LiveCatalogue& live, const OldSpellings& old) {
  return live.Write([&](index::CatalogueWriter& writer) -> absl::Status {
    const bind::CatalogueViewPtr now = live.view();
    const storage::Snapshot& snapshot = now->snapshot();
    if (absl::Status status = writer.RewriteCodes(old.segments, old.codes); !status.ok()) return status;
    for (const ontology::OntologyPtr& ontology : old.ontologies) writer.AddOntology(ontology);
    if (absl::Status status = RespellLabels(*snapshot.documents, writer); !status.ok()) return status;
    RespellCohorts(now->cohorts(), writer);
    const model::CodeSpellings spellings{.since = snapshot.manifest.version + 1};
    writer.PutDocument(std::string(model::kCodeSpellingsDocument), model::EncodeSpellings(spellings));
    return absl::OkStatus();
  });
}

}  // namespace muster::api
