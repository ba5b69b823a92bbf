#include "engine/bind/remarks/missing/rare_remarks.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/criteria/remarks/time_remarks.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/asked/occurrences.h"
#include "engine/bind/remarks/missing/comparisons.h"
#include "engine/bind/remarks/missing/terms_in_units.h"
#include "engine/bind/values/match_again.h"
#include "engine/bind/values/value_binder.h"
#include "engine/model/record/symbol_list.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using model::Entity;
using model::FieldId;

// The question that shows what is recorded: numbers would need bands to be counted by.
std::string Shows(const std::string& count, const char* criterion, const std::string& by, FieldId field) {
  const std::string name(model::Info(field).name);
  return model::Info(field).kind == model::Kind::kNumber
             ? absl::StrCat(count, criterion, name, " is recorded counts those of whom it is")
             : absl::StrCat(count, " by ", by, name, " shows what is recorded");
}

// How many rows are of terms, among several, that have many records and the field in none, as a syndrome below a cancer
// has no stage.
absl::StatusOr<uint64_t> OfTermsWithout(const CatalogueView& view, Entity entity, const model::SymbolList* terms,
                                        FieldId field) {
  constexpr uint64_t kMany = 20;
  uint64_t never = 0;
  if (terms == nullptr || terms->size() < 2) return never;
  for (const model::Symbol term : *terms) {
    const model::SymbolList one({term});
    const auto rows = view.counts().WithoutTime(entity, &one, field, model::kValuePart);
    if (!rows.ok()) return rows.status();
    if (rows->all >= kMany && rows->lacking == rows->all) never += rows->all;
  }
  return never;
}

// Whether it is told how many rows lack a value: more than one in five do, or more than one in ten that are hundreds.
// In a large catalogue a small share is many as well.
bool LackItOften(uint64_t lacking, uint64_t all) {
  constexpr uint64_t kMany = 5, kSome = 10, kHundreds = 200;
  return lacking * kMany > all || (lacking >= kHundreds && lacking * kSome > all);
}

// Where many rows, of `terms` if it is not null, lack what is compared; or if `only_of_none`, all of them do.
void NoteFewHave(const CatalogueView& view, Reporter* reporter, grammar::Span span, const model::EntityInfo& info,
                 const model::SymbolList* terms, const std::string& of, FieldId field,
                 absl::FunctionRef<std::string()> hint, bool only_of_none = false) {
  const auto rows = view.counts().WithoutTime(info.entity, terms, field, model::kValuePart);
  if (!rows.ok()) return reporter->Fail(rows.status());
  if (!LackItOften(rows->lacking, rows->all)) return;
  const auto never = OfTermsWithout(view, info.entity, terms, field);
  if (!never.ok()) return reporter->Fail(never.status());
  const uint64_t with = rows->all - rows->lacking;
  if (only_of_none && with > 0) return;
  const uint64_t all = rows->all - (with == 0 ? 0 : *never);
  if (!LackItOften(all - with, all)) return;
  const std::string have_none =
      all == rows->all ? "" : absl::StrCat(" (", *never, " more are of terms of which no record has one)");
  reporter->Note(span, "rarely-recorded",
                 absl::StrCat(with == 0 ? "none" : absl::StrCat("only ", with), " of ",
                              RowsInWords(all, info.entity, of), with < 2 ? " has " : " have ",
                              WithArticle(std::string(model::Info(field).name)), " recorded", have_none,
                              with == 0 ? "; this finds none of them, whatever it would be"
                                        : "; the others are not found by this, whatever it would be"),
                 with == 0 ? std::vector<std::string>() : std::vector<std::string>{hint()});
}

class RareRemarks {
 public:
  RareRemarks(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, Rare which)
      : view_(view), reporter_(reporter), criteria_(criteria), which_(which) {}

