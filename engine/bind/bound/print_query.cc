// The printed form of bound queries, for `explain` and golden tests.
#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/bound.h"
#include "engine/model/time/time.h"

namespace muster::bind {
namespace {

std::string Name(model::Entity entity) { return std::string(model::Info(entity).name); }

// Shortest decimal that reads back as the same number.
std::string NumberText(double value) {
  for (int precision = 6; precision < 17; ++precision) {
    std::string text = absl::StrFormat("%.*g", precision, value);
    double back = 0;
    if (absl::SimpleAtod(text, &back) && back == value) return text;
  }
  return absl::StrFormat("%.17g", value);
}

const char* PartName(model::Part part) {
  switch (part) {
    case model::kAgeLow:
      return " (earliest age)";
    case model::kAgeHigh:
      return " (latest age)";
    case model::kDateLow:
      return " (earliest date)";
    case model::kDateHigh:
      return " (latest date)";
    case model::kNumberLow:
      return " (lower bound)";
    case model::kNumberHigh:
      return " (upper bound)";
    default:
      return "";
  }
}

// "5 terms, 6 codes in use"; nothing about terms where no ontology has the code.
std::string Reached(const Condition& c, const model::SymbolList* in_use) {
  const auto number = [](size_t count, const char* what) {
    return absl::StrCat(count, " ", what, count == 1 ? "" : "s");
  };
  return absl::StrCat(" (", c.terms > 0 ? absl::StrCat(number(c.terms, "term"), ", ") : "",
                      number(CountInUse(*c.symbols, in_use), "code"), " in use)");
}

std::string End(int64_t value, model::Part part) {
  switch (part) {
    case model::kAgeLow:
    case model::kAgeHigh:
      return model::FormatAge({value, value});
    case model::kDateLow:
    case model::kDateHigh: {  // whole days by their date
      const bool begins = value % model::kDay == 0;
      const bool ends = (value + 1) % model::kDay == 0;
      const int64_t first = ends ? value + 1 - model::kDay : value;
      return model::FormatDate({first, begins || ends ? first + model::kDay - 1 : value});
    }
    default:
      return NumberText(model::FromOrderedBits(value));
  }
}

// True for what people would write: ages in whole days or months, numbers with few digits.
bool IsRound(int64_t value, model::Part part) {
  switch (part) {
    case model::kAgeLow:
    case model::kAgeHigh:
      return value % model::kDay == 0 || value % model::kMonth == 0;
    case model::kDateLow:
    case model::kDateHigh:
      return true;
    default:
      return NumberText(model::FromOrderedBits(value)).size() < 14;
  }
}

std::string RangeText(const Condition& c) {
  const bool from = c.low > INT64_MIN + 1;
  const bool to = c.high != INT64_MAX;
  const std::string column = absl::StrCat(std::string(model::Info(c.field).name), PartName(c.part));
  if (!from && !to) return absl::StrCat(column, " is known");
  // Bounds are included; one that lies just after (or before) a round value is shown as above (or below) it.
  std::string out = column;
  if (from) {
    const bool above = !IsRound(c.low, c.part) && IsRound(c.low - 1, c.part);
    absl::StrAppend(&out, above ? " above " : " from ", End(above ? c.low - 1 : c.low, c.part));
  }
  if (to) {
    const bool below = !IsRound(c.high, c.part) && IsRound(c.high + 1, c.part);
    absl::StrAppend(&out, below ? " below " : " to ", End(below ? c.high + 1 : c.high, c.part));
  }
  return out;
}

std::string CountText(const Count& count) {
  if (count.kind == Count::Kind::kAtLeast && count.count == 1) return "any";
  return absl::StrCat(count.kind == Count::Kind::kAtLeast  ? "at least "
                      : count.kind == Count::Kind::kAtMost ? "at most "
                                                           : "exactly ",
                      count.count, count.distinct ? " distinct" : "");
}

std::string MomentText(const Moment& moment) {
  if (moment.constant) {
    return moment.constant->date.empty() ? model::FormatAge(moment.constant->age)
                                         : model::FormatDate(moment.constant->date);
  }
  const std::string row = moment.slot == kThisRow ? "" : absl::StrCat("#", moment.slot, ".");
  return row + std::string(moment.field == 0 ? "period" : model::Info(moment.field).name);
}

std::string DistanceText(const model::Distance& distance) {
  std::vector<std::string> parts;
  if (distance.months != 0) parts.push_back(absl::StrCat(distance.months, distance.months == 1 ? " month" : " months"));
  if (distance.rest != 0 || parts.empty()) {
    constexpr model::HalfHours kHour = 2;
    parts.push_back(
        absl::StrCat(NumberText(static_cast<double>(distance.rest) / (distance.by_hours ? kHour : model::kDay)),
                     distance.by_hours ? " hours" : " days"));
  }
  return absl::StrJoin(parts, " ");
}

std::string TimesText(const Condition& c) {
  using model::TimeRelation;
  const std::string distance = DistanceText(c.distance);
  const auto relation = [&]() -> std::string {
    switch (c.time_relation) {
      case TimeRelation::kBefore:
        return "before";
      case TimeRelation::kNotAfter:
        return "not after";
      case TimeRelation::kAfter:
        return "after";
      case TimeRelation::kNotBefore:
        return "not before";
      case TimeRelation::kSame:
        return "on the day of";
      case TimeRelation::kWithin:
        return absl::StrCat("within ", distance, " of");
      case TimeRelation::kWithinBefore:
        return absl::StrCat("within ", distance, " before");
      case TimeRelation::kWithinAfter:
        return absl::StrCat("within ", distance, " after");
      case TimeRelation::kLongBefore:
        return absl::StrCat("at least ", distance, " before");
      case TimeRelation::kLongAfter:
        return absl::StrCat("at least ", distance, " after");
    }
    return "";
  };
  return absl::StrCat(MomentText(c.left), c.possibly ? " possibly " : " ", relation(), " ", MomentText(c.right),
                      c.unknown ? ", or not known" : "");
}

std::string NumbersText(const Condition& c) {
  using model::TimeRelation;
  const char* relation = c.time_relation == TimeRelation::kBefore      ? "<"
                         : c.time_relation == TimeRelation::kNotAfter  ? "<="
                         : c.time_relation == TimeRelation::kAfter     ? ">"
                         : c.time_relation == TimeRelation::kNotBefore ? ">="
                                                                       : "=";
  return absl::StrCat(MomentText(c.left), c.possibly ? " possibly " : " ", relation, " ",
                      c.factor == 1 ? "" : absl::StrCat(c.factor, " times "), MomentText(c.right),
                      c.unknown ? ", or not known" : "");
}

std::string Line(const Condition& c, const model::SymbolList* in_use) {
  using Kind = Condition::Kind;
  switch (c.kind) {
    case Kind::kAll:
      return absl::StrCat("every ", Name(c.entity));
    case Kind::kNone:
      return absl::StrCat("no ", Name(c.entity));
    case Kind::kAnd:
      return "and";
    case Kind::kOr:
      return "or";
    case Kind::kNot:
      return "not";
    case Kind::kAtLeast:
      return absl::StrCat("at least ", c.at_least, " of");
    case Kind::kCodes:
      return absl::StrCat(std::string(model::Info(c.field).name), " is ", c.label,
                          c.terms > 0 ? Reached(c, in_use) : "");
    case Kind::kRange:
      return RangeText(c);
    case Kind::kRecorded:
      return absl::StrCat(std::string(model::Info(c.field).name), " is recorded");
    case Kind::kPolarity:
      return c.polarity == Polarity::kExcluded ? "excluded" : "observed";
    case Kind::kAncestor:
      return absl::StrCat("its ", Name(c.child));
    case Kind::kExists:
      return absl::StrCat(CountText(c.count), c.polarity == Polarity::kExcluded ? " excluded" : "",
                          c.polarity == Polarity::kObserved ? " observed" : "", " ", Name(c.child),
                          c.symbols == nullptr ? "" : absl::StrCat(" ", c.label, Reached(c, in_use)),
                          c.order == Order::kFirst  ? ", the first"
                          : c.order == Order::kLast ? ", the last"
                                                    : "",
                          c.dates > 0 ? absl::StrCat(", on at least ", c.dates, " distinct days") : "",
                          c.slot == kThisRow ? "" : absl::StrCat(", named #", c.slot),
                          c.others.empty() ? "" : absl::StrCat(", other than #", absl::StrJoin(c.others, ", #")));
    case Kind::kPicked:
      return "one of those that are looked for:";
    case Kind::kEvents:
      return "and, of rows that are named";
    case Kind::kNamed:
      return absl::StrCat("#", c.slot, " is a ", Name(c.child), " with");
    case Kind::kTimes:
      return TimesText(c);
    case Kind::kNumbers:
      return NumbersText(c);
    case Kind::kOverlap:
      return absl::StrCat(c.left.slot == kThisRow ? "this" : absl::StrCat("#", c.left.slot),
                          c.possibly ? " possibly" : "", " overlaps #", c.right.slot,
                          c.unknown ? ", or not known" : "");
    case Kind::kPersons:
      return "of the person, in any dataset";
    case Kind::kRelative:
      return absl::StrCat("at least ", c.at_least, " ", c.label);
  }
  return "";
}

}  // namespace

size_t CountInUse(const model::SymbolList& symbols, const model::SymbolList* in_use) {
  if (in_use == nullptr) return symbols.size();
  return static_cast<size_t>(
      std::count_if(symbols.begin(), symbols.end(), [&](model::Symbol symbol) { return in_use->Contains(symbol); }));
}

std::string Print(const Condition& condition, int indent, const model::SymbolList* in_use) {
  std::string out = absl::StrCat(std::string(static_cast<size_t>(indent) * 2, ' '), Name(condition.entity), ": ",
                                 Line(condition, in_use), "\n");
  for (const ConditionPtr& operand : condition.operands) out += Print(*operand, indent + 1, in_use);
  return out;
}

std::string Print(const Query& query, const model::SymbolList* in_use) {
  std::string out =
      absl::StrCat(query.kind == Query::Kind::kList ? "list " : "count ",
                   absl::StrJoin(query.counted, ", ",
                                 [](std::string* s, const Counted& c) {
                                   absl::StrAppend(s, c.polarity == Polarity::kExcluded ? "excluded " : "",
                                                   c.distinct == Counted::Distinct::kNo ? Name(c.entity) : c.name);
                                 }),
                   "\n");
  if (query.where != nullptr) out += Print(*query.where, 1, in_use);
  for (const Dimension& d : query.by) {
    using Calendar = grammar::Dimension::Calendar;
    absl::StrAppend(&out, "  by ",
                    d.calendar == Calendar::kYear    ? "year of "
                    : d.calendar == Calendar::kMonth ? "month of "
                                                     : "",
                    d.polarity == Polarity::kExcluded ? "excluded " : "");
    if (d.number_of) {
      absl::StrAppend(&out, "number of ", std::string(model::Info(*d.number_of).plural));
    } else {
      absl::StrAppend(&out, Name(model::Info(d.field).entity), " ", std::string(model::Info(d.field).name));
      if (d.low_part == model::kTermPart) out += " term";
    }
    if (!d.edge_labels.empty()) {
      absl::StrAppend(&out, " in bands at ", absl::StrJoin(d.edge_labels, ", "), d.band_unit.empty() ? "" : " ",
                      d.band_unit);
    } else if (d.band > 0)
      absl::StrAppend(&out, " in bands of ", d.band_size, d.band_unit.empty() ? "" : " ", d.band_unit);
    if (d.as_of) absl::StrAppend(&out, " as of ", model::FormatDate(*d.as_of));
    if (d.top) absl::StrAppend(&out, " top ", *d.top);
    out += "\n";
  }
  if (query.limit) absl::StrAppend(&out, "  limit ", *query.limit, "\n");
  return out;
}

}  // namespace muster::bind
