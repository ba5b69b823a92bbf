#include "engine/api/found/deceased.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/execute/rows/row_set.h"
#include "engine/model/schema/schema.h"
#include "grammar/clone.h"
#include "grammar/overloaded.h"
#include "grammar/walk.h"
#include "storage/store.h"

namespace muster::api {
namespace {

using grammar::Compare;
using model::Entity;

constexpr int64_t kMany = 20;  // one in N
constexpr int64_t kFewest = 5;

bool IsLastContact(std::string_view name) {
  return bind::FindField(Entity::kIndividual, name) == model::field::kLastContact;
}

bool IsOfDeath(std::string_view name) {
  const auto field = bind::FindField(Entity::kIndividual, name);
  return field == model::field::kVitalStatus || field == model::field::kDeath || field == model::field::kCauseOfDeath ||
         field == model::field::kSurvival;
}

// Whether a criterion compares a field, or with a field, of which `is_one` holds.
template <typename IsOne>
bool AnyCompared(const grammar::Expr& where, IsOne is_one) {
  const auto no = [](const auto&) { return false; };
  return grammar::AnyCriterion(
      where, grammar::Overloaded{
                 [&](const Compare& compare) {
                   return is_one(compare.field.text) ||
                          std::any_of(compare.values.begin(), compare.values.end(), [&](const grammar::Literal& value) {
                            return value.kind != grammar::Literal::Kind::kQuoted && is_one(value.text);
                          });
                 },
                 no});
}

bool AsksOfDeath(const grammar::Statement& statement, const grammar::Expr& criteria) {
  const auto is_of_death = [](const auto& named) { return IsOfDeath(named.field.text); };
  if (const auto* count = std::get_if<grammar::Count>(&statement.query);
      count != nullptr && std::any_of(count->by.begin(), count->by.end(), is_of_death)) {
    return true;
  }
  if (const auto* summarise = std::get_if<grammar::Summarise>(&statement.query);
      summarise != nullptr && std::any_of(summarise->measured.begin(), summarise->measured.end(), is_of_death)) {
    return true;
  }
  return AnyCompared(criteria, IsOfDeath);
}

// Where what is counted or listed is written.
grammar::Span WrittenAt(const grammar::Statement& statement) {
  return std::visit(
      [&](const auto& query) {
        if constexpr (requires { query.entities; }) {
          return query.entities[0].entity.span;
        } else if constexpr (requires { query.counted.entity; }) {
          return query.counted.entity.span;
        } else if constexpr (requires { query.entity.entity; }) {
          return query.entity.entity.span;
        } else {
          return statement.span;
        }
      },
      statement.query);
}

bool NamesACohort(const grammar::Expr& where) {
  return grammar::AnyCriterion(
      where, grammar::Overloaded{[](const grammar::InCohort&) { return true; }, [](const auto&) { return false; }});
}

// vital status is deceased
grammar::ExprPtr IsDeceased() {
  Compare compare;
  compare.field.text = std::string(model::Info(model::field::kVitalStatus).name);
  compare.op = Compare::Op::kIs;
  compare.values.emplace_back();
  compare.values[0].text = "deceased";
  return grammar::MakeExpr({}, std::move(compare));
}

// Of `people`; null: of all of the catalogue.
absl::StatusOr<int64_t> CountDeceased(const bind::CatalogueView& view, const People* people) {
  int64_t all = 0;
  const auto deceased = view.dictionary().Find("deceased");
  if (!deceased) return all;
  const auto& segments = view.snapshot().segments;
  for (size_t s = 0; s < segments.size(); ++s) {
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    const storage::SegmentReader& segment = *segments[s];
    const auto rows =
        segment.Posting({static_cast<uint8_t>(model::PostingKind::kRows), static_cast<uint8_t>(Entity::kIndividual),
                         model::field::kVitalStatus, *deceased},
                        segment.rows(0));
    if (!rows.ok()) return rows.status();
    if (people != nullptr) {  // who are live
      all += static_cast<int64_t>(execute::RowSet::And(people->rows[s], execute::RowSet(*rows)).Cardinality());
      continue;
    }
    const auto live = bind::CountLive(segment, Entity::kIndividual, **rows);
    if (!live.ok()) return live.status();
    all += static_cast<int64_t>(*live);
  }
  return all;
}

}  // namespace

void NoteDeceased(const grammar::Statement& statement, FoundPeople* found, bind::Reporter* reporter) {
  const grammar::Expr& criteria = found->criteria();
  if (!AnyCompared(criteria, IsLastContact) || AsksOfDeath(statement, criteria)) return;
  const std::optional<int64_t> all = found->Count();
  if (!all || *all == 0) return;
  const auto somewhere = CountDeceased(found->view(), nullptr);
  if (!somewhere.ok()) return reporter->Fail(somewhere.status());
  if (!AreMany(*somewhere, *all, kMany)) return;
  const People* people = found->Found();
  if (people == nullptr) return;
  const absl::StatusOr<int64_t> deceased = CountDeceased(found->view(), people);
  if (!deceased.ok()) return reporter->Fail(deceased.status());
  if (*deceased < kFewest || !AreMany(*deceased, *all, kMany)) return;
  if (*deceased == *all && NamesACohort(criteria)) return;  // which is one of people who have died
  std::vector<std::string> hints;
  if (std::holds_alternative<grammar::Or>(criteria.node)) {  // which binds less closely than what is added
    grammar::And alive;
    alive.operands.push_back(grammar::Clone(criteria));
    alive.operands.push_back(grammar::MakeExpr({}, grammar::Not{IsDeceased()}));
    grammar::Rewriting rewriting;
    rewriting[grammar::Holds(criteria)] = grammar::MakeExpr({}, std::move(alive));
    const std::string other = reporter->Rewritten(std::move(rewriting));
    if (!other.empty()) hints.push_back(absl::StrCat("to leave them out, write ", other));
  } else {
    hints.emplace_back("to leave them out, write and not vital status is deceased");
  }
  reporter->Note(WrittenAt(statement), "deceased-people",
                 absl::StrCat(*deceased, " of the ", *all, " individuals who are found are recorded as deceased"),
                 std::move(hints));
}

}  // namespace muster::api
