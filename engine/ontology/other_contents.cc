#include "engine/ontology/other_contents.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "allowance/allowance.h"
#include "engine/model/text/text.h"
#include "engine/ontology/term_codec.h"

namespace muster::ontology {
namespace {

constexpr size_t kMaxExamples = 3;

// All that is said of a term, one text for each statement, in order.
std::vector<std::string> StatementsOf(const Ontology& ontology, TermIndex term, bool with_parts) {
  TermView view;
  ontology.Read(term, view);
  std::vector<std::string> said;
  const auto add = [&](std::string_view what, std::string_view text) { said.push_back(model::Concat({what, text})); };
  if (!view.label.empty()) add("label ", view.label);
  if (view.obsolete) add("obsolete", "");
  for (const TermIndex parent : view.parents) add("is_a ", ontology.TermId(parent));
  for (const std::string_view id : view.alternative_ids) add("alt_id ", id);
  for (const TermView::SynonymView& synonym : view.synonyms) {
    add(model::Concat({"synonym ", std::to_string(static_cast<int>(synonym.scope)), " "}), synonym.text);
  }
  for (const TermView::XrefView& xref : view.xrefs) {
    if (xref.equivalent) add("equivalent ", xref.id);
  }
  for (const std::string_view id : view.replaced_by) add("replaced_by ", id);
  for (const std::string_view id : view.consider) add("consider ", id);
  if (with_parts) {
    for (const TermIndex whole : view.wholes) add("part_of ", ontology.TermId(whole));
  }
  std::sort(said.begin(), said.end());
  said.erase(std::unique(said.begin(), said.end()), said.end());
  return said;
}

// A term's own id; an alternative one is another term's.
std::optional<TermIndex> FindTerm(const Ontology& ontology, std::string_view id) {
  return ontology.IsPrimaryId(id) ? ontology.Find(id) : std::nullopt;
}

}  // namespace

absl::StatusOr<OtherContents> CompareContents(const Ontology& first, const Ontology& second) {
  OtherContents found;
  const auto example = [&](std::string_view id) {
    if (found.examples.size() < kMaxExamples) found.examples.emplace_back(id);
  };
  const bool with_parts = first.HasParts() && second.HasParts();
  const auto look = [](TermIndex term) { return term % 1000 == 0 ? CheckStop() : absl::OkStatus(); };
  for (TermIndex term = 0; term < first.size(); ++term) {
    if (absl::Status check = look(term); !check.ok()) return check;
    const std::string_view id = first.TermId(term);
    const std::optional<TermIndex> same = FindTerm(second, id);
    if (!same.has_value()) {
      ++found.gone;
      example(id);
      continue;
    }
    const std::vector<std::string> one = StatementsOf(first, term, with_parts);
    const std::vector<std::string> two = StatementsOf(second, *same, with_parts);
    if (one == two) continue;
    ++found.differ;
    if (!std::includes(two.begin(), two.end(), one.begin(), one.end())) ++found.withheld;
    example(id);
  }
  for (TermIndex term = 0; term < second.size(); ++term) {
    if (absl::Status check = look(term); !check.ok()) return check;
    if (FindTerm(first, second.TermId(term)).has_value()) continue;
    ++found.added;
    example(second.TermId(term));
  }
  return found;
}

std::string Shown(const OtherContents& contents) {
  std::string text;
  const auto add = [&](uint64_t count, std::string_view what) {
    if (count == 0) return;
    const std::string_view unit = !text.empty() ? "" : count == 1 ? " term" : " terms";
    text.append(model::Concat({text.empty() ? "" : ", ", std::to_string(count), unit, what}));
  };
  add(contents.gone, " gone");
  add(contents.added, " added");
  add(contents.differ, " with another label, parent or the like");
  for (size_t i = 0; i < contents.examples.size(); ++i) {
    text.append(model::Concat({i == 0 ? ": " : ", ", contents.examples[i]}));
  }
  if (contents.gone + contents.added + contents.differ > contents.examples.size()) text.append(", ...");
  return text;
}

}  // namespace muster::ontology
