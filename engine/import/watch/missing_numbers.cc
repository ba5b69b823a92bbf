#include "engine/import/watch/missing_numbers.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <string_view>
#include <utility>
#include <variant>

#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kMayBeMissing{
    ImportProblem::Kind::kNote, "number outside all other values of its assay, which may stand for a missing value",
    "if it does, name it in the mapping: \"missing\": [\"999\"] of the table or of its column; until then it is "
    "compared like any other value"};

// With fewer other values, it is unknown what is usual.
constexpr uint64_t kEnough = 5;
// Of a few, only what is far beyond all others, or below zero, is told.
constexpr uint64_t kFew = 3;
// With this many others it is known what is usual, and codes of the source stand apart.
constexpr uint64_t kManyOthers = 20;

// In order. (Small negative numbers but these are values of a base excess, and 97 and 98 are oxygen saturations.)
constexpr double kSuspects[] = {-999999, -99999, -9999, -999,  -99,    -98,    -97,     -88,    -77,   -9,     -8,
                                -7,      -1,     77,    88,    99,     99.9,   777,     888,    888.8, 996,    997,
                                998,     999,    999.9, 7777,  8888,   8888.8, 9997,    9998,   9999,  9999.9, 77777,
                                88888,   99997,  99998, 99999, 888888, 999999, 1000000, 9999999};

bool IsSuspect(double number) { return std::binary_search(std::begin(kSuspects), std::end(kSuspects), number); }

// Codes of some sources (-10 "less than one", -3 "prefers not to answer"): whole, and of two digits at most.
bool IsWholeNegative(double number) { return number < 0 && number > -100 && number == std::floor(number); }

// Codes of registries: of 0 to 5 lymph nodes, and 95 (aspirated), 97 (a number unknown) or 98 (none examined); of a
// size in millimetres, and 990 (microscopic) or 991 (below a centimetre).
struct Nineties {
  double low;
  double high;
  bool Has(double number) const { return number >= low && number <= high && number == std::floor(number); }
};
constexpr Nineties kNineties[] = {{95, 98}, {990, 995}, {9990, 9996}};

bool IsOfNineties(double number) {
  return std::any_of(std::begin(kNineties), std::end(kNineties), [&](Nineties some) { return some.Has(number); });
}

bool IsFarApart(double number, double low, double high) {
  constexpr double kTimes = 10;
  return (number < 0 && low >= 0) || number > kTimes * std::max(high, 1.0);
}

// Whether `times` times `number` stand apart from `others` values between `low` and `high`: by a quarter of what these
// spread over (all of it for a number of two digits), or by coming again and again. The value of one more person may
// lie a little beyond all others.
bool IsApart(double number, uint64_t times, uint64_t others, double low, double high) {
  constexpr double kQuarter = 0.25;
  constexpr uint64_t kOften = 5;    // times
  constexpr uint64_t kManyOf = 20;  // one in this many
  if (number >= low && number <= high) return false;
  if (number < 0 && low >= 0) return true;
  const double gap = number < low ? low - number : number - high;
  // Numbers of two digits are values of many things.
  const double enough = number > 0 && number < 100 ? 1 : kQuarter;
  return gap > (high - low) * enough || (times >= kOften && times * kManyOf >= others);
}

std::string NumberText(double number) {
  char text[40];
  std::snprintf(text, sizeof text, "%.12g", number);
  return text;
}

model::Symbol SymbolOf(const model::Row& row, model::FieldId field) {
  const model::Value* value = row.Find(field);
  return value == nullptr ? model::kNoSymbol : std::get<model::Symbol>(*value);
}

}  // namespace

void MissingNumbers::Look(const model::Record& record) {
  for (const model::Row& row : record.rows) {
    if (row.entity != model::Entity::kMeasurement) continue;
    const model::Value* value = row.Find(model::field::kMeasurementValue);
    const double* number = value == nullptr ? nullptr : std::get_if<double>(value);
    if (number == nullptr) continue;
    model::Symbol assay = SymbolOf(row, model::field::kMeasurementComponent);
    if (assay == model::kNoSymbol) assay = SymbolOf(row, model::field::kMeasurementAssay);
    if (assay == model::kNoSymbol) continue;
    const uint64_t key = (uint64_t{assay} << 32) | SymbolOf(row, model::field::kMeasurementUnit);
    auto found = values_.find(key);
    if (found == values_.end()) found = values_.emplace(key, Values()).first;
    Values& values = found->second;
    if (IsSuspect(*number)) {
      Add(values.suspects, *number, record.id);
    } else if (IsOfNineties(*number)) {
      Add(values.nineties, *number, record.id);
    } else if (IsWholeNegative(*number)) {
      AddNegative(values, *number, record.id);
    } else {
      AddOther(values, *number, 1);
    }
  }
}