  void Run() {
    for (const auto& [criterion, negated] : criteria_.leaves()) {
      if (!reporter_->HasRoomForRemarks()) return;
      if (which_ == Rare::kValues) break;
      const auto* either = std::get_if<grammar::Or>(&criterion->node);
      const Has* has = either != nullptr ? AskedByAll(*either) : std::get_if<Has>(&criterion->node);
      if (const auto* options = OptionsOf(*criterion); options != nullptr && has == nullptr && !negated) {
        for (const grammar::ExprPtr& option : *options) OnOption(*option);
      }
      if (has == nullptr || negated || HoldsWithoutRows(*has)) continue;
      const auto entity = FindEntity(has->entity.text);
      if (!entity || has->polarity == grammar::Polarity::kExcluded) continue;
      if (has->with == nullptr) {  // nobody is exposed of whom nobody wrote it down
        if (*entity == Entity::kExposure && !has->terms.empty()) OnRows(*criterion, *has, *entity);
        continue;
      }
      // Of a measurement that few have its own fields are not worth another note.
      if (OnRows(*criterion, *has, *entity) && IsMeasured(*entity)) rows_said_.insert(has);
    }
    if (which_ == Rare::kRows || which_ == Rare::kRowsThatSilenceDenies) return;
    for (const Occurrence& one : OccurrencesIn(criteria_)) {  // wherever it stands
      const auto entity = FindEntity(one.has->entity.text);
      if (!entity || one.has->with == nullptr || HoldsWithoutRows(*one.has) || one.negated ||
          one.has->polarity == grammar::Polarity::kExcluded) {
        continue;
      }
      // Of rows without terms the field itself says which are meant, but where rows have no terms.
      const bool of_some = !one.has->terms.empty() || model::Info(*entity).primary < 0;
      if (of_some) OnFields(*one.has->with, *one.has, *entity, rows_said_.contains(one.has));
    }
  }

 private:
  static constexpr uint64_t kManyLack = 5;  // one in this many

  // One of several alternatives: people without its value can only satisfy the others.
  void OnOption(const grammar::Expr& option) {
    const Has* has = std::get_if<Has>(&option.node);
    if (has == nullptr || has->with == nullptr || HoldsWithoutRows(*has)) return;
    const auto entity = FindEntity(has->entity.text);
    if (!entity || has->polarity == grammar::Polarity::kExcluded) return;
    if (OnRows(option, *has, *entity, /*alone=*/false) && IsMeasured(*entity)) rows_said_.insert(has);
  }

  // Rows that each of these asks for: (sex is male and has X < 1.5) or (sex is female and has X < 1.4). Null: none.
  static const Has* AskedByAll(const grammar::Or& either) {
    const auto asks = [](const grammar::ExprPtr& operand, const std::string& terms) -> const Has* {
      for (const auto& [criterion, negated] : LeavesOf({operand.get()})) {
        const Has* has = std::get_if<Has>(&criterion->node);
        if (has == nullptr || negated || has->with == nullptr || HoldsWithoutRows(*has) || has->terms.empty()) continue;
        const auto entity = FindEntity(has->entity.text);
        if (entity && IsMeasured(*entity) && (terms.empty() || NameWithTerms(*has, *entity) == terms)) return has;
      }
      return nullptr;
    };
    const Has* first = asks(either.operands.front(), "");
    if (first == nullptr) return nullptr;
    const std::string terms = NameWithTerms(*first, *FindEntity(first->entity.text));
    for (const grammar::ExprPtr& operand : either.operands) {
      if (asks(operand, terms) == nullptr) return nullptr;
    }
    return first;
  }

  // The same for all that ask for the same.
  const std::optional<AskedPeople>& Asked(const Has& has, Entity entity) {
    const auto [at, is_new] = asked_.try_emplace(NameWithTerms(has, entity));
    if (is_new) at->second = CountAskedPeople(view_, reporter_, criteria_, has);
    return at->second;
  }

  // Measurements could have been made for everybody, and everybody could have been asked for exposures; procedures are
  // rarer by nature. Unless the criterion is `alone`, other criteria may be true instead of it.
  bool OnRows(const grammar::Expr& criterion, const Has& has, Entity entity, bool alone = true) {
    constexpr uint64_t kFewProcedures = 10;  // one in this many
    if (which_ == Rare::kRowsThatSilenceDenies && IsOpenWithoutRecord(entity)) return false;
    if (has.terms.empty()) return OnRowsInUnits(criterion, has, entity, alone);
    const bool procedure = entity == Entity::kProcedure;
    const bool exposure = entity == Entity::kExposure;  // whatever is compared: who was not asked has none
    if (!procedure && !exposure && (!IsMeasured(entity) || !ComparesANumber(*has.with, entity))) return false;
    const std::optional<AskedPeople>& people = Asked(has, entity);
    if (!people || !people->somewhere) return false;
    if (has.with == nullptr && people->others.empty()) return false;  // of everybody, few may have it by nature
    const bool rarely = procedure ? people->with * kFewProcedures < people->all
                                  : (people->all - people->with) * kManyLack > people->all;
    if (!rarely) return false;
    const auto absent = CountAbsent(has, entity);
    if (!absent) return false;
    return Say(criterion.span, NameWithTerms(has, entity), *people, *absent, {alone, IsOpenWithoutRecord(entity)});
  }

