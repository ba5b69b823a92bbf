#include "engine/bind/criteria/cohort_binder.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/criteria/expression_binder.h"
#include "engine/model/codes/country.h"
#include "engine/model/schema/keyword.h"
#include "grammar/criteria_count.h"
#include "grammar/habits/criteria/regions.h"
#include "grammar/habits/habits_of_groups.h"
#include "grammar/parse.h"

namespace muster::bind {

using model::Entity;

namespace {

// A definition of definitions: deep enough for any use, shallow enough for the stack.
constexpr size_t kMaxDepth = 32;
// Each may name others twice, so that depth alone bounds nothing.
constexpr int kMaxDefinitions = 1000;
// Of all definitions that a statement leads to, each as often as it does.
constexpr size_t kMaxCriteria = 1000;

}  // namespace

ConditionPtr CohortBinder::Bind(const grammar::CohortRef& cohort) {
  const std::string key = absl::AsciiStrToLower(cohort.name);
  const auto saved = view_.cohorts().find(key);
  const auto earlier = earlier_ == nullptr ? SavedTexts::const_iterator() : earlier_->find(key);
  const bool changed = earlier_ != nullptr && earlier != earlier_->end();
  const std::vector<std::string>& open = definitions_->open;
  if (std::find(open.begin(), open.end(), key) != open.end()) {
    reporter_->Error(
        cohort.span, "cohort-cycle",
        absl::StrCat("cohort '", cohort.name, "' is defined by itself: ", absl::StrJoin(open, ", "), ", ", key));
    return nullptr;
  }
  if (changed && !earlier->second.empty()) return BindDefinition(cohort, key, earlier->second);
  if (!changed && saved != view_.cohorts().end())
    return BindDefinition(cohort, key, saved->second.versions.back().text);
  return BindImported(cohort);
}

void CohortBinder::Define(const std::string& name) { definitions_->open.push_back(absl::AsciiStrToLower(name)); }

ConditionPtr CohortBinder::BindImported(const grammar::CohortRef& cohort) {
  auto imported = view_.FieldValues(model::field::kCohort);
  if (!imported.ok()) {
    reporter_->Fail(imported.status());
    return nullptr;
  }
  const auto symbol = view_.dictionary().Find(model::NormalizeKeyword(cohort.name));
  if (symbol && (*imported)->Contains(*symbol)) {
    ConditionPtr member =
        MakeCodes(model::field::kCohort, std::make_shared<const model::SymbolList>(std::vector<model::Symbol>{*symbol}),
                  0, cohort.name);
    return *about_ == About::kPersons ? OfPersons(std::move(member)) : std::move(member);
  }
  std::vector<std::string> names;
  for (const auto& [lower, known] : view_.cohorts()) {
    if (earlier_ == nullptr || !earlier_->contains(lower)) names.push_back(known.name);  // not dropped just now
  }
  for (const model::Symbol value : **imported) names.emplace_back(view_.dictionary().Text(value));
  std::vector<std::string> hints;
  const auto datasets = view_.FieldValues(model::field::kDataset);
  if (!datasets.ok()) reporter_->Fail(datasets.status());
  if (symbol && datasets.ok() && (*datasets)->Contains(*symbol)) {
    hints.push_back(absl::StrCat("it is a dataset: write dataset is \"", cohort.name, "\""));
  }
  const std::vector<std::string> near = NearestNames(absl::AsciiStrToLower(cohort.name), names);
  if (!hints.empty()) {
    // said
  } else if (!near.empty()) {
    hints.push_back(absl::StrCat("did you mean ", absl::StrJoin(near, " or "), "?"));
  } else {
    const std::string country = model::CountryNamed(cohort.name);
    if (!country.empty()) hints.push_back(absl::StrCat("of where people are write country is ", country));
    if (const auto countries = grammar::CountriesOf(cohort.name)) {
      hints.push_back(absl::StrCat("of where people are write country in (", std::string(*countries), ")"));
    }
    if (const std::string people = grammar::CriterionOfPeople(cohort.name); !people.empty()) {
      hints.push_back(absl::StrCat("of people who are no saved cohort write their criterion: ", people, "; or compare ",
                                   cohort.name, " as individuals where ", people));
    }
    hints.emplace_back("define cohort NAME as individuals where ... saves one; show cohorts lists them");
  }
  reporter_->Error(cohort.span, "unknown-cohort", absl::StrCat("no cohort is called '", cohort.name, "'"), hints);
  return nullptr;
}

// The definition is bound again, on this version of the catalogue and its ontologies.
ConditionPtr CohortBinder::BindDefinition(const grammar::CohortRef& cohort, const std::string& key,
                                          const std::string& text) {
  if (++definitions_->bound > kMaxDefinitions || definitions_->open.size() >= kMaxDepth) {
    reporter_->Error(cohort.span, "too-many-criteria",
                     absl::StrCat("cohorts named here are defined by more than ", kMaxDefinitions,
                                  " others, or one by another more than ", kMaxDepth, " times over"));
    return nullptr;
  }
  const grammar::ParseResult parsed = grammar::Parse(text);
  const auto* define =
      parsed.statements.size() == 1 ? std::get_if<grammar::Define>(&parsed.statements[0].query) : nullptr;
  if (define == nullptr) {
    reporter_->Fail(absl::DataLossError(absl::StrCat("the definition of cohort ", key, " cannot be read: ", text)));
    return nullptr;
  }
  if (define->where != nullptr) definitions_->criteria += grammar::CountCriteria(*define->where);
  if (definitions_->criteria > kMaxCriteria) {
    reporter_->Error(
        cohort.span, "too-many-criteria",
        absl::StrCat("the definitions of the cohorts named here come to more than ", kMaxCriteria, " criteria"));
    return nullptr;
  }
  if (define->where == nullptr) return MakeNode(Condition::Kind::kAll, Entity::kIndividual);
  definitions_->open.push_back(key);
  ConditionPtr condition = BindCriteria(cohort, *define->where);
  definitions_->open.pop_back();
  return condition;
}

// Positions in `where` are of another text: its mistakes are reported in one message.
ConditionPtr CohortBinder::BindCriteria(const grammar::CohortRef& cohort, const grammar::Expr& where) {
  std::vector<Diagnostic> inside;
  Reporter own(&inside);
  ConditionPtr condition = ExpressionBinder(view_, &own, earlier_, *about_, *certainty_, definitions_)
                               .BindNested(where, Entity::kIndividual);
  if (!own.status().ok()) reporter_->Fail(own.status());
  for (const Diagnostic& problem : inside) {
    const std::string message = absl::StrCat("in the definition of cohort '", cohort.name, "': ", problem.message);
    if (problem.severity == Severity::kError) {
      reporter_->Error(cohort.span, problem.code, message, problem.hints);
    } else {
      reporter_->Warn(cohort.span, problem.code, message, problem.hints);
    }
  }
  return condition;
}

}  // namespace muster::bind
