#include "tests/property/naive/naive_compare.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/text/missing_marker.h"
#include "engine/model/text/text.h"
#include "engine/model/units/units.h"
#include "tests/property/naive/naive_time.h"
#include "tests/property/naive/names.h"

namespace muster::property {

using grammar::Compare;
using grammar::Literal;
using Op = grammar::Compare::Op;

namespace {

absl::Status Meaningless(std::string what) { return absl::InvalidArgumentError(what); }

/// What the operator says of a recorded number, `high` being the second end of between.
absl::StatusOr<bool> InOrder(Op op, double number, double low, double high) {
  switch (op) {
    case Op::kIs:
    case Op::kIn:
      return number == low;
    case Op::kLess:
      return number < low;
    case Op::kLessEqual:
      return number <= low;
    case Op::kGreater:
      return number > low;
    case Op::kGreaterEqual:
      return number >= low;
    case Op::kBetween:
      return number >= low && number <= high;
    default:
      return Meaningless("operator on a number");
  }
}

/// A measurement that is part of a panel is known by the code of the part as well.
bool IsPartOf(model::FieldId field, model::FieldId part) {
  return field == model::field::kMeasurementAssay && part == model::field::kMeasurementComponent;
}

std::string WithoutIcdDots(std::string text) {
  return text.starts_with("ICD") ? absl::StrReplaceAll(text, {{".", ""}}) : text;
}

}  // namespace

bool Comparer::Recorded(model::FieldId field, const model::Row& row) const {
  bool any = false;
  for (const model::FieldValue& fv : row.values) {
    if (fv.field != field) continue;
    any = true;
    if (model::Info(field).kind == model::Kind::kKeyword &&
        model::IsNullFlavour(dictionary_.Text(std::get<model::Symbol>(fv.value)))) {
      return false;
    }
  }
  return any;
}

absl::StatusOr<bool> Comparer::Holds(const Compare& compare, model::FieldId field, const model::Row& row) const {
  const bool recorded = Recorded(field, row);
  if (compare.op == Op::kIsRecorded) return recorded;
  if (compare.op == Op::kIsMissing) return !recorded;
  const model::Kind kind = model::Info(field).kind;
  std::vector<std::string> texts;
  if (kind == model::Kind::kCode || kind == model::Kind::kKeyword) {
    for (const model::FieldValue& fv : row.values) {
      if (fv.field == field || IsPartOf(field, fv.field)) {
        texts.emplace_back(dictionary_.Text(std::get<model::Symbol>(fv.value)));
      }
    }
  }
  switch (kind) {
    case model::Kind::kCode: {
      const absl::StatusOr<bool> holds = CodeHolds(compare, texts);
      const bool negated = compare.op == Op::kIsNot || compare.op == Op::kNotIn;
      return holds.ok() && negated && !recorded ? absl::StatusOr<bool>(false) : holds;
    }
    case model::Kind::kKeyword:
      return KeywordHolds(compare, field, recorded, texts);
    case model::Kind::kNumber:
      if (recorded && std::holds_alternative<model::NumberBounds>(*row.Find(field))) {
        return BoundedHolds(compare, field, std::get<model::NumberBounds>(*row.Find(field)), row);
      }
      return NumberHolds(compare, field, recorded ? std::get<double>(*row.Find(field)) : 0, row);
    case model::Kind::kTime:
      return TimeHolds(compare, recorded ? std::get<model::TimeValue>(*row.Find(field)) : model::TimeValue());
    case model::Kind::kText:
      break;
  }
  return Meaningless("comparison of a text");
}

bool Comparer::IsUsed(const Meaning::Concept& wanted) const {
  if (dictionary_.Find(wanted.code).has_value()) return true;
  for (model::Symbol symbol = 0; symbol < dictionary_.size(); ++symbol) {
    if (meaning_.Reaches(std::string(dictionary_.Text(symbol)), wanted, Reach::kBelow)) return true;
  }
  return false;
}

absl::StatusOr<bool> Comparer::AnyReaches(const std::vector<Literal>& terms, Reach reach,
                                          const std::vector<std::string>& codes) const {
  bool any = false;
  for (const Literal& literal : terms) {
    if (literal.kind != Literal::Kind::kCode && literal.kind != Literal::Kind::kQuoted) return Meaningless("no term");
    const std::optional<Meaning::Concept> wanted = meaning_.Find(literal);
    if (!wanted) return Meaningless("unknown label");
    if (wanted->nodes.empty() && !IsUsed(*wanted)) return Meaningless("unknown code");
    for (const std::string& code : codes) {
      const Reach exactly = reach == Reach::kAbove ? Reach::kExactlyExcluded : Reach::kExactly;
      any = any || meaning_.Reaches(code, *wanted, literal.exactly ? exactly : reach);
    }
  }
  return any;
}

absl::StatusOr<bool> Comparer::HasTerm(const std::vector<Literal>& terms, bool excluded, const model::Row& row) const {
  std::vector<std::string> codes;
  const auto primary = static_cast<model::FieldId>(model::Info(row.entity).primary);
  for (const model::FieldValue& fv : row.values) {
    if (fv.field == primary || IsPartOf(primary, fv.field)) {
      codes.emplace_back(dictionary_.Text(std::get<model::Symbol>(fv.value)));
    }
  }
  return AnyReaches(terms, excluded ? Reach::kAbove : Reach::kBelow, codes);
}

absl::StatusOr<bool> Comparer::Names(const Compare& compare, const std::string& code) const {
  return compare.op == Op::kStartsWith ? CodeHolds(compare, {code}) : IsOneOf(compare.values, code);
}

absl::StatusOr<bool> Comparer::CodeHolds(const Compare& compare, const std::vector<std::string>& codes) const {
  if (compare.op == Op::kStartsWith) {
    const std::string start = WithoutIcdDots(model::NormalizeCode(compare.values[0].text));
    return std::any_of(codes.begin(), codes.end(),
                       [&](const std::string& code) { return WithoutIcdDots(code).starts_with(start); });
  }
  const absl::StatusOr<bool> any = AnyReaches(compare.values, Reach::kBelow, codes);
  if (!any.ok()) return any;
  switch (compare.op) {
    case Op::kIs:
    case Op::kIn:
      return *any;
    case Op::kIsNot:
    case Op::kNotIn:
      return !codes.empty() && !*any;
    default:
      return Meaningless("operator on a code");
  }
}

absl::StatusOr<bool> Comparer::KeywordHolds(const Compare& compare, model::FieldId field, bool recorded,
                                            const std::vector<std::string>& words) const {
  bool any = false;
  for (const Literal& literal : compare.values) {
    const std::string wanted = KeywordWithBlanks(field, ComparedWord(field, model::Trim(literal.text)));
    for (const std::string& recorded_word : words) {
      const std::string word = KeywordWithBlanks(field, recorded_word);
      any = any || (compare.op == Op::kStartsWith ? word.starts_with(wanted) : word == wanted);
    }
  }
  switch (compare.op) {
    case Op::kIs:
    case Op::kIn:
    case Op::kStartsWith:
      return any;
    case Op::kIsNot:
    case Op::kNotIn:
      return recorded && !any;
    default:
      return Meaningless("operator on a keyword");
  }
}

absl::StatusOr<bool> Comparer::NumberHolds(const Compare& compare, model::FieldId field, double number,
                                           const model::Row& row) const {
  const std::optional<model::FieldId> unit_field = CompanionUnit(field);
  std::string unit = "1";
  if (unit_field) {
    if (const model::Value* value = row.Find(*unit_field)) unit = dictionary_.Text(std::get<model::Symbol>(*value));
  }
  const absl::StatusOr<model::Unit> recorded_unit = model::ParseUnit(unit);
  bool comparable = row.Find(field) != nullptr;
  std::vector<double> wanted;
  for (const Literal& literal : compare.values) {
    if (literal.kind != Literal::Kind::kNumber) return Meaningless("no number");
    const std::string& written = literal.unit.empty() ? compare.values.back().unit : literal.unit;
    if (!unit_field && written.empty()) {
      wanted.push_back(literal.number);
      continue;
    }
    if (written.empty()) return Meaningless("number without unit");
    const absl::StatusOr<model::Unit> written_unit = model::ParseUnit(written);
    if (!written_unit.ok()) return written_unit.status();
    if (!unit_field) {
      const absl::StatusOr<model::Unit> native = model::ParseUnit(NativeUnit(field));
      if (!native.ok() || !model::Convertible(*written_unit, *native)) return Meaningless("number with unit");
      wanted.push_back(*model::Convert(literal.number, *written_unit, *native));
      continue;
    }
    // A number that has lost its unit is in unit 1 and in nothing else, though 1 converts to percent.
    if (row.Find(*unit_field) == nullptr && &literal == &compare.values.back()) {
      comparable = comparable && *written_unit == model::Unit{};
    }
    comparable = comparable && recorded_unit.ok() && model::Convertible(*written_unit, *recorded_unit);
    wanted.push_back(comparable ? *model::Convert(literal.number, *written_unit, *recorded_unit) : 0);
  }
  if (!comparable) return false;
  if (compare.op == Op::kIsNot) return number != wanted[0];
  if (compare.op == Op::kBetween) return InOrder(compare.op, number, wanted[0], wanted[1]);
  const bool any = std::find(wanted.begin(), wanted.end(), number) != wanted.end();
  if (compare.op == Op::kIn) return any;
  if (compare.op == Op::kNotIn) return !any;
  return InOrder(compare.op, number, wanted[0], wanted[0]);
}

std::vector<double> Comparer::NumbersToTry(const Compare& compare, model::FieldId field,
                                           const model::NumberBounds& bounds, const model::Row& row) const {
  std::vector<double> samples = {bounds.low, bounds.high, bounds.low / 2 + bounds.high / 2};
  for (const Literal& literal : compare.values) {
    const std::string& written = literal.unit.empty() ? compare.values.back().unit : literal.unit;
    const model::Value* symbol = row.Find(*CompanionUnit(field));
    const auto to = model::ParseUnit(
        symbol == nullptr ? "1" : std::string_view(dictionary_.Text(std::get<model::Symbol>(*symbol))));
    const auto from = model::ParseUnit(written);
    if (!to.ok() || !from.ok() || !model::Convertible(*from, *to)) continue;
    const double number = *model::Convert(literal.number, *from, *to);
    for (const double sample : {number, std::nextafter(number, -HUGE_VAL), std::nextafter(number, HUGE_VAL)}) {
      if (sample >= bounds.low && sample <= bounds.high) samples.push_back(sample);
    }
  }
  return samples;
}

// The operators are true of all numbers in one piece, or, `is not`, of all but one: whether they are true of all in the
// bounds, or of some, shows at the ends and at the number that is compared with.
absl::StatusOr<bool> Comparer::BoundedHolds(const Compare& compare, model::FieldId field,
                                            const model::NumberBounds& bounds, const model::Row& row) const {
  const bool possibly = compare.certainty == grammar::Certainty::kPossibly;
  bool all = true;
  bool any = false;
  for (const double sample : NumbersToTry(compare, field, bounds, row)) {
    const absl::StatusOr<bool> holds = NumberHolds(compare, field, sample, row);
    if (!holds.ok()) return holds;
    all = all && *holds;
    any = any || *holds;
  }
  return possibly ? any : all;
}

absl::StatusOr<bool> Comparer::TimeHolds(const Compare& compare, const model::TimeValue& time) const {
  const Literal::Kind kind = compare.values[0].kind;
  if (kind == Literal::Kind::kCode || kind == Literal::Kind::kQuoted) {
    std::vector<std::string> codes;
    if (time.term != model::kNoSymbol) codes.emplace_back(dictionary_.Text(time.term));
    const absl::StatusOr<bool> any = AnyReaches(compare.values, Reach::kBelow, codes);
    if (!any.ok() || compare.op == Op::kIs || compare.op == Op::kIn) return any;
    if (compare.op != Op::kIsNot && compare.op != Op::kNotIn) return Meaningless("operator on an onset term");
    // What was recorded as an age or a date only is not the term.
    return time != model::TimeValue() && !*any;
  }
  if (compare.op == Op::kIn || compare.op == Op::kNotIn) return Meaningless("list of times");
  const absl::StatusOr<WrittenTime> written = ReadTime(compare);
  if (!written.ok()) return written.status();
  if (written->is_date && compare.field.text.starts_with("age")) return Meaningless("an age is no date");
  return IntervalHolds(compare, written->is_date ? time.date : time.age, written->bounds);
}

absl::StatusOr<bool> Comparer::AgeHolds(const Compare& compare, const model::Row& individual) const {
  const model::Value* birth = individual.Find(model::field::kBirth);
  return AgeAsOfHolds(compare, birth == nullptr ? model::Interval() : std::get<model::TimeValue>(*birth).date);
}

}  // namespace muster::property
