#include "engine/bind/criteria/comparison_binder.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/bound/unknown_field.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/bind/criteria/of_the_living.h"
#include "engine/bind/criteria/remarks/age_remarks.h"
#include "engine/bind/criteria/remarks/imprecise_order.h"
#include "engine/bind/criteria/remarks/imprecise_times.h"
#include "engine/bind/criteria/remarks/never_a_value.h"
#include "engine/bind/criteria/remarks/time_remarks.h"
#include "engine/bind/values/keyword_binder.h"
#include "engine/bind/values/names/age_without_anchor.h"
#include "engine/bind/values/names/meant_records.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/model/schema/identifying.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/text/missing_marker.h"
#include "engine/model/units/quantity.h"
#include "grammar/habits/phrases/habits_of_phrases.h"
#include "grammar/parse.h"
#include "grammar/text/loose_date.h"

namespace muster::bind {

using grammar::Compare;
using model::Entity;
using model::FieldId;
using ontology::Reach;

namespace {

std::string FieldName(FieldId field) { return std::string(model::Info(field).name); }

// What can be asked for in place of a text that is not indexed.
std::vector<std::string> InPlaceOfText(FieldId field) {
  if (field != model::field::kVariantHgvs) return {};
  return {
      "a variant is asked for by its gene, and by its place where that is recorded: has variant \"GENE\" with "
      "(chromosome is \"7\" and position = 117559590)"};
}

// Whether there is a date that cannot be read as it is written (31/12/1980, 1980-1-5), or beside an age.
bool HasBadDate(const Compare& compare) {
  if (compare.field.text.starts_with("age") && ValueBinder::IsDate(compare.values.back())) return true;
  return std::ranges::any_of(compare.values, [](const grammar::Literal& literal) {
    const auto date = grammar::DateToWrite(literal.text);
    return date && *date != literal.text;
  });
}

}  // namespace

ConditionPtr ComparisonBinder::Bind(const Compare& compare, Entity space) {
  const size_t unconverted = values_->quantities().unconverted();
  ConditionPtr condition = BindNamed(compare, space);
  if (certainty_->negated()) values_->quantities().DenyUnconverted(unconverted);
  return condition;
}

// therapy.start before 2020: what is said of the row is bound as if it stood behind its `with`.
ConditionPtr ComparisonBinder::BindNamed(const Compare& compare, Entity space) {
  if (!compare.event) {
    ConditionPtr condition = BindOfRow(compare, space);
    if (condition != nullptr && space == Entity::kIndividual) NoteOrderBehindNot(compare, *condition, nullptr);
    return condition;
  }
  EventScope::Event* event = moments_->FindEvent(*compare.event, compare.field.text);
  if (event == nullptr) return nullptr;
  ConditionPtr named = MakeNode(Condition::Kind::kNamed, space);
  named->slot = event->slot;
  named->child = event->entity;
  named->label = event->name;
  ConditionPtr condition = BindOfRow(compare, named->child);
  if (condition == nullptr) return nullptr;
  if (certainty_->AsWritten()) NoteAgesOfRow(view_, reporter_, compare, *event, moments_->events());
  NoteOrderBehindNot(compare, *condition, event);
  named->operands.push_back(std::move(condition));
  return named;
}

void ComparisonBinder::NoteOrderBehindNot(const Compare& compare, const Condition& condition,
                                          const EventScope::Event* named) {
  if (!certainty_->AsWritten() || !certainty_->negated()) return;
  NoteImpreciseOrder(view_, reporter_, compare.field.span, condition, named, moments_->events());
}

ConditionPtr ComparisonBinder::BindOfRow(const Compare& compare, Entity space) {
  if (compare.as_of) {
    if (compare.field.text != "age") {
      reporter_->Error(compare.field.span, "unknown-field",
                       absl::StrCat("only an age is given as of a date, not '", compare.field.text, "'"));
      return nullptr;
    }
    WarnIfNotRecorded(view_, reporter_, compare.field.span, model::field::kBirth, /*date=*/true, certainty_->negated());
    NoteLeftOutPeople(compare, model::field::kBirth, /*date=*/true);
    NoteImpreciseOfPeople(compare, model::field::kBirth);
    return InSpace(BindInMode(compare, model::field::kBirth), space);
  }
  const auto field = FindFieldUpwards(space, compare.field.text);
  if (!field && compare.field.text == "age") {
    ReportAgeWithoutAnchor(reporter_, view_, compare.field, &compare);
    return nullptr;
  }
  if (!field) {
    ReportUnknownField(reporter_, compare, space,
                       reporter_->ExplainsErrors() ? MeantByField(view_, compare, space) : std::vector<std::string>());
    return nullptr;
  }
  if (model::Info(*field).kind == model::Kind::kTime && moments_->IsAboutMoments(compare, space)) {
    if (!compare.event && !compare.values.empty() && IsTimeLiteral(compare.values.back()) && !HasBadDate(compare)) {
      NoteLeftOutPeople(compare, *field, ValueBinder::IsDate(compare.values.back()));
    }
    return moments_->Bind(compare, *field, space);
  }
  if (model::Info(*field).kind == model::Kind::kNumber && moments_->IsAboutNumbers(compare, space)) {
    return moments_->BindNumbers(compare, *field, space);
  }
  if (compare.distance) {
    reporter_->Error(compare.field.span, "not-a-time", absl::StrCat(FieldName(*field), " is not a time"));
    return nullptr;
  }
  return InSpace(BindInMode(compare, *field), space);
}

// Binds a comparison in the certainty mode of its surroundings: with missing values, where that admits them.
ConditionPtr ComparisonBinder::BindInMode(const Compare& compare, FieldId id) {
  const auto bind = [&](const Compare& written) {
    return written.as_of ? values_->BindAgeAsOf(written, certainty_->negated()) : BindField(written, id);
  };
  const bool fixed = compare.op == Compare::Op::kIsMissing || compare.op == Compare::Op::kIsRecorded ||
                     compare.certainty != grammar::Certainty::kDefault;
  if (certainty_->AsWritten() || fixed) return bind(compare);
  Compare written = compare;
  const bool time =
      model::Info(id).kind == model::Kind::kTime && !compare.values.empty() && IsTimeLiteral(compare.values[0]);
  if (time || model::Info(id).kind == model::Kind::kNumber) {
    written.certainty =
        certainty_->Possibly(compare.certainty) ? grammar::Certainty::kPossibly : grammar::Certainty::kCertainly;
  }
  ConditionPtr condition = bind(written);
  // Rows that lack the value, or lack what the comparison needs of it.
  if (condition == nullptr || !certainty_->AdmitsMissing(compare.certainty)) return condition;
  ConditionPtr known = Known(id);
  if (time) {
    const bool dates = compare.as_of || ValueBinder::IsDate(compare.values.back());
    known = MakeRange(id, dates ? model::kDateLow : model::kAgeLow, kLowest, kHighest);
  }
  if (known == nullptr) return nullptr;
  const Entity entity = condition->entity;
  std::vector<ConditionPtr> either;
  either.push_back(std::move(condition));
  either.push_back(Negate(std::move(known)));
  return DenyToTheLiving(view_, Combine(Condition::Kind::kOr, entity, std::move(either)), id);
}

ConditionPtr ComparisonBinder::BindField(const Compare& compare, FieldId id) {
  const model::Field& field = model::Info(id);
  if (field.kind == model::Kind::kText) {
    reporter_->Error(
        compare.field.span, "not-searchable",
        absl::StrCat(FieldName(id), " is kept in the records and is not indexed, so it cannot be asked for"),
        InPlaceOfText(id));
    return nullptr;
  }
  if (compare.certainty != Compare::Certainty::kDefault && field.kind != model::Kind::kTime &&
      field.kind != model::Kind::kNumber) {
    reporter_->Error(
        compare.field.span, "not-a-time",
        absl::StrCat("`certainly` and `possibly` are about times and numbers, and ", FieldName(id), " is neither"));
    return nullptr;
  }
  const bool missing = compare.op == Compare::Op::kIsMissing;
  if (missing || compare.op == Compare::Op::kIsRecorded) {
    WarnIfNeverAValue(view_, reporter_, compare.field.span, id, missing, certainty_->negated());
    if (!missing) return Known(id);
    ConditionPtr known = Known(id);
    return known == nullptr ? nullptr : Negate(std::move(known));
  }
  switch (field.kind) {
    case model::Kind::kNumber:
      // Of numbers with units it is said by those.
      if (!model::UnitFieldOf(id)) {
        WarnIfNoNumber(view_, reporter_, compare.field.span, id, certainty_->negated());
      }
      NoteImpreciseOfPeople(compare, id);
      return values_->BindNumber(compare, id);
    case model::Kind::kTime:
      if (IsTimeLiteral(compare.values[0])) {
        if (HasBadDate(compare))
          return values_->BindTime(compare, id, certainty_->negated());  // that is said, and nothing else
        WarnIfNotRecorded(view_, reporter_, compare.field.span, id, ValueBinder::IsDate(compare.values.back()),
                          certainty_->negated());
        NoteLeftOutPeople(compare, id, ValueBinder::IsDate(compare.values.back()));
        NoteImpreciseOfPeople(compare, id);
        return values_->BindTime(compare, id, certainty_->negated());
      }
      if (ReportQuotedDates(compare) || ReportTimeOfOther(compare, id)) return nullptr;
      NoteTermOfPerson(compare, id);
      return BindSymbols(compare, id);
    default:
      return BindSymbols(compare, id);
  }
}

// About times of the individual; HasBinder warns of times of other rows.
void ComparisonBinder::NoteLeftOutPeople(const Compare& compare, FieldId id, bool date) {
  if (!certainty_->AsWritten() || model::Info(id).entity != Entity::kIndividual) return;
  NoteLeftOut(view_, reporter_, compare.field.span, Entity::kIndividual, nullptr, "", id, date, certainty_->negated());
}

void ComparisonBinder::NoteImpreciseOfPeople(const Compare& compare, FieldId id) {
  if (!certainty_->AsWritten() || !certainty_->negated() || model::Info(id).entity != Entity::kIndividual) return;
  NoteImpreciseOfPerson(view_, reporter_, compare, id);
}

void ComparisonBinder::NoteTermOfPerson(const Compare& compare, FieldId id) {
  if (!certainty_->AsWritten() || model::Info(id).entity != Entity::kIndividual) return;
  NoteAgesBesideTerms(view_, reporter_, compare, {Entity::kIndividual, nullptr, id}, "");
}

// Whether what a time is compared with is a date in quotes, which would be looked for as a term.
bool ComparisonBinder::ReportQuotedDates(const Compare& compare) {
  bool any = false;
  for (const grammar::Literal& literal : compare.values) {
    if (literal.kind != grammar::Literal::Kind::kQuoted) continue;
    const auto date = grammar::DateToWrite(literal.text);
    if (!date) continue;
    any = true;
    reporter_->Error(literal.span, "not-a-date", "dates stand without quotes", {absl::StrCat("write ", *date)});
  }
  return any;
}

// start before diagnosis, of a record of which it is no time: a record that has one needs a name.
bool ComparisonBinder::ReportTimeOfOther(const Compare& compare, FieldId id) {
  if (compare.op != Compare::Op::kLess && compare.op != Compare::Op::kGreater &&
      compare.op != Compare::Op::kLessEqual && compare.op != Compare::Op::kGreaterEqual &&
      compare.op != Compare::Op::kBetween) {
    return false;
  }
  const grammar::Literal& value = compare.values[0];
  const std::string word = model::NormalizeKeyword(value.text);
  auto other = FindEntity(word);
  std::string moment = "first_one";
  if (const std::vector<FieldId> below = FindFieldsBelow(Entity::kIndividual, word); !other && !below.empty()) {
    other = model::Info(below[0]).entity;
  }
  if (other && FindField(*other, word)) absl::StrAppend(&moment, ".", value.text);
  const Entity own = model::Info(id).entity;
  const std::string sign =
      compare.op == Compare::Op::kGreater || compare.op == Compare::Op::kGreaterEqual ? "after" : "before";
  std::vector<std::string> hints;
  if (other && model::MomentOf(*other) && own != Entity::kIndividual) {
    hints.push_back(absl::StrCat("give the ", EntityName(*other), " a name, before this one: has ", EntityName(*other),
                                 " ... as first_one and has ", EntityName(own), " ... with ", compare.field.text, " ",
                                 sign, " ", moment));
  } else {
    hints.push_back(absl::StrCat("write a date, such as ", compare.field.text, " ", sign,
                                 " 2020, an age such as 18 years, or a time of the person such as enrolment"));
    if (own != Entity::kIndividual && value.kind == grammar::Literal::Kind::kWord) {  // performed before colectomy
      const std::string named = grammar::CriterionFor(grammar::RecordsNamedBy({value.text}), false);
      hints.push_back(absl::StrCat("if it is another record, give it a name before this one: ", named,
                                   " as first_one and has ", EntityName(own), " ... with ", compare.field.text, " ",
                                   sign, " first_one"));
    }
  }
  reporter_->Error(value.span, "wrong-operator",
                   absl::StrCat(compare.field.text, " is a time, and '", value.text, "' is not one that is known here"),
                   std::move(hints));
  return true;
}

// stage >= 3: stage in ("Stage III", "Stage IV"); for other fields, what is recorded.
std::string ComparisonBinder::WordsWithoutOrder(const Compare& compare, FieldId id) {
  const auto number = static_cast<int>(compare.values[0].number);
  std::vector<std::string> meant;
  if (FieldName(id) == "stage") {
    constexpr std::string_view kStages[] = {"Stage I", "Stage II", "Stage III", "Stage IV"};
    for (int stage = 1; stage <= 4; ++stage) {
      const bool holds = compare.op == Compare::Op::kGreaterEqual ? stage >= number
                         : compare.op == Compare::Op::kGreater    ? stage > number
                         : compare.op == Compare::Op::kLessEqual  ? stage <= number
                                                                  : stage < number;
      if (holds) meant.push_back(absl::StrCat("\"", std::string(kStages[stage - 1]), "\""));
    }
  }
  if (meant.empty() && !model::IsIdentifying(id)) {
    for (const FoundName& found : FindNames(view_, "", id, 4)) {
      meant.push_back(found.label.empty() ? found.code : absl::StrCat("\"", found.label, "\""));
    }
  }
  return absl::StrCat("its values have no order: write ", FieldName(id), " in (",
                      meant.empty() ? "\"...\"" : absl::StrJoin(meant, ", "), "), with each that is meant");
}

// Codes, keywords, and the terms of times.
ConditionPtr ComparisonBinder::BindSymbols(const Compare& compare, FieldId id) {
  const bool negated = compare.op == Compare::Op::kIsNot || compare.op == Compare::Op::kNotIn;
  std::optional<TermMatch> match;
  if (compare.op == Compare::Op::kStartsWith) {
    match = KeywordBinder(view_, reporter_).BindPrefix(compare.values[0], id);
  } else if (negated || compare.op == Compare::Op::kIs || compare.op == Compare::Op::kIn) {
    match = model::Info(id).kind == model::Kind::kKeyword ? KeywordBinder(view_, reporter_).Bind(compare.values, id)
                                                          : terms_->Bind(compare.values, id, Reach::kDescendants);
  } else {
    std::vector<std::string> hints;
    const grammar::Literal::Kind kind = compare.values[0].kind;
    if (kind == grammar::Literal::Kind::kNumber) hints.push_back(WordsWithoutOrder(compare, id));
    if (kind == grammar::Literal::Kind::kQuoted || kind == grammar::Literal::Kind::kCode ||
        kind == grammar::Literal::Kind::kWord) {
      hints.push_back(absl::StrCat("its values have no order: write ", FieldName(id), " in (",
                                   grammar::Print(compare.values[0]), ", \"...\"), with each that is meant"));
    }
    reporter_->Error(compare.op_span, "wrong-operator",
                     absl::StrCat(FieldName(id), " is compared with is, is not, in or starts with"), std::move(hints));
  }
  if (!match) return nullptr;
  ConditionPtr codes = MakeCodes(id, match->symbols, match->terms, match->label);
  // A missing value satisfies neither `is` nor `is not`.
  if (!negated) return codes;
  ConditionPtr known = Known(id);
  return known == nullptr ? nullptr : RecordedButNot(std::move(known), std::move(codes));
}

ConditionPtr ComparisonBinder::Known(FieldId id) {
  absl::StatusOr<ConditionPtr> known = bind::Known(view_, id);
  if (known.ok()) return *std::move(known);
  reporter_->Fail(known.status());
  return nullptr;
}

}  // namespace muster::bind
