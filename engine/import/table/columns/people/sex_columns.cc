#include "engine/import/table/columns/people/sex_columns.h"

#include <string>
#include <string_view>

#include "engine/import/mapping/words.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr RemarkKind kDoubtfulSex{
    ImportProblem::Kind::kNote,
    "letter of a column of sexes that may stand for either, by the letters beside it, and is not read",
    "say what the letters mean: \"columns\": {\"sexo\": {\"values\": {\"H\": \"male\", \"M\": \"female\"}}} of the "
    "table in the mapping"};

}  // namespace

void SexColumns::Find(const Mapping& mapping, size_t table, const TableHeader& header) {
  for (const FieldRule& rule : mapping.individual()) {
    if (rule.field != model::field::kSex || rule.constant || rule.steps.size() < 2) continue;
    const size_t column =
        rule.steps.front() == mapping.tables()[table].name ? header.Find(rule.steps.back()) : kNoColumn;
    if (column == kNoColumn) continue;
    const TableColumn* settings = header.columns()[column].settings;
    if (settings != nullptr && !settings->values.empty()) continue;
    columns_.emplace_back(column, SexLetters());
  }
}

void SexColumns::Doubt(const Mapping& mapping, size_t table, const TableHeader& header, TableJoin& join,
                       Reporter& reporter) {
  const WordRules& words = mapping.words();
  for (auto& [column, letters] : columns_) {
    const std::string others = letters.Others();
    for (const char letter : others) {
      if (words.IsMapped(model::field::kSex, std::string(1, letter))) letters.Forget(letter);
    }
    const std::string place = Concat({"/", mapping.tables()[table].name, "/", header.columns()[column].name});
    const auto doubt = [&](const std::string& letter, std::string_view why) {
      if (words.IsMapped(model::field::kSex, letter)) return;
      join.DoubtSex(letter);
      reporter.BeginRecord(0, 0);
      reporter.Report(kDoubtfulSex, place, letter, why);
    };
    const std::string unknown = letters.OthersButThirds();
    const auto beside = [&](std::string_view letter, std::string_view known, std::string_view missing,
                            std::string_view means) {
      return Concat({letter, " beside ", unknown.empty() ? known : std::string_view(unknown), ", and no ", missing,
                     ": it may be ", means});
    };
    if (letters.MaleIsDoubtful()) doubt("M", beside("M", "H or V", "F", "male, or stand for mujer"));
    if (letters.FemaleIsDoubtful()) doubt("F", beside("F", "N", "M", "female, or stand for férfi"));
    if (letters.UnknownIsDoubtful()) {
      doubt("U", Concat({"U beside ", letters.Others(), ", and no M and no F: it may be unknown, or stand for uomo"}));
    }
  }
}

}  // namespace muster::import