  // Of any measurement or exposure, those in units that the number can be compared with.
  bool OnRowsInUnits(const grammar::Expr& criterion, const Has& has, Entity entity, bool alone) {
    const auto found = FindTermsInUnits(view_, reporter_, has);
    if (!found || found->terms.empty()) return false;
    std::vector<model::Symbol> terms = found->terms;
    std::sort(terms.begin(), terms.end());
    const model::SymbolList symbols(std::move(terms));
    const CodesOfEntity in_units = {entity, &symbols};
    const auto people =
        CountAmongOthers(view_, reporter_, criteria_, has, KeyOfCodes(in_units),
                         [&](const storage::SegmentReader& segment) { return PeopleWithCodes(segment, in_units); });
    if (!people || (people->all - people->with) * kManyLack <= people->all) return false;
    const auto absent = CountAbsent(in_units, in_units);
    if (!absent) return false;
    const std::string name(model::Info(entity).name);
    return Say(criterion.span, absl::StrCat(name, " in a unit like ", found->compare->values.back().unit), *people,
               *absent, {alone, IsOpenWithoutRecord(entity)});
  }

  struct Place {
    bool alone = true;  ///< nothing else may be true instead
    bool open = true;   ///< `not recorded` counts who has no such record
  };

  bool Say(grammar::Span span, const std::string& name, const AskedPeople& people, uint64_t absent, Place place) {
    const uint64_t silent = people.all - people.with - absent;
    if (absent > 0 && silent * kManyLack <= people.all) return false;
    if (!said_.insert(name).second) return true;  // of other values of the same
    const std::string others =
        absent == 0 ? (people.with == 0 ? " at all; all of them" : " at all; the others")
                    : absl::StrCat(", and ", absent, absent == 1 ? " has" : " have", " it recorded as absent; of ",
                                   silent, " nothing of it is recorded, and these");
    reporter_->Note(span, "rarely-recorded",
                    absl::StrCat(OnlyOutOf(people), people.with < 2 ? " has " : " have ", WithArticle(name), others,
                                 place.alone ? " are left out by this, whatever they would have"
                                             : " can only meet what stands beside this"),
                    {place.open ? "funnel in place of count says at each criterion for how many there is no record"
                                : "where none is recorded, it counts as none: `not recorded` in a funnel does not "
                                  "have these people"});
    return true;
  }

  // Of the selected people, those with the term recorded as absent and nowhere as observed. Nullopt after a failure.
  std::optional<uint64_t> CountAbsent(const Has& has, Entity entity) {
    if (!model::Info(entity).polar) return 0;
    const std::optional<TermMatch>& match = criteria_.Match(has);
    const std::optional<TermMatch>& above = criteria_.Match(has, ontology::Reach::kAncestors);
    if (!match || !above) return std::nullopt;
    return CountAbsent({entity, match->symbols.get()}, {entity, above->symbols.get()});
  }

  std::optional<uint64_t> CountAbsent(const CodesOfEntity& observed, const CodesOfEntity& excluded) {
    if (!model::Info(observed.entity).polar) return 0;
    const auto absent = CountAskedPeople(
        view_, reporter_, criteria_, KeyOfAbsent(observed, excluded),
        [&](const storage::SegmentReader& segment) { return PeopleWhoLack(segment, observed, excluded); });
    return absent ? std::optional(absent->with) : std::nullopt;
  }

