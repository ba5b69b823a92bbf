#include "engine/bind/remarks/code_remarks.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/asked/named_code.h"
#include "engine/bind/remarks/asked/written_codes.h"
#include "engine/bind/values/term_binder.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"
#include "engine/ontology/terminology.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

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

constexpr FieldId kNoField = 255;  // of numbers of rows, and of entities without terms

// Fields whose terms are of parts of others: diseases, sites, tissues, procedures. Drugs and tests are usually meant
// exactly, and remarks on genes are made where they are bound.
bool IsOfKinds(FieldId field) {
  const Entity entity = model::Info(field).entity;
  if (model::Info(entity).primary == field) {
    return entity != Entity::kTreatment && entity != Entity::kVariant && !IsMeasured(entity);
  }
  constexpr FieldId kOthers[] = {
      model::field::kCauseOfDeath,         model::field::kDiseaseSite,     model::field::kTreatmentTarget,
      model::field::kTreatmentAdverse,     model::field::kProcedureSite,   model::field::kProcedureTarget,
      model::field::kProcedureAdverse,     model::field::kSampleHistology, model::field::kSampleProcedure,
      model::field::kMeasurementProcedure, model::field::kPedigreeDisease};
  return std::find(std::begin(kOthers), std::end(kOthers), field) != std::end(kOthers);
}

class CodeRemarks {
 public:
  CodeRemarks(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  void On(const WrittenCodes& codes) {
    if (codes.field == kNoField || !IsOfKinds(codes.field)) return;
    for (const Literal& literal : codes.terms) {
      // Somebody who writes a name has seen what has that name.
      if (literal.exactly || literal.kind != Literal::Kind::kCode) continue;
      if (!seen_.emplace(codes.field, literal.text).second) continue;
      const absl::StatusOr<NamedCode> named = FindNamedCode(view_, reporter_, literal, codes.field);
      if (!named.ok()) return reporter_->Fail(named.status());
      if (!named->lacks_hierarchy) continue;
      SilentReporter silent;
      const auto match = TermBinder(view_, &silent).Bind(codes.terms, codes.field, ontology::Reach::kDescendants);
      if (!silent.status().ok()) return reporter_->Fail(silent.status());
      if (match) OnLostHierarchy(codes, literal, named->code, *match->symbols);
    }
  }

  // What is said of these is not said again.
  void Forget() {
    for (auto& [kind, lost] : lost_) lost.is_said = true;
    alone_.clear();
  }

  // Of each system once, whatever the number of codes: who asks for several of them needs no more.
  void Say() {
    for (const Alone& one : alone_) {
      reporter_->Note(one.span, "no-hierarchy", one.message, {"name the codes that are meant, with or between them"});
    }
    for (const auto& [kind, lost] : lost_) {
      if (lost.is_said) continue;
      const bool one = lost.codes.size() == 1;
      const std::string codes =
          lost.codes.size() > kMaxNamed
              ? absl::StrCat(absl::StrJoin(lost.codes.begin(), lost.codes.begin() + kMaxNamed, ", "), " and ",
                             lost.codes.size() - kMaxNamed, " more")
              : absl::StrJoin(lost.codes, ", ");
      reporter_->Note(
          lost.span, "no-hierarchy",
          absl::StrCat(lost.where, "no ontology with ", kind, " codes is loaded, so ", codes,
                       one ? " is this code alone, without what lies below it"
                           : " are these codes alone, without what lies below them",
                       "; records have ", lost.others, " other ", kind, lost.others == 1 ? " code" : " codes"),
          {"load the ontology, or name the codes that are meant, with or between them"});
    }
  }

 private:
  // A code alone, for want of an ontology, beside others of its system.
  void OnLostHierarchy(const WrittenCodes& codes, const Literal& literal, const std::string& code,
                       const model::SymbolList& reached) {
    const std::string kind(KindOf(code));
    const bool known = HasHierarchy(kind);
    const std::string_view beginning = known ? kind : Beginning(code);
    if (!known && beginning.size() <= kind.size()) return;
    const auto values = view_.FieldValues(codes.field);
    if (!values.ok()) return reporter_->Fail(values.status());
    size_t others = 0;
    for (const model::Symbol symbol : **values) {
      const std::string_view text = view_.dictionary().Text(symbol);
      if (!text.starts_with(beginning) || KindOf(text) != kind || reached.Contains(symbol)) continue;
      if (known || MayLieBelow(kind, text.substr(beginning.size()))) ++others;
    }
    if (others == 0) return;
    const grammar::Span span = codes.cohort.empty() ? literal.span : codes.of_cohort;
    const std::string where =
        codes.cohort.empty() ? "" : absl::StrCat("in the definition of cohort '", codes.cohort, "': ");
    if (known) {
      Lost& lost = lost_[kind];
      if (lost.codes.empty()) {
        lost.span = span;
        lost.where = where;
      }
      if (std::find(lost.codes.begin(), lost.codes.end(), code) == lost.codes.end()) lost.codes.push_back(code);
      lost.others = others;
    } else {
      alone_.push_back({span, absl::StrCat(where, "it is not known which ", kind, " codes lie below others, so ", code,
                                           " is this code alone; records have ", others, " other ", kind,
                                           others == 1 ? " code that begins so" : " codes that begin so")});
    }
  }

  // Codes of a system whose ontology is not loaded.
  struct Lost {
    grammar::Span span;  // of the first
    std::string where;   // it stands, if in a definition
    bool is_said = false;
    std::vector<std::string> codes;
    size_t others = 0;  // of the system, in records
  };
  // A code of a system of which nothing is known.
  struct Alone {
    grammar::Span span;
    std::string message;
  };

  const CatalogueView& view_;
  Reporter* reporter_;
  std::map<std::string, Lost> lost_;  // by system
  std::vector<Alone> alone_;
  std::set<std::pair<FieldId, std::string>> seen_;  // each is looked at once
};

// Of the rows that count: by phenotype HP:0001250.
WrittenCodes OfRows(FieldId field, const std::vector<Literal>& terms) {
  return {static_cast<FieldId>(model::Info(model::Info(field).entity).primary), terms};
}

void OnDimensions(const std::vector<grammar::Dimension>& written, const Query& query, CodeRemarks* remarks) {
  for (size_t i = 0; i < written.size() && i < query.by.size(); ++i) {
    const FieldId field = query.by[i].field;
    if (field == kNoField) continue;
    remarks->On(OfRows(field, written[i].terms));
    for (const grammar::Dimension::Group& group : written[i].groups) remarks->On({field, group.values});
  }
}

}  // namespace

