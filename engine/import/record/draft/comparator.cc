// Comparators that stand beside a number: "<" beside 5 says that the value is below 5.
#include "engine/import/record/draft/comparator.h"

#include <string>
#include <utility>
#include <variant>

#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/polarity_word.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kUnknownComparator{ImportProblem::Kind::kKeptOnly,
                                        "number with a comparator that is not understood, not taken",
                                        "<, <=, =, >=, >, OMOP's concepts of them, and EQ, LT, LE, GE and GT are "
                                        "understood; with another one a number says nothing certain: L and G of i2b2, "
                                        "which may be flags, are named by \"values\" of the column: {\"L\": \"<\", "
                                        "\"G\": \">\"}"};

// Whether it is a column of OMOP's concepts, by its name. Of another one, 0 may be a sign by a number of its own.
bool IsOfConcepts(std::string_view key) { return Letters(key).text().ends_with("conceptid"); }

// An operator as a sign, or as an OMOP concept of the domain "Meas Value Operator", in which 0 ("No matching concept"),
// which most exports have beside each number, is not an operator. "" if it is not one.
std::string_view SignOf(std::string_view text, std::string_view key) {
  if ((text == "0" || text == "0.0") && IsOfConcepts(key)) return "=";
  constexpr std::pair<std::string_view, std::string_view> kNames[] = {
      {"=", "="},
      {"eq", "="},
      {"lt", "<"},
      {"le", "<="},
      {"ge", ">="},
      {"gt", ">"},
      {"EQ", "="},
      {"LT", "<"},
      {"LE", "<="},
      {"GE", ">="},
      {"GT", ">"},
      {"E", "="},
      {"4172703", "="},
      {"4171756", "<"},
      {"4171754", "<="},
      {"4171755", ">="},
      {"4172704", ">"},
      {"No matching concept", "="},
      {"&lt;", "<"},
      {"&gt;", ">"},
      {"&lt;=", "<="},
      {"&gt;=", ">="},
      {"\xEF\xBC\x9C", "<"},
      {"\xEF\xBC\x9E", ">"},
      {"less than", "<"},
      {"greater than", ">"},
      {"equal to", "="},
      {"less than or equal to", "<="},
      {"greater than or equal to", ">="},
  };
  for (const auto& [name, sign] : kNames) {
    if (text == name) return sign;
  }
  const std::string_view sign = TakeComparator(text);
  return text.empty() ? sign : std::string_view();
}

}  // namespace

std::optional<ComparatorMember> FindComparator(Element object) {
  // As letters. The meaning is certain of a number beside a sign alone.
  constexpr std::string_view kNames[] = {"operator",
                                         "valueoperator",
                                         "operatorconceptid",
                                         "valueoperatorconceptid",
                                         "magnitudestatus",
                                         "op",
                                         "comp",
                                         "comparison",
                                         "relation",
                                         "inequality",
                                         "qualifier",
                                         "valuequalifier",
                                         "modifier",
                                         "valuemodifier",
                                         "resultmodifier",
                                         "prefix",
                                         "valueprefix",
                                         "resultprefix",
                                         "comparator",
                                         "sign",
                                         "comparatorcode",
                                         "quantitycomparator",
                                         "valuecomparator",
                                         "resultoperator"};
  Object members;
  if (object.get(members) != simdjson::SUCCESS) return std::nullopt;
  std::optional<ComparatorMember> found;
  for (const auto field : members) {
    const Letters name(field.key);
    if (!IsIn(kNames, name.text()) || IsEmpty(field.value)) continue;
    if (name.text() == "comparator") return ComparatorMember{field.key, field.value, /*of_fhir=*/true};
    const std::optional<std::string> text = ScalarText(field.value);
    const std::string_view sign = text.has_value() ? SignOf(model::Trim(*text), field.key) : std::string_view();
    if (!found.has_value() && !sign.empty() && sign != "=") found = ComparatorMember{field.key, field.value};
  }
  return found;
}

bool IsComparisonOrLimit(std::string_view text) {
  constexpr size_t kLongest = 32;
  text = model::Trim(text);
  if (text.empty() || text.size() > kLongest) return false;
  if (!model::IsAsciiAlnum(text.front())) return SignOf(text, {}).size() > 0 && SignOf(text, {}) != "=";
  const char first = model::AsciiLower(text.front());
  if (first != 'b' && first != 'l' && first != 'a') return false;
  constexpr std::string_view kLimits[] = {"blod",
                                          "bloq",
                                          "blq",
                                          "lloq",
                                          "bdl",
                                          "belowlod",
                                          "belowloq",
                                          "belowlloq",
                                          "belowdetection",
                                          "belowdetectionlimit",
                                          "belowlimitofdetection",
                                          "belowthedetectionlimit",
                                          "belowlimitofquantification",
                                          "abovedetectionlimit",
                                          "aboveuloq"};
  const Letters word(text);
  return IsIn(kLimits, word.text());
}

void RecordDraft::SetComparator(uint32_t row_index, model::FieldId field, const JsonPath& at, Element comparator) {
  if (IsEmpty(comparator)) return;
  const std::string text = ScalarText(comparator).value_or(simdjson::minify(comparator));
  if (rules().IsMissing(text)) return KeepMissing(at, comparator, text);
  for (model::FieldValue& present : row(row_index).values) {
    const double* number = present.field == field ? std::get_if<double>(&present.value) : nullptr;
    if (number == nullptr) continue;
    const std::string_view sign = SignOf(model::Trim(text), at.key());
    if (sign == "=") return;
    if (const std::optional<model::NumberBounds> bounds = NumberBoundsOf(sign, *number)) {
      present.value = *bounds;
      return;
    }
    KeepUnreadable(at, comparator, kUnknownComparator);
    std::erase_if(row(row_index).values, [&](const model::FieldValue& value) { return value.field == field; });
    return;
  }
  KeepAsIs(at, comparator);  // there is no number, or it already has bounds
}

}  // namespace muster::import
