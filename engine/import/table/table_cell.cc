#include "engine/import/table/table_cell.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/import/input/json_value.h"
#include "engine/import/record/rules/words/time_word.h"
#include "engine/model/codes/code_form.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/composed.h"
#include "engine/model/text/text.h"
#include "engine/model/time/onset.h"

namespace muster::import {
namespace {

constexpr RemarkKind kNoSuchValue{ImportProblem::Kind::kKeptOnly, "is none of the column's values",
                                  "add it to the column's \"values\", with null if it means nothing"};
constexpr RemarkKind kExchangedDate{
    ImportProblem::Kind::kKeptOnly,
    "has a month beyond 12, and would be a date if the column wrote month and day the other way round",
    "see how the source writes dates: if it is so in all cells, those with two small numbers were read wrongly; "
    "correct \"date\" (\"MM/DD/YYYY\" in place of \"DD/MM/YYYY\", say) and import again"};
constexpr RemarkKind kNoSuchDate{
    ImportProblem::Kind::kKeptOnly, "is not written as the column's dates",
    "add the form to the column's: \"date\": [\"DD.MM.YYYY\", \"YYYY-MM-DD\"]; or correct the cell"};
constexpr RemarkKind kPoint{ImportProblem::Kind::kKeptOnly, "has a point, and the column has decimal commas",
                            "correct the cell, or the column's \"decimal\""};
constexpr RemarkKind kNoAge{
    ImportProblem::Kind::kKeptOnly, "is no age",
    "an age is a number like 12 or 12.5; other texts go into the column's \"missing\" or \"values\""};

bool Contains(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::string_view AgeUnit(TableColumn::Age age) {
  switch (age) {
    case TableColumn::Age::kYears:
      return "Y";
    case TableColumn::Age::kMonths:
      return "M";
    case TableColumn::Age::kWeeks:
      return "W";
    default:
      return "D";
  }
}

// A code that names its system stays as it is. So does a text that is not a code of the column's system, such as a
// name: it is reported, and may be looked up.
std::string WithPrefix(const std::string& prefix, std::string text) {
  if (prefix.empty()) return text;
  const std::string known = model::NormalizeCode(text);
  // "DB00331" may be another system's, where the column says so.
  if (model::HasKnownPrefix(known) && !known.ends_with(model::Concat({":", text}))) return text;
  std::string code = prefix + text;
  return model::FormOf(model::NormalizeCode(code)) == model::CodeForm::kMalformed ? text : code;
}

// An age in words, which its field understands or reports, or a code of an onset that stands for it by "values".
bool IsAgeInWords(const std::string& text) {
  const TimeWord word = TimeWordOf(text);
  return word == TimeWord::kOnset || word == TimeWord::kVagueOnset ||
         model::OnsetBounds(model::NormalizeCode(text)).has_value();
}

// One value, as text; nullopt with a reason, or with an empty reason for what is missing.
std::optional<std::string> ValueOf(const Table& table, const TableColumn& column, const WordRules& words,
                                   std::string_view cell, std::optional<RemarkKind>* problem) {
  const auto not_read = [&](const RemarkKind& kind) {
    *problem = kind;
    return std::nullopt;
  };
  if (IsMissing(table, &column, cell)) return std::nullopt;
  std::string text(cell);
  // A marker that the mapping does not declare is passed on: the field recognises it, and the report counts it.
  if (words.IsMissing(cell) && !column.values.contains(cell)) return text;
  if (!column.values.empty()) {
    auto found = column.values.find(cell);
    if (found == column.values.end()) found = column.values.find(WithoutZeroFraction(cell));
    std::string in_one_form;
    if (found == column.values.end() && model::IsComposedOtherwise(cell, in_one_form)) {
      found = column.values.find(in_one_form);
    }
    if (found == column.values.end()) return not_read(kNoSuchValue);
    if (!found->second.has_value()) return std::nullopt;
    text = *found->second;
  }
  if (!column.dates.empty()) {
    std::optional<std::string> iso;
    for (size_t i = 0; i < column.dates.size() && !iso.has_value(); ++i) iso = column.dates[i].ToIso(text);
    if (!iso.has_value() && IsAgeInWords(text)) return text;
    if (!iso.has_value()) {
      const bool exchanged = std::any_of(column.dates.begin(), column.dates.end(), [&](const DateFormat& format) {
        return format.ToIsoExchanged(text).has_value();
      });
      return not_read(exchanged ? kExchangedDate : kNoSuchDate);
    }
    text = *iso;
  }
  if (column.decimal_comma) {
    if (text.find('.') != std::string::npos) return not_read(kPoint);
    std::replace(text.begin(), text.end(), ',', '.');
  }
  if (column.age != TableColumn::Age::kNone) {
    std::string_view age = model::Trim(text);
    std::string_view comparator = TakeComparator(age);
    if (comparator.empty() && age.ends_with('+')) {  // 90+
      age.remove_suffix(1);
      comparator = ">=";
    }
    age = model::Trim(age);
    const std::optional<double> number = NumberOf(age);
    const bool plain = age.find_first_not_of("0123456789.") == std::string::npos;
    if (!number.has_value() && IsAgeInWords(text)) return text;
    if (!number.has_value() || !plain) return not_read(kNoAge);
    text = model::Concat({comparator, "P", age, AgeUnit(column.age)});
  }
  return WithPrefix(column.prefix, std::move(text));
}

size_t CountParts(std::string_view text, std::string_view separator) {
  size_t parts = 1;
  for (size_t at = text.find(separator); at != text.npos; at = text.find(separator, at + separator.size())) ++parts;
  return parts;
}

void AppendValue(std::string_view text, std::string_view label, std::string* json) {
  if (label.empty()) return AppendJsonString(text, json);
  json->append("{\"id\":");
  AppendJsonString(text, json);
  json->append(",\"label\":");
  AppendJsonString(label, json);
  json->push_back('}');
}

}  // namespace

void AppendJsonString(std::string_view text, std::string* json) {
  constexpr char kHex[] = "0123456789abcdef";
  json->push_back('"');
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      json->push_back('\\');
      json->push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      json->append("\\u00").append(1, kHex[c >> 4]).append(1, kHex[c & 15]);
    } else {
      json->push_back(c);
    }
  }
  json->push_back('"');
}

