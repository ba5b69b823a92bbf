#include "engine/bind/remarks/consent_remarks.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/reading/consent_kinds.h"
#include "engine/bind/values/keyword_binder.h"
#include "engine/consent/refusal.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

namespace field = model::field;
using grammar::Compare;
using grammar::Has;
using grammar::Quantity;
using model::Entity;

// The comparison of `field` among criteria that all have to hold, or null.
const Compare* ComparisonOf(const grammar::Expr* criterion, model::FieldId field) {
  if (criterion == nullptr) return nullptr;
  if (const auto* all = std::get_if<grammar::And>(&criterion->node)) {
    for (const grammar::ExprPtr& operand : all->operands) {
      if (const Compare* found = ComparisonOf(operand.get(), field)) return found;
    }
    return nullptr;
  }
  const auto* compare = std::get_if<Compare>(&criterion->node);
  return compare != nullptr && !compare->event && FindField(Entity::kConsent, compare->field.text) == field ? compare
                                                                                                            : nullptr;
}

bool IsNone(const Has& has) {
  return has.quantity && (has.quantity->kind == Quantity::Kind::kAtMost || has.quantity->count == 0);
}

const Has* ConsentOf(const grammar::Expr& criterion) {
  const auto* has = std::get_if<Has>(&criterion.node);
  return has != nullptr && FindEntity(has->entity.text) == Entity::kConsent ? has : nullptr;
}

// Whether the criterion excludes people with some consent, such as a withdrawn one.
bool LeavesOutConsents(const grammar::Expr& criterion) {
  if (const auto* node = std::get_if<grammar::Not>(&criterion.node)) return ConsentOf(*node->operand) != nullptr;
  const auto* has = std::get_if<Has>(&criterion.node);
  return has != nullptr && IsNone(*has) && ConsentOf(criterion) != nullptr;
}

// The values of an `is` or `in`; nullopt for other comparisons.
std::optional<TermMatch> ValuesOf(const CatalogueView& view, const Compare& compare, model::FieldId field) {
  if (compare.op != Compare::Op::kIs && compare.op != Compare::Op::kIn) return std::nullopt;
  SilentReporter silent;
  return KeywordBinder(view, &silent).Bind(compare.values, field);
}

// What is recorded as the status of consents.
struct Statuses {
  std::vector<model::Symbol> granted;
  std::vector<model::Symbol> refusals;
};

absl::StatusOr<Statuses> StatusesIn(const CatalogueView& view) {
  const auto recorded = view.RecordedValues(field::kConsentStatus);
  if (!recorded.ok()) return recorded.status();
  Statuses statuses;
  for (const model::Symbol status : **recorded) {
    const std::string_view word = view.dictionary().Text(status);
    if (word == "granted") statuses.granted.push_back(status);
    if (consent::IsRefusal(word)) statuses.refusals.push_back(status);
  }
  return statuses;
}

void RemarkOn(const CatalogueView& view, Reporter* reporter, const grammar::Expr& criterion, const Has& has) {
  absl::StatusOr<Statuses> statuses = StatusesIn(view);
  if (!statuses.ok()) return reporter->Fail(statuses.status());
  if (statuses->granted.empty() || statuses->refusals.empty()) return;
  if (const Compare* status = ComparisonOf(has.with.get(), field::kConsentStatus)) {
    const auto asked = ValuesOf(view, *status, field::kConsentStatus);
    if (!asked || asked->symbols == nullptr || asked->symbols->size() != 1 ||
        (*asked->symbols)[0] != statuses->granted[0]) {
      return;
    }
  }
  std::shared_ptr<const model::SymbolList> permissions;
  std::string permission;
  if (const Compare* compare = ComparisonOf(has.with.get(), field::kConsentPermission)) {
    if (const auto asked = ValuesOf(view, *compare, field::kConsentPermission)) {
      permissions = asked->symbols;
      if (compare->values.size() == 1)
        permission = absl::StrCat("permission is ", grammar::Print(compare->values[0]), " and ");
    }
  }
  const auto people =
      view.counts().WithEndedConsents(model::SymbolList(std::move(statuses->granted)),
                                      model::SymbolList(std::move(statuses->refusals)), permissions.get());
  if (!people.ok()) return reporter->Fail(people.status());
  if (*people == 0) return;
  const std::string which = permission.empty() ? "permission is ... and " : permission;
  reporter->Note(
      criterion.span, "ended-consents",
      absl::StrCat(*people, *people == 1 ? " individual has" : " individuals have",
                   " another record, later or without a date, that refuses or withdraws the granted consent; ",
                   *people == 1 ? "the individual counts" : "they count", " here all the same"),
      {absl::StrCat("to leave them out, write has consent with (", which, "status is granted) as permit and has no ",
                    "consent with (", which,
                    "status in (refused, withdrawn) and (date after permit or date is not recorded))")});
}