void MissingNumbers::Add(std::vector<Suspect>& suspects, double number, const std::string& id) {
  const auto known =
      std::find_if(suspects.begin(), suspects.end(), [&](const Suspect& suspect) { return suspect.number == number; });
  if (known == suspects.end()) {
    suspects.push_back({number, 1, id});
  } else {
    ++known->times;
  }
}

void MissingNumbers::AddOther(Values& values, double number, uint64_t times) {
  values.others += times;
  values.low = std::min(values.low, number);
  values.high = std::max(values.high, number);
}

void MissingNumbers::AddNegative(Values& values, double number, const std::string& id) {
  constexpr size_t kMostCodes = 3;
  if (values.has_many_negatives) return AddOther(values, number, 1);
  Add(values.negatives, number, id);
  if (values.negatives.size() <= kMostCodes) return;
  values.has_many_negatives = true;
  for (const Suspect& negative : values.negatives) AddOther(values, negative.number, negative.times);
  values.negatives.clear();
}

// A few whole negative numbers among many that are not are codes, unless they go on below zero without a gap, as those
// of a scale do.
MissingNumbers::Values MissingNumbers::WithNegativesReported(const Values& values) {
  Values told = values;
  double least = 0;
  std::vector<double> numbers;
  for (const std::vector<Suspect>* some : {&values.negatives, &values.suspects}) {
    for (const Suspect& suspect : *some) {
      if (!IsWholeNegative(suspect.number)) continue;
      least = std::min(least, suspect.number);
      numbers.push_back(suspect.number);
    }
  }
  const bool has_gap = -least > static_cast<double>(numbers.size());
  const bool are_codes = has_gap && values.others >= kManyOthers && values.low >= 0;
  for (const Suspect& negative : values.negatives) {
    if (are_codes) {
      told.suspects.push_back(negative);
    } else {
      AddOther(told, negative.number, negative.times);
    }
  }
  return told;
}

// A few numbers of one of kNineties, each of which several have, further from all others than these spread. 95 alone
// may be a value, and per cent go up to 100.
MissingNumbers::Values MissingNumbers::WithNinetiesReported(Values values, bool percent) {
  constexpr size_t kMostCodes = 4;
  for (const Nineties& some : kNineties) {
    std::vector<Suspect> codes;
    for (const Suspect& code : values.nineties) {
      if (some.Has(code.number)) codes.push_back(code);
    }
    if (codes.empty()) continue;
    const bool several = std::all_of(codes.begin(), codes.end(), [](const Suspect& code) { return code.times > 1; });
    const double least = std::min_element(codes.begin(), codes.end(), [](const Suspect& a, const Suspect& b) {
                           return a.number < b.number;
                         })->number;
    const bool may_be_values = some.low < 100 && (percent || (codes.size() == 1 && least == some.low));
    const bool apart = values.others >= kManyOthers && least - values.high > values.high - values.low;
    const bool are_codes = several && apart && codes.size() <= kMostCodes && !may_be_values;
    for (const Suspect& code : codes) {
      if (are_codes) {
        values.suspects.push_back(code);
      } else {
        AddOther(values, code.number, code.times);
      }
    }
  }
  return values;
}

void MissingNumbers::Report(const model::Dictionary& dictionary, Reporter& reporter) const {
  std::vector<std::pair<uint64_t, const Values*>> ordered;
  for (const auto& [key, values] : values_) ordered.emplace_back(key, &values);
  std::sort(ordered.begin(), ordered.end());
  reporter.ReturnTo({}, 0);
  for (const auto& [key, seen] : ordered) {
    const auto unit = static_cast<model::Symbol>(key);
    const bool percent = unit != model::kNoSymbol && dictionary.Text(unit) == "%";
    const Values values = WithNinetiesReported(WithNegativesReported(*seen), percent);
    if (values.others < kFew) continue;
    const std::string_view assay = dictionary.Text(static_cast<model::Symbol>(key >> 32));
    for (const Suspect& suspect : values.suspects) {
      if (!IsApart(suspect.number, suspect.times, values.others, values.low, values.high)) continue;
      if (values.others < kEnough && !IsFarApart(suspect.number, values.low, values.high)) continue;
      reporter.SetId(suspect.id);
      reporter.Report(
          kMayBeMissing, "/measurement/value", NumberText(suspect.number),
          model::Concat(
              {std::to_string(suspect.times), suspect.times == 1 ? " value" : " values", " of ", assay,
               suspect.times == 1 ? " is " : " are ", NumberText(suspect.number), unit == model::kNoSymbol ? "" : " ",
               unit == model::kNoSymbol ? std::string_view() : dictionary.Text(unit), ", and the other ",
               std::to_string(values.others), " between ", NumberText(values.low), " and ", NumberText(values.high)}));
    }
  }
}

}  // namespace muster::import