bool IsMissing(const Table& table, const TableColumn* column, std::string_view cell) {
  const auto is_declared = [&](const std::vector<std::string>& missing) {
    return !missing.empty() && (Contains(missing, cell) || Contains(missing, WithoutZeroFraction(cell)));
  };
  return cell.empty() || is_declared(table.missing) || (column != nullptr && is_declared(column->missing));
}

bool HasLabelOfEach(const TableColumn& column, std::string_view cell, std::string_view label) {
  if (column.split.empty()) return true;
  const size_t codes = CountParts(cell, column.split);
  if (codes == 1) return true;
  // Commas and blanks stand in labels themselves: "Diabetes mellitus, no complications" beside two codes has two parts
  // by chance.
  return column.split != "," && column.split != " " && codes == CountParts(label, column.split);
}

bool AppendCell(const Table& table, const TableColumn& column, const WordRules& words, std::string_view cell,
                std::string_view label, std::string* json, std::optional<RemarkKind>* problem) {
  const size_t before = json->size();
  problem->reset();
  if (column.split.empty()) {
    const std::optional<std::string> value = ValueOf(table, column, words, cell, problem);
    if (value.has_value()) {
      AppendValue(*value, label, json);
    } else if (!problem->has_value()) {
      json->append("null");
    }
    return !problem->has_value();
  }
  json->push_back('[');
  bool any = false;
  const bool one = cell.find(column.split) == cell.npos;  // its label may have the separator in itself
  while (true) {
    const size_t end = std::min(cell.find(column.split), cell.size());
    const size_t end_of_label = one ? label.size() : std::min(label.find(column.split), label.size());
    const std::string_view own = model::Trim(label.substr(0, end_of_label));
    label.remove_prefix(std::min(end_of_label + column.split.size(), label.size()));
    const std::optional<std::string> value = ValueOf(table, column, words, model::Trim(cell.substr(0, end)), problem);
    if (problem->has_value()) {
      json->resize(before);
      return false;
    }
    if (value.has_value()) {
      if (any) json->push_back(',');
      any = true;
      AppendValue(*value, words.IsMissing(own) ? std::string_view() : own, json);
    }
    if (end == cell.size()) break;
    cell.remove_prefix(end + column.split.size());
  }
  json->push_back(']');
  return true;
}

}  // namespace muster::import
