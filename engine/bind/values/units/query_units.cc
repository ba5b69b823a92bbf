#include "engine/bind/values/units/query_units.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/criterion_instead.h"
#include "grammar/parse.h"

namespace muster::bind {

using grammar::Compare;
using grammar::Literal;

namespace {

// Letters and digits only, in lower case, without a plural: pack-years is {PackYears}.
std::string LettersOf(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (absl::ascii_isalnum(static_cast<unsigned char>(c)))
      letters += absl::ascii_tolower(static_cast<unsigned char>(c));
  }
  if (letters.size() > 3 && letters.back() == 's') letters.pop_back();
  return letters;
}

// The unit that is written as records have it, but for "UCUM:": it was read when they were looked at. Null: none is.
const model::Unit* RecordedAs(std::string_view text, const std::vector<RecordedUnit>& recorded,
                              const model::Dictionary& dictionary) {
  constexpr std::string_view kUcum = "UCUM:";
  for (const RecordedUnit& unit : recorded) {
    if (!unit.unit) continue;
    std::string_view spelling = dictionary.Text(unit.symbol);
    if (spelling.size() == kUcum.size() + text.size() && spelling.starts_with(kUcum)) {
      spelling.remove_prefix(kUcum.size());
    }
    if (spelling == text) return &*unit.unit;
  }
  return nullptr;
}

}  // namespace

std::string WrittenUnit(const std::string& label) {
  const bool plain = label.find_first_of("{} '\"") == std::string::npos;
  return plain ? label : absl::StrCat("\"", label, "\"");
}

std::string UnitsInUse(const std::vector<RecordedUnit>& units, const model::Dictionary& dictionary) {
  std::vector<std::string> labels;
  for (const RecordedUnit& unit : units) labels.push_back(WrittenUnit(model::UnitLabel(dictionary.Text(unit.symbol))));
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  if (labels.empty()) return "no record has a unit";
  constexpr size_t kShown = 12;
  if (labels.size() > kShown) {
    labels.resize(kShown);
    labels.emplace_back("...");
  }
  return absl::StrCat("units in use: ", absl::StrJoin(labels, ", "));
}

std::vector<model::Symbol> SpeltLike(const std::string& text, const std::vector<RecordedUnit>& recorded,
                                     const model::Dictionary& dictionary) {
  std::vector<model::Symbol> same;
  for (const RecordedUnit& unit : recorded) {
    const std::string_view spelling = dictionary.Text(unit.symbol);
    if (spelling == text || model::UnitLabel(spelling) == text || dictionary.Label(unit.symbol) == text) {
      same.push_back(unit.symbol);
    }
  }
  // An annotation in braces is a word that people write without them.
  for (const RecordedUnit& unit : recorded) {
    const std::string_view spelling = dictionary.Text(unit.symbol);
    if (same.empty() && !spelling.empty() && spelling[0] == '{' && LettersOf(spelling) == LettersOf(text)) {
      same.push_back(unit.symbol);
    }
  }
  return same;
}

std::optional<std::vector<QueryUnit>> ReadUnits(const CatalogueView& view, Reporter* reporter, const Compare& compare,
                                                model::FieldId unit_field, const std::vector<RecordedUnit>& recorded,
                                                const ontology::SymbolSet& assays) {
  const Literal& last = compare.values.back();
  const auto in_use = [&] { return UnitsInUse(UnitsOfAssays(view, unit_field, recorded, assays), view.dictionary()); };
  std::vector<QueryUnit> units;
  for (const Literal& literal : compare.values) {
    if (literal.kind != Literal::Kind::kNumber) {
      const bool word = literal.kind == Literal::Kind::kWord || literal.kind == Literal::Kind::kQuoted;
      const bool coded = word && model::Info(unit_field).entity == model::Entity::kMeasurement;
      reporter->Error(
          literal.span, "not-a-number", absl::StrCat("'", literal.text, "' is not a number with a unit"),
          word && absl::EqualsIgnoreCase(literal.text, "ULN")   ? std::vector<std::string>{"write reference high"}
          : word && absl::EqualsIgnoreCase(literal.text, "LLN") ? std::vector<std::string>{"write reference low"}
          : coded ? std::vector<std::string>{absl::StrCat("a result in words is a coded value: write coded value is \"",
                                                          literal.text, "\"")}
                  : std::vector<std::string>{});
      return std::nullopt;
    }
    if (last.kind == Literal::Kind::kNumber && last.unit.empty()) {
      std::vector<std::string> hints = {in_use()};
      if (const std::vector<RecordedUnit> of = UnitsOfAssays(view, unit_field, recorded, assays);
          of.size() == 1 && !last.text.empty()) {
        hints = {absl::StrCat("write ", last.text, " ",
                              WrittenUnit(model::UnitLabel(view.dictionary().Text(of[0].symbol))),
                              ", the unit that it is recorded in")};
      }
      hints.push_back(absl::StrCat("for a number that has no unit write ", last.text, " \"1\""));
      reporter->Error(last.span, "missing-unit", absl::StrCat("a ", compare.field.text, " needs its unit"),
                      std::move(hints));
      return std::nullopt;
    }
    const std::string& text = literal.unit.empty() ? last.unit : literal.unit;
    QueryUnit written;
    if (const model::Unit* known = RecordedAs(text, recorded, view.dictionary())) {
      written.unit = *known;
      units.push_back(std::move(written));
      continue;
    }
    if (model::Info(unit_field).entity == model::Entity::kMeasurement) {
      if (std::string pressures = PressuresInstead(compare); !pressures.empty()) {
        reporter->Error(literal.span, "unknown-unit", absl::StrCat("'", text, "' is no unit"), {std::move(pressures)});
        return std::nullopt;
      }
    }
    auto unit = model::ParseUnit(text);
    if (unit.ok()) {
      written.unit = *std::move(unit);
    } else if (written.same = SpeltLike(text, recorded, view.dictionary()); written.same.empty()) {
      std::vector<std::string> hints = {in_use()};
      std::string lower = absl::AsciiStrToLower(text);
      for (const std::string_view times : {"\u00D7", "x", "*"}) {  // 3xULN, of which the unit begins at the sign
        if (lower.starts_with(times)) lower.erase(0, times.size());
      }
      if (lower == "uln" || lower == "lln") {  // the upper or lower limit of normal
        hints = {absl::StrCat("write ", grammar::Print(literal).substr(0, grammar::Print(literal).find(' ')),
                              " times reference ", lower == "uln" ? "high" : "low")};
      }
      reporter->Error(literal.span, "unknown-unit", std::string(unit.status().message()), std::move(hints));
      return std::nullopt;
    }
    units.push_back(std::move(written));
  }
  return units;
}

std::vector<RecordedUnit> UnitsOfAssays(const CatalogueView& view, model::FieldId unit_field,
                                        const std::vector<RecordedUnit>& recorded, const ontology::SymbolSet& assays) {
  // For guests nothing is counted.
  if (assays == nullptr || assays->empty() || view.listed() != nullptr) return recorded;
  std::vector<RecordedUnit> of;
  for (const RecordedUnit& unit : recorded) {
    const auto rows = view.counts().Observed(model::Info(unit_field).entity, *assays, unit_field, unit.symbol);
    if (!rows.ok()) return recorded;
    if (*rows > 0) of.push_back(unit);
  }
  return of.empty() ? recorded : of;
}

}  // namespace muster::bind
