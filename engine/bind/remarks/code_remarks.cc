#include "engine/bind/remarks/code_remarks.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/asked/named_code.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Literal;
using model::Entity;
using model::FieldId;

constexpr size_t kMaxNamed = 5;

// Systems with a hierarchy of codes, which only an ontology contains.
bool HasHierarchy(std::string_view kind) {
  constexpr std::string_view kSystems[] = {
      "BTO:", "CHEBI:", "CL:", "DOID:", "EFO:", "HP:", "MESH:", "MONDO:", "NCIT:", "ORPHA:", "SNOMED:", "UBERON:"};
  return std::find(std::begin(kSystems), std::end(kSystems), kind) != std::end(kSystems);
}

// Whether a code that goes on behind `code` with `rest` may lie below it, in a system of which nothing is known. A
// point begins a part in most systems; in those named here any character does.
bool MayLieBelow(std::string_view kind, std::string_view rest) {
  if (rest.find(' ') != std::string_view::npos) return false;
  if (rest.size() > 1 && rest.front() == '.') return true;
  constexpr std::string_view kGoOn[] = {"ccam", "ctv", "dsm", "icd", "icpc", "nomesco", "oxmis", "read"};
  const std::string lower = model::ToLower(kind);
  return std::any_of(std::begin(kGoOn), std::end(kGoOn),
                     [&](std::string_view begin) { return lower.starts_with(begin); });
}

// What codes below `code` begin with: "READ:C10" of READ:C10.., whose points fill it up to five characters.
std::string_view Beginning(std::string_view code) {
  while (code.ends_with('.')) code.remove_suffix(1);
  return code;
}

// An order of what is asked for, by entity and terms.
struct ComesBefore {
  bool operator()(const Has* a, const Has* b) const {
    if (a->entity.text != b->entity.text) return a->entity.text < b->entity.text;
    return std::lexicographical_compare(a->terms.begin(), a->terms.end(), b->terms.begin(), b->terms.end(),
                                        [](const Literal& one, const Literal& other) {
                                          return std::tie(one.kind, one.exactly, one.text, one.label) <
                                                 std::tie(other.kind, other.exactly, other.text, other.label);
                                        });
  }
};

class CodeRemarks {
 public:
  CodeRemarks(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void OnHas(const Has& has) {
    const auto entity = FindEntity(has.entity.text);
    if (!entity || has.terms.empty() || *entity == Entity::kVariant)
      return;  // remarks on genes are made where they are bound
    const auto field = static_cast<FieldId>(model::Info(*entity).primary);
    // Drugs and tests are usually meant exactly, and somebody who writes a name has seen what has that name.
    const bool of_kinds = *entity != Entity::kTreatment && !IsMeasured(*entity);
    for (const Literal& literal : has.terms) {
      if (literal.exactly || !of_kinds || literal.kind != Literal::Kind::kCode) continue;
      const absl::StatusOr<NamedCode> named = FindNamedCode(view_, reporter_, literal, field);
      if (!named.ok()) return reporter_->Fail(named.status());
      if (!named->lacks_hierarchy) continue;
      const std::optional<TermMatch>& match = criteria_.Match(has);
      if (!match) return;
      OnLostHierarchy(literal, named->code, *match->symbols, field);
    }
  }

  // Of each system once, whatever the number of codes: who asks for several of them needs no more.
  void SayLost() {
    for (const auto& [kind, lost] : lost_) {
      const bool one = lost.codes.size() == 1;
      const std::string codes =
          lost.codes.size() > kMaxNamed
              ? absl::StrCat(absl::StrJoin(lost.codes.begin(), lost.codes.begin() + kMaxNamed, ", "), " and ",
                             lost.codes.size() - kMaxNamed, " more")
              : absl::StrJoin(lost.codes, ", ");
      reporter_->Note(
          lost.span, "no-hierarchy",
          absl::StrCat("no ontology with ", kind, " codes is loaded, so ", codes,
                       one ? " is this code alone, without what lies below it"
                           : " are these codes alone, without what lies below them",
                       "; records have ", lost.others, " other ", kind, lost.others == 1 ? " code" : " codes"),
          {"load the ontology, or name the codes that are meant, with or between them"});
    }
  }

 private:
  // A code alone, for want of an ontology, beside others of its system.
  void OnLostHierarchy(const Literal& literal, const std::string& code, const model::SymbolList& reached,
                       FieldId field) {
    const std::string kind(KindOf(code));
    const bool known = HasHierarchy(kind);
    const std::string_view beginning = known ? kind : Beginning(code);
    if (!known && beginning.size() <= kind.size()) return;
    const auto values = view_.FieldValues(field);
    if (!values.ok()) return reporter_->Fail(values.status());
    size_t others = 0;
    for (const model::Symbol symbol : **values) {
      const std::string_view text = view_.dictionary().Text(symbol);
      if (!text.starts_with(beginning) || KindOf(text) != kind || reached.Contains(symbol)) continue;
      if (known || MayLieBelow(kind, text.substr(beginning.size()))) ++others;
    }
    if (others == 0) return;
    if (known) {
      Lost& lost = lost_[kind];
      if (lost.codes.empty()) lost.span = literal.span;
      if (std::find(lost.codes.begin(), lost.codes.end(), code) == lost.codes.end()) lost.codes.push_back(code);
      lost.others = others;
    } else {
      reporter_->Note(literal.span, "no-hierarchy",
                      absl::StrCat("it is not known which ", kind, " codes lie below others, so ", code,
                                   " is this code alone; records have ", others, " other ", kind,
                                   others == 1 ? " code that begins so" : " codes that begin so"),
                      {"name the codes that are meant, with or between them"});
    }
  }

  // Codes of a system whose ontology is not loaded.
  struct Lost {
    grammar::Span span;  // of the first
    std::vector<std::string> codes;
    size_t others = 0;  // of the system, in records
  };

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  std::map<std::string, Lost> lost_;  // by system
};

}  // namespace

void RemarkOnCodes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  std::set<const Has*, ComesBefore> seen;  // each is looked at once
  CodeRemarks remarks(view, reporter, criteria);
  for (const Leaf& leaf : criteria.leaves()) {
    if (!reporter->HasRoomForRemarks()) break;
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has == nullptr || has->terms.empty()) continue;
    if (seen.insert(has).second) remarks.OnHas(*has);
  }
  remarks.SayLost();
}

}  // namespace muster::bind
