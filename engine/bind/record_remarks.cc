#include "engine/bind/record_remarks.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/asked_people.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/values/term_binder.h"
#include "engine/bind/values/value_binder.h"
#include "grammar/clone.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Expr;
using grammar::Has;
using model::Entity;
using model::FieldId;

class RecordRemarks {
 public:
  RecordRemarks(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  // Who has died has an age at any date. Who asks for it, or for the status, knows.
  void OnAges(const SideBySide& criteria) {
    const Compare* age = nullptr;
    grammar::Span span;
    for (const auto& [criterion, denied] : LeavesOf(criteria)) {
      const auto* compare = std::get_if<Compare>(&criterion->node);
      if (compare == nullptr || compare->event) continue;
      if (compare->as_of) {
        age = compare;
        span = criterion->span;
        continue;
      }
      const auto field = FindField(Entity::kIndividual, compare->field.text);
      if (field == model::field::kVitalStatus || field == model::field::kDeath ||
          field == model::field::kCauseOfDeath || field == model::field::kSurvival) {
        return;
      }
    }
    const auto deceased = age == nullptr ? std::nullopt : view_.dictionary().Find("deceased");
    if (!deceased) return;
    const auto people = CountAskedPeople(
        view_, reporter_, criteria, [&](const storage::SegmentReader& segment) -> absl::StatusOr<storage::Bitmap> {
          const auto rows =
              segment.Posting({static_cast<uint8_t>(model::PostingKind::kRows),
                               static_cast<uint8_t>(Entity::kIndividual), model::field::kVitalStatus, *deceased},
                              segment.rows(0));
          if (!rows.ok()) return rows.status();
          return **rows;
        });
    if (!people || people->with == 0) return;
    reporter_->Note(
        span, "age-after-death",
        absl::StrCat(OutOf(people->with, *people), people->with == 1 ? " is" : " are", " recorded as deceased, and ",
                     people->with == 1 ? "has" : "have", " an age at any date"),
        {"to leave them out, write and not vital status is deceased"});
  }

  void OnHas(grammar::Span span, const Has& has, bool negated) {
    const auto entity = FindEntity(has.entity.text);
    if (!entity || has.polarity == grammar::Polarity::kExcluded) return;
    const bool none = HoldsWithoutRows(has) != negated;
    if (*entity == Entity::kTreatment && has.with != nullptr) OnTreatment(has, none);
    if (none) {
      OnNone(span, has, *entity);
    } else {
      OnDistinct(has, *entity);
    }
  }

 private:
  std::optional<TermMatch> Match(const std::vector<grammar::Literal>& terms, Entity entity,
                                 ontology::Reach reach = ontology::Reach::kDescendants) {
    std::vector<Diagnostic> said_before;
    Reporter silent(&said_before);
    const auto primary = static_cast<FieldId>(model::Info(entity).primary);
    auto match = TermBinder(view_, &silent).Bind(terms, primary, reach);
    if (!silent.status().ok()) reporter_->Fail(silent.status());
    return match;
  }

  // None of some terms: recorded as absent, or not recorded. Of exposures nobody may have asked.
  void OnNone(grammar::Span span, const Has& has, Entity entity) {
    if (has.with != nullptr || has.terms.empty() || !model::Info(entity).polar || has.dates) return;
    if (has.quantity && has.quantity->kind != grammar::Quantity::Kind::kAtLeast && has.quantity->count > 0) return;
    const auto observed = Match(has.terms, entity);
    const auto excluded = observed ? Match(has.terms, entity, ontology::Reach::kAncestors) : std::nullopt;
    if (!excluded) return;
    uint64_t absent = 0, silent = 0;
    for (const auto& segment : view_.snapshot().segments) {
      const absl::Status status = AddAbsent(*segment, entity, *observed->symbols, *excluded->symbols, &absent, &silent);
      if (!status.ok()) return reporter_->Fail(status);
    }
    constexpr uint64_t kSome = 10;  // one in so many
    if (absent * kSome < absent + silent || absent == 0) {
      if (entity == Entity::kExposure) SayNoneAtAll(span, entity);
      return;
    }
    const std::string named = NameWithTerms(has, entity);
    std::vector<std::string> hints = {absl::StrCat("of those recorded as absent alone, write has excluded ", named)};
    if (has.quantity) {
      Has looked = grammar::Clone(has);
      looked.quantity.reset();
      looked.polarity = grammar::Polarity::kExcluded;
      grammar::Rewriting rewriting;
      rewriting[&has] = grammar::MakeExpr(span, std::move(looked));
      const std::string other = reporter_->Rewritten(std::move(rewriting));
      if (!other.empty()) hints = {absl::StrCat("of those recorded as absent alone, write ", other)};
    }
    reporter_->Note(
        span, "absent-or-silent",
        absl::StrCat("of ", silent, " of these nothing is recorded, and of ", absent, " that they do not have ", named),
        std::move(hints));
  }

  // Live individuals who have not, by whether it is recorded.
  static absl::Status AddAbsent(const storage::SegmentReader& segment, Entity entity, const model::SymbolList& observed,
                                const model::SymbolList& excluded, uint64_t* absent, uint64_t* silent) {
    const auto people = [&](model::PostingKind kind, const model::SymbolList& terms) {
      const storage::PostingKey key = {static_cast<uint8_t>(kind), static_cast<uint8_t>(entity),
                                       static_cast<FieldId>(model::Info(entity).primary), 0};
      return segment.Union(key, terms.symbols(), segment.rows(0));
    };
    const auto have = people(model::PostingKind::kObservedIndividuals, observed);
    if (!have.ok()) return have.status();
    const auto lack = people(model::PostingKind::kExcludedIndividuals, excluded);
    if (!lack.ok()) return lack.status();
    const storage::Bitmap others = storage::Bitmap::AndNot(storage::Bitmap::Range(0, segment.rows(0)), have->rows);
    const auto looked = CountLive(segment, Entity::kIndividual, storage::Bitmap::And(others, lack->rows));
    const auto all = CountLive(segment, Entity::kIndividual, others);
    if (!looked.ok() || !all.ok()) return looked.ok() ? all.status() : looked.status();
    *absent += *looked;
    *silent += *all - *looked;
    return absl::OkStatus();
  }

  // Where most have no record of the kind.
  void SayNoneAtAll(grammar::Span span, Entity entity) {
    const auto all = CountIndividuals(view_);
    const auto with = view_.counts().PeopleWithRows(entity);
    if (!all.ok() || !with.ok()) return reporter_->Fail(all.ok() ? with.status() : all.status());
    if (*with * 2 >= *all) return;
    const std::string name(model::Info(entity).name);
    reporter_->Note(
        span, "none-at-all",
        absl::StrCat("this also holds for individuals who have no ", name, " at all: ", *all - *with, " of ", *all),
        {absl::StrCat("to leave them out, write has ", name, " and this")});
  }

  // What is asked of the start, where nothing is said of the end; null where it is not asked for.
  static const Compare* AskedOfStart(const grammar::Expr& with) {
    const Compare* start = nullptr;
    for (const auto& [criterion, denied] : LeavesOf({&with})) {
      const auto* compare = std::get_if<Compare>(&criterion->node);
      if (compare == nullptr || compare->event || compare->as_of || compare->values.empty()) continue;
      const auto field = FindField(Entity::kTreatment, compare->field.text);
      if (field == model::field::kTreatmentEnd) return nullptr;
      if (field == model::field::kTreatmentStart && !denied) start = compare;
    }
    return start;
  }

  // Begun before a day: who has stopped is found as well. None begun since: who began before and goes on is found.
  void OnTreatment(const Has& has, bool none) {
    using Op = Compare::Op;
    const Compare* start = AskedOfStart(*has.with);
    if (start == nullptr) return;
    const bool before = start->op == Op::kLess || start->op == Op::kLessEqual || start->op == Op::kLongBefore;
    const bool since = start->op == Op::kGreater || start->op == Op::kGreaterEqual || start->op == Op::kWithinBefore;
    if ((none ? !since : !before) || !IsDay(start->values.back())) return;
    const auto match = has.terms.empty() ? std::nullopt : Match(has.terms, Entity::kTreatment);
    if (!has.terms.empty() && !match) return;
    const std::string of = match ? absl::StrCat(" of ", match->label) : "";
    const auto terms = match ? match->symbols
                             : std::make_shared<const model::SymbolList>(std::vector<model::Symbol>{model::kAnyValue});
    if (none) return SayMayGoOn(has, *start, *terms, of);
    const auto ended =
        view_.counts().Observed(Entity::kTreatment, *terms, model::field::kTreatmentEnd, model::kAnyValue);
    if (!ended.ok()) return reporter_->Fail(ended.status());
    if (*ended == 0) return;
    grammar::ExprPtr goes_on = grammar::MakeExpr({}, grammar::Not{grammar::MakeExpr({}, Before("end", start->values))});
    grammar::Rewriting rewriting;
    rewriting[&has] = grammar::WithAlso(has, std::move(goes_on));
    Say(start->field.span, "ended-before", *ended, of, " have an end", " has an end",
        ", and who had stopped by then is found as well", "of those that went on then, write ", std::move(rewriting));
  }

  void SayMayGoOn(const Has& has, const Compare& start, const model::SymbolList& terms, const std::string& of) {
    const auto going_on = view_.counts().Lacking(Entity::kTreatment, terms, model::field::kTreatmentEnd);
    if (!going_on.ok()) return reporter_->Fail(going_on.status());
    if (*going_on == 0) return;
    // Begun earlier, and not over by the time that the window begins.
    Compare over = Before("end", start.values);
    if (start.distance) {
      over.op = Compare::Op::kLongBefore;
      over.distance = start.distance;
    }
    Has earlier = grammar::Clone(has);
    grammar::And both;
    both.operands.push_back(grammar::MakeExpr({}, Before("start", start.values)));
    both.operands.push_back(grammar::MakeExpr({}, grammar::Not{grammar::MakeExpr({}, std::move(over))}));
    earlier.with = grammar::MakeExpr({}, std::move(both));
    grammar::And all;
    all.operands.push_back(grammar::MakeExpr({}, grammar::Clone(has)));
    all.operands.push_back(grammar::MakeExpr({}, std::move(earlier)));
    grammar::Rewriting rewriting;
    if (HoldsWithoutRows(has)) rewriting[&has] = grammar::MakeExpr({}, std::move(all));
    Say(start.field.span, "may-go-on", *going_on, of, " have no end", " has no end",
        ", and who began earlier and may go on is not left out by this", "to leave them out as well, write ",
        std::move(rewriting));
  }

  // A date, or the time of another record or of the person; not an age.
  static bool IsDay(const grammar::Literal& value) {
    return ValueBinder::IsDate(value) || value.kind == grammar::Literal::Kind::kMoment ||
           value.kind == grammar::Literal::Kind::kWord;
  }

  static Compare Before(std::string field, const std::vector<grammar::Literal>& values) {
    Compare before;
    before.field.text = std::move(field);
    before.op = Compare::Op::kLess;
    before.values = values;
    return before;
  }

  void Say(grammar::Span span, const char* code, uint64_t rows, const std::string& of, std::string_view several,
           std::string_view one, std::string_view so, std::string_view hint, grammar::Rewriting rewriting) {
    std::vector<std::string> hints;
    const std::string other = rewriting.empty() ? "" : reporter_->Rewritten(std::move(rewriting));
    if (!other.empty()) hints.push_back(absl::StrCat(std::string(hint), other));
    reporter_->Note(span, code,
                    absl::StrCat(rows, rows == 1 ? " treatment" : " treatments", of,
                                 std::string(rows == 1 ? one : several), std::string(so)),
                    std::move(hints));
  }

  // Of terms that others lie below.
  void OnDistinct(const Has& has, Entity entity) {
    if (!has.quantity || !has.quantity->distinct || has.terms.size() != 1 || has.terms[0].exactly ||
        model::Info(entity).primary < 0 || has.quantity->count < 2) {
      return;
    }
    std::vector<grammar::Literal> exactly = has.terms;
    exactly[0].exactly = true;
    const auto itself = Match(exactly, entity);
    const auto all = itself ? Match(has.terms, entity) : std::nullopt;
    if (!all) return;
    std::vector<model::Symbol> below;
    for (const model::Symbol symbol : *all->symbols) {
      if (!itself->symbols->Contains(symbol)) below.push_back(symbol);
    }
    const auto people = PeopleWithBoth(entity, *itself->symbols, model::SymbolList(std::move(below)));
    if (!people.ok()) return reporter_->Fail(people.status());
    if (*people == 0) return;
    SayDistinct(has, entity, exactly, itself->label, *people);
  }

  void SayDistinct(const Has& has, Entity entity, std::vector<grammar::Literal> exactly, const std::string& label,
                   uint64_t people) {
    Compare below;
    below.field.text = std::string(model::Info(static_cast<FieldId>(model::Info(entity).primary)).name);
    below.op = Compare::Op::kIsNot;
    below.values = std::move(exactly);
    std::vector<std::string> hints;
    grammar::Rewriting rewriting;
    rewriting[&has] = grammar::WithAlso(has, grammar::MakeExpr({}, std::move(below)));
    if (const std::string other = reporter_->Rewritten(std::move(rewriting)); !other.empty()) {
      hints.push_back(absl::StrCat("to count only what lies below, write ", other));
    }
    reporter_->Note(
        has.quantity->span, "general-term",
        absl::StrCat("a term and one below it are two: ", people,
                     people == 1 ? " individual has " : " individuals have ", label, " beside what lies below it"),
        std::move(hints));
  }

  // Live individuals with an observed row of one of `a`, and one of `b`.
  absl::StatusOr<uint64_t> PeopleWithBoth(Entity entity, const model::SymbolList& a, const model::SymbolList& b) const {
    if (a.empty() || b.empty()) return 0;
    const storage::PostingKey key = {static_cast<uint8_t>(model::PostingKind::kObservedIndividuals),
                                     static_cast<uint8_t>(entity), static_cast<FieldId>(model::Info(entity).primary),
                                     0};
    uint64_t people = 0;
    for (const auto& segment : view_.snapshot().segments) {
      const auto of_a = segment->Union(key, a.symbols(), segment->rows(0));
      if (!of_a.ok()) return of_a.status();
      if (of_a->rows.Empty()) continue;
      const auto of_b = segment->Union(key, b.symbols(), segment->rows(0));
      if (!of_b.ok()) return of_b.status();
      const auto both = CountLive(*segment, Entity::kIndividual, storage::Bitmap::And(of_a->rows, of_b->rows));
      if (!both.ok()) return both.status();
      people += *both;
    }
    return people;
  }

  const CatalogueView& view_;
  Reporter* reporter_;
};

}  // namespace

void RemarkOnRecords(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  RecordRemarks(view, reporter).OnAges(criteria);
  for (const Leaf& leaf : LeavesOf(criteria)) {
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr) RecordRemarks(view, reporter).OnHas(leaf.criterion->span, *has, leaf.negated);
  }
}

}  // namespace muster::bind
