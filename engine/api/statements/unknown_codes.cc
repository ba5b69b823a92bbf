#include "engine/api/statements/unknown_codes.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/execute/filter/segment_executor.h"
#include "engine/model/codes/code_editions.h"
#include "engine/model/codes/code_form.h"
#include "engine/model/codes/code_hierarchy.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"
#include "engine/model/units/units.h"

namespace muster::api {
namespace {

using Why = UnknownCode::Why;

bool IsUnitField(model::FieldId field) {
  return field == model::field::kMeasurementUnit || field == model::field::kExposureUnit;
}

std::string_view PrefixOf(std::string_view code) {
  const size_t colon = code.find(':');
  return colon == std::string_view::npos ? std::string_view() : code.substr(0, colon + 1);
}

// A block of categories, or a group of them that has no form of its own: "ICDO3:814".
bool IsGroup(std::string_view code) {
  if (model::EndsOfBlock(code).has_value()) return true;
  const std::string_view local = code.substr(PrefixOf(code).size());
  const auto digits = std::count_if(local.begin(), local.end(), model::IsAsciiDigit);
  return model::IsLevelOfHierarchy(code) && digits >= 2 && std::all_of(local.begin(), local.end(), model::IsAsciiAlnum);
}

// Of a code that is a value of `field`; nullopt when an ontology knows it, or a unit is one.
std::optional<Why> WhyOf(const bind::CatalogueView& view, model::FieldId field, std::string_view code) {
  if (IsUnitField(field) && model::ParseUnit(code).ok()) return std::nullopt;
  const ontology::Terminology& terminology = view.terminology();
  const ontology::Concept found = terminology.Find(code);
  if (found.source == ontology::Concept::Source::kObsolete) return Why::kObsolete;
  if (!found.nodes.empty()) return std::nullopt;
  if (terminology.KnowsPrefix(code)) return Why::kNotInOntology;
  if (terminology.NamedBy(code).has_value()) return Why::kName;
  // Even if no ontology of the system is loaded, some texts cannot be codes: a digit is wrong, or zeros are missing.
  const model::CodeForm form = IsGroup(code) ? model::CodeForm::kWellFormed : model::FormOf(code);
  const bool wrong = form == model::CodeForm::kMalformed || form == model::CodeForm::kBadCheckDigit;
  return model::HasKnownPrefix(code) && !wrong ? Why::kNotLoaded : Why::kNoCode;
}

// Live rows of the field's entity that have the code.
absl::StatusOr<uint64_t> RowsWith(const bind::CatalogueView& view, model::FieldId field, model::Symbol symbol) {
  uint64_t rows = 0;
  const model::Entity entity = model::Info(field).entity;
  const auto number = static_cast<uint8_t>(entity);
  const bool primary = model::Info(entity).primary == static_cast<int>(field);
  const std::vector<model::PostingKind> kinds =
      primary ? std::vector{model::PostingKind::kObservedRows, model::PostingKind::kExcludedRows}
              : std::vector{model::PostingKind::kRows};
  for (const storage::SegmentReaderPtr& segment : view.snapshot().segments) {
    execute::SegmentExecutor executor(*segment, nullptr, nullptr);
    const absl::StatusOr<storage::BitmapPtr> live = executor.Live(entity);
    if (!live.ok()) return live.status();
    for (const model::PostingKind kind : kinds) {
      const absl::StatusOr<storage::BitmapPtr> having =
          segment->Posting({static_cast<uint8_t>(kind), number, field, symbol}, segment->rows(number));
      if (!having.ok()) return having.status();
      rows += *live == nullptr ? (*having)->Cardinality() : storage::Bitmap::AndCount(**having, **live);
    }
  }
  return rows;
}

// A term that may be meant: one with the label, or with a name like the code or the label.
std::string NearestTerm(const ontology::Terminology& terminology, const UnknownCode& unknown) {
  if (unknown.why == Why::kObsolete) {
    std::string consider;
    for (const std::string& other : terminology.term(terminology.Find(unknown.code).nodes[0]).consider) {
      absl::StrAppend(&consider, consider.empty() ? "" : "; ", other, " ", terminology.Label(other));
    }
    return consider;
  }
  for (const std::string& name : {unknown.label, unknown.code}) {
    if (name.empty()) continue;
    for (const ontology::Node node : terminology.FindByName(name)) {
      if (terminology.IsObsolete(node)) continue;
      return absl::StrCat(std::string(terminology.TermId(node)), " ", terminology.term(node).label);
    }
  }
  const std::string& name = unknown.label.empty() || unknown.why == Why::kNotInOntology ? unknown.code : unknown.label;
  const std::vector<std::string> near = terminology.Nearest(name, 1);
  return near.empty() ? "" : near[0];
}

}  // namespace

std::string_view WhyUnknown(Why why) {
  switch (why) {
    case Why::kNotInOntology:
      return "not in the loaded ontology";
    case Why::kName:
      return "a name; taken as the nearest";
    case Why::kNoCode:
      return "no code of a known system";
    case Why::kObsolete:
      return "obsolete, and nothing replaces it";
    case Why::kNotLoaded:
      return "no ontology of the system is loaded";
  }
  return "";
}

absl::StatusOr<uint64_t> CountUnknownCodes(const bind::CatalogueView& view, model::FieldId field) {
  const absl::StatusOr<ontology::SymbolSet> values = view.FieldValues(field);
  if (!values.ok()) return values.status();
  uint64_t count = 0;
  for (const model::Symbol symbol : **values) {
    const std::optional<Why> why = WhyOf(view, field, view.dictionary().Text(symbol));
    count += why.has_value() && *why != Why::kObsolete ? 1 : 0;
  }
  return count;
}

bool MayHaveUnknownCodes(const bind::CatalogueView& view, model::Symbol first) {
  for (model::Symbol symbol = first; symbol < view.dictionary().size(); ++symbol) {
    const std::string_view code = view.dictionary().Text(symbol);
    if (code.find(':') == std::string_view::npos) continue;
    const std::optional<Why> why = WhyOf(view, model::field::kDiseaseTerm, code);
    if (why.has_value() && *why != Why::kNotLoaded) return true;
  }
  return false;
}

absl::StatusOr<std::vector<UnknownCode>> FindUnknownCodes(const bind::CatalogueView& view,
                                                          const UnknownCodeOptions& options) {
  constexpr size_t kMaxCounted = 10000;  // of a field
  std::vector<UnknownCode> all;
  for (const model::Field& field : model::Fields()) {
    if (field.kind != model::Kind::kCode) continue;
    const absl::StatusOr<ontology::SymbolSet> values = view.FieldValues(field.id);
    if (!values.ok()) return values.status();
    std::vector<UnknownCode> of_field;
    std::map<std::string, UnknownCode> not_loaded;  // by prefix
    size_t counted = 0;
    for (const model::Symbol symbol : **values) {
      if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
      if (symbol < options.first) continue;
      const std::string_view code = view.dictionary().Text(symbol);
      const std::optional<Why> why = WhyOf(view, field.id, code);
      if (!why.has_value() || (*why == Why::kNotLoaded && !options.not_loaded)) continue;
      if (counted++ >= kMaxCounted) continue;
      const absl::StatusOr<uint64_t> rows = RowsWith(view, field.id, symbol);
      if (!rows.ok()) return rows.status();
      if (*rows == 0) continue;
      if (*why == Why::kNotLoaded) {
        UnknownCode& together = not_loaded[std::string(PrefixOf(code))];
        together.codes += together.field == field.id ? 1 : 0;
        together.field = field.id;
        together.why = *why;
        together.rows += *rows;
        together.code = absl::StrCat(std::string(PrefixOf(code)), "...");
      } else {
        of_field.push_back(
            {field.id, *why, std::string(code), std::string(view.dictionary().Label(symbol)), 1, *rows, ""});
      }
    }
    std::stable_sort(of_field.begin(), of_field.end(), [](const UnknownCode& a, const UnknownCode& b) {
      return a.rows != b.rows ? a.rows > b.rows : a.code < b.code;
    });
    if (of_field.size() > options.limit) of_field.resize(options.limit);
    for (UnknownCode& unknown : of_field) {
      if (absl::Status status = CheckStop(); !status.ok()) return status;
      unknown.nearest = NearestTerm(view.terminology(), unknown);
    }
    for (auto& [prefix, together] : not_loaded) of_field.push_back(std::move(together));
    std::move(of_field.begin(), of_field.end(), std::back_inserter(all));
  }
  return all;
}

absl::StatusOr<std::vector<MixedEditions>> FindMixedEditions(const bind::CatalogueView& view, model::Symbol first) {
  std::vector<MixedEditions> all;
  for (const model::Field& field : model::Fields()) {
    if (field.kind != model::Kind::kCode) continue;
    const absl::StatusOr<ontology::SymbolSet> values = view.FieldValues(field.id);
    if (!values.ok()) return values.status();
    std::map<std::string_view, std::map<std::string, std::vector<model::Symbol>>> editions;  // by the first of them
    std::map<std::string_view, bool> is_new;
    for (const model::Symbol symbol : **values) {
      if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
      const std::string_view code = view.dictionary().Text(symbol);
      const auto known = model::EditionsOf(code);
      if (known.empty()) continue;
      editions[known.front()][std::string(code.substr(0, code.find(':')))].push_back(symbol);
      is_new[known.front()] = is_new[known.front()] || symbol >= first;
    }
    for (const auto& [name, of_edition] : editions) {
      if (of_edition.size() < 2 || !is_new[name]) continue;
      MixedEditions& mixed = all.emplace_back();
      mixed.field = field.id;
      for (const auto& [prefix, symbols] : of_edition) {
        uint64_t rows = 0;
        for (const model::Symbol symbol : symbols) {
          const absl::StatusOr<uint64_t> of_code = RowsWith(view, field.id, symbol);
          if (!of_code.ok()) return of_code.status();
          rows += *of_code;
        }
        mixed.rows.emplace_back(prefix, rows);
      }
    }
  }
  return all;
}

absl::StatusOr<std::vector<UnknownCode>> FindNoPhenotypes(const bind::CatalogueView& view, model::Symbol first) {
  std::vector<UnknownCode> found;
  const ontology::Terminology& terminology = view.terminology();
  const ontology::Concept root = terminology.Find("HP:0000001");
  const ontology::Concept phenotypes = terminology.Find("HP:0000118");
  if (root.nodes.empty() || phenotypes.nodes.empty()) return found;
  const absl::StatusOr<ontology::SymbolSet> values = view.FieldValues(model::field::kPhenotypeTerm);
  if (!values.ok()) return values.status();
  for (const model::Symbol symbol : **values) {
    if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
    const std::string_view code = view.dictionary().Text(symbol);
    if (symbol < first || !code.starts_with("HP:")) continue;
    const ontology::Concept term = terminology.Find(code);
    if (term.nodes.empty() || !terminology.IsAtOrBelow(term, root) || terminology.IsAtOrBelow(term, phenotypes)) {
      continue;
    }
    const absl::StatusOr<uint64_t> rows = RowsWith(view, model::field::kPhenotypeTerm, symbol);
    if (!rows.ok()) return rows.status();
    if (*rows == 0) continue;
    UnknownCode& code_of = found.emplace_back();
    code_of.field = model::field::kPhenotypeTerm;
    code_of.code = std::string(code);
    code_of.label = terminology.Label(code);
    code_of.rows = *rows;
  }
  return found;
}

}  // namespace muster::api