// `has last consent with permission is X`: the last is that of all consents, and X may be the permission of another.
void RemarkOnOrderOfConsents(const CatalogueView& view, Reporter* reporter, const Has& has) {
  if (ComparisonOf(has.with.get(), field::kConsentPermission) == nullptr) return;
  const auto permissions = view.RecordedValues(field::kConsentPermission);
  if (!permissions.ok()) return reporter->Fail(permissions.status());
  if ((*permissions)->size() < 2) return;
  const std::string order = has.order == grammar::Order::kFirst ? "first" : "last";
  reporter->Note(has.order_span, "order-of-all-consents",
                 absl::StrCat("the ", order, " consent is that of all permissions: who has ",
                              has.order == grammar::Order::kFirst ? "an earlier" : "a later",
                              " one of another permission is left out"),
                 {"write has consent with (permission is ... and status is granted) as permit and has no consent with "
                  "(permission is ... and date after permit)"});
}

// `usable for general research`, which asks what datasets and cohorts permit.
void RemarkOnUsable(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, grammar::Span span) {
  absl::StatusOr<Statuses> statuses = StatusesIn(view);
  if (!statuses.ok()) return reporter->Fail(statuses.status());
  if (statuses->refusals.empty()) return;
  const auto people = CountAskedPeople(view, reporter, criteria, PeopleKey("refusals"),
                                       [&](const storage::SegmentReader& segment) -> absl::StatusOr<storage::Bitmap> {
                                         const auto rows = segment.Union(
                                             {static_cast<uint8_t>(model::PostingKind::kRows),
                                              static_cast<uint8_t>(Entity::kConsent), field::kConsentStatus, 0},
                                             statuses->refusals, segment.rows(static_cast<uint8_t>(Entity::kConsent)));
                                         if (!rows.ok()) return rows.status();
                                         return IndividualsOf(segment, Entity::kConsent, rows->rows);
                                       });
  if (!people || people->with == 0) return;
  std::vector<std::string> words;  // those that are recorded: of others a criterion would be a mistake
  for (const model::Symbol status : statuses->refusals) words.emplace_back(view.dictionary().Text(status));
  std::sort(words.begin(), words.end());
  const bool one = words.size() == 1;
  reporter->Note(
      span, "refused-consents",
      absl::StrCat(OutOf(people->with, *people), " refused or withdrew a consent, which this does not look at: ",
                   "it asks what datasets and cohorts permit"),
      {absl::StrCat("to leave them out, write and no consent with status ", one ? "is " : "in (",
                    absl::StrJoin(words, ", "), one ? "" : ")")});
}

}  // namespace

void RemarkOnConsents(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  RemarkOnConsentKinds(view, reporter, criteria);
  if (std::any_of(criteria.begin(), criteria.end(), [](const auto* one) { return LeavesOutConsents(*one); })) return;
  const bool asks = std::any_of(criteria.begin(), criteria.end(), [](const auto* one) { return ConsentOf(*one); });
  for (const grammar::Expr* criterion : criteria) {
    if (std::holds_alternative<grammar::Usable>(criterion->node) && !asks && reporter->ExplainsRemarks()) {
      RemarkOnUsable(view, reporter, criteria, criterion->span);
    }
    const Has* has = asks ? ConsentOf(*criterion) : nullptr;
    if (has == nullptr || IsNone(*has) || !reporter->ExplainsRemarks()) continue;
    if (has->order != grammar::Order::kAny) {
      RemarkOnOrderOfConsents(view, reporter, *has);
    } else {
      RemarkOn(view, reporter, *criterion, *has);
    }
  }
}

}  // namespace muster::bind