  // For conjuncts that compare fields of the row. For times, the remark is made where they are bound.
  // `rows_said`: that few have such rows is said, so that it is told only of fields that none of these has.
  void OnFields(const grammar::Expr& criterion, const Has& has, Entity entity, bool rows_said) {
    if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
      for (const grammar::ExprPtr& operand : all->operands) OnFields(*operand, has, entity, rows_said);
      return;
    }
    const auto* compare = std::get_if<Compare>(&criterion.node);
    const bool asks_whether = compare != nullptr && compare->op == Compare::Op::kIsRecorded;
    if (compare == nullptr || (!asks_whether && !Compares(*compare)) || compare->event || compare->as_of ||
        compare->certainty == grammar::Certainty::kPossibly) {
      return;
    }
    const auto field = FindField(entity, compare->field.text);
    const model::EntityInfo& info = model::Info(entity);
    if (!field || info.primary == static_cast<int>(*field)) return;
    const model::Kind kind = model::Info(*field).kind;
    if (kind == model::Kind::kTime || kind == model::Kind::kText) return;
    if (has.terms.empty() && kind != model::Kind::kNumber) return;
    if (fields_said_.emplace(NameWithTerms(has, entity), *field).second)
      OnField(compare->field.span, has, info, *field, rows_said || asks_whether);
    for (const grammar::Literal& value : compare->values) {  // value > reference high
      const bool of_row =
          kind == model::Kind::kNumber && value.kind == grammar::Literal::Kind::kWord && value.event.empty();
      const auto other = of_row ? FindField(entity, value.text) : std::nullopt;
      if (other) OnField(value.span, has, info, *other, rows_said);
    }
  }

  void OnField(grammar::Span span, const Has& has, const model::EntityInfo& info, FieldId field, bool only_of_none) {
    const auto some_lack = view_.counts().SomeHaveAndSomeLack(field);
    if (!some_lack.ok()) return reporter_->Fail(some_lack.status());
    if (!*some_lack) return;  // if no row has it, the remark on its values says so
    const std::optional<TermMatch> match = criteria_.MatchOrAny(has);
    if (!match) return;
    NoteFewHave(
        view_, reporter_, span, info, match->symbols.get(), match->label, field,
        [&] {
          return Shows(absl::StrCat("count individuals where has ", std::string(info.name),
                                    has.terms.empty() ? "" : absl::StrCat(" ", TermsOf(has))),
                       " with ", absl::StrCat(std::string(info.name), " "), field);
        },
        only_of_none);
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  const Rare which_;
  std::map<std::string, std::optional<AskedPeople>> asked_;  // by entity and terms
  std::set<std::string> said_;
  std::set<const Has*> rows_said_;                         // of which it is said that few have any
  std::set<std::pair<std::string, FieldId>> fields_said_;  // of which terms
};

}  // namespace

void RemarkOnRare(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, Rare which) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  RareRemarks(view, reporter, criteria, which).Run();
}

void RemarkOnCountedRows(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, Entity counted) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  const model::EntityInfo& info = model::Info(counted);
  std::optional<TermMatch> match;  // which rows are meant
  std::vector<std::pair<const Compare*, FieldId>> compared;
  for (const Leaf& leaf : criteria.leaves()) {
    const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
    if (compare == nullptr || leaf.negated || compare->certainty != Compare::Certainty::kDefault || compare->event ||
        compare->as_of || compare->values.empty() || !Compares(*compare)) {
      continue;
    }
    const auto field = FindField(counted, compare->field.text);
    if (!field) continue;
    if (info.primary != static_cast<int>(*field)) {
      compared.emplace_back(compare, *field);
    } else if (compare->op == Compare::Op::kIs || compare->op == Compare::Op::kIn) {
      if (!match) match = MatchAgain(view, reporter, compare->values, counted);
    }
  }
  const model::SymbolList* terms = match ? match->symbols.get() : nullptr;
  const std::string of = match ? match->label : "";
  for (const auto& [compare, field] : compared) {
    const grammar::Span span = compare->field.span;
    const model::Kind kind = model::Info(field).kind;
    if (kind == model::Kind::kTime && IsTimeLiteral(compare->values.back())) {
      NoteLeftOut(view, reporter, span, counted, terms, of, field, ValueBinder::IsDate(compare->values.back()));
    } else if (kind == model::Kind::kTime) {
      NoteWithoutTime(view, reporter, span, counted, terms, of, field);
    } else if (kind != model::Kind::kText) {
      const auto some_lack = view.counts().SomeHaveAndSomeLack(field);
      if (!some_lack.ok()) return reporter->Fail(some_lack.status());
      if (!*some_lack) continue;
      NoteFewHave(view, reporter, span, info, terms, of, field, [&, field = field] {
        return Shows(absl::StrCat("count ", std::string(info.plural)), " where ", "", field);
      });
    }
  }
}

}  // namespace muster::bind