void RemarkOnCodes(const CatalogueView& view, Reporter* reporter, const grammar::Expr& where, Entity counted) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  CodeRemarks remarks(view, reporter);
  for (const WrittenCodes& codes : CodesWrittenIn(view, where, counted)) remarks.On(codes);
  remarks.Say();
}

void RemarkOnCodesOfNumbers(const CatalogueView& view, const grammar::Statement& statement, const Query& query,
                            Reporter* reporter) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks() || query.counted.empty()) return;
  const auto* count = std::get_if<grammar::Count>(&statement.query);
  const auto* compare = std::get_if<grammar::CompareCohorts>(&statement.query);
  const auto* summarise = std::get_if<grammar::Summarise>(&statement.query);
  if (count == nullptr && compare == nullptr && summarise == nullptr) return;
  const TimeForNotes time(reporter);
  CodeRemarks remarks(view, reporter);
  for (const grammar::ExprPtr* where : grammar::CriteriaOf(&statement)) {
    if (*where == nullptr) continue;
    for (const WrittenCodes& codes : CodesWrittenIn(view, **where, query.counted[0].entity)) remarks.On(codes);
  }
  remarks.Forget();
  if (count != nullptr) OnDimensions(count->by, query, &remarks);
  if (compare != nullptr) OnDimensions(compare->by, query, &remarks);
  for (size_t i = 0; summarise != nullptr && i < summarise->measured.size() && i < query.measured.size(); ++i) {
    remarks.On(OfRows(query.measured[i].field, summarise->measured[i].terms));
  }
  remarks.Say();
}

}  // namespace muster::bind
