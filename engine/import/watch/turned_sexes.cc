#include "engine/import/watch/turned_sexes.h"

#include <string_view>
#include <variant>

#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kTurned{
    ImportProblem::Kind::kNote, "individuals whose sex mostly contradicts what they have: sexes may be turned round",
    "see what the source means: 1 and 2 are male and female in ISO 5218, and 1 is female in protobuf; correct "
    "\"values\" of the column ({\"1\": \"male\", \"2\": \"female\"}); nothing, if they are as they say",
    RemarkPlace::kFirst};

constexpr uint64_t kFewest = 3;

model::Symbol SymbolOf(const model::Row& row, model::FieldId field) {
  const model::Value* value = row.Find(field);
  const auto* symbol = value == nullptr ? nullptr : std::get_if<model::Symbol>(value);
  return symbol == nullptr ? model::kNoSymbol : *symbol;
}

// Where the code stands in rows of such.
model::FieldId FieldOfCode(model::Entity entity) {
  switch (entity) {
    case model::Entity::kPhenotype:
      return model::field::kPhenotypeTerm;
    case model::Entity::kDisease:
      return model::field::kDiseaseTerm;
    case model::Entity::kProcedure:
      return model::field::kProcedureCode;
    default:
      return 0;
  }
}

}  // namespace

SexOfCode TurnedSexes::SexOf(model::Symbol code, const model::Dictionary& dictionary) {
  if (code >= known_.size()) known_.resize(code + size_t{1024});
  uint8_t& known = known_[code];
  if (known == 0) known = static_cast<uint8_t>(1 + static_cast<int>(FindSexOfCode(dictionary.Text(code))));
  return static_cast<SexOfCode>(known - 1);
}

void TurnedSexes::Add(People& people, bool other, const std::string& id, model::Symbol code) {
  ++people.all;
  if (!other) return;
  if (people.others++ > 0) return;
  people.first = id;
  people.code = code;
}

void TurnedSexes::Look(const model::Record& record, const model::Dictionary& dictionary) {
  const model::Row& self = record.rows.front();
  const model::Symbol sex = SymbolOf(self, model::field::kSex);
  if (sex == model::kNoSymbol) return;
  const std::string_view word = dictionary.Text(sex);
  if (word != "male" && word != "female") return;
  const bool male = word == "male";
  model::Symbol of_men = model::kNoSymbol;
  model::Symbol of_women = model::kNoSymbol;
  for (const model::Row& row : record.rows) {
    const model::FieldId field = row.excluded ? 0 : FieldOfCode(row.entity);
    const model::Symbol code = field == 0 ? model::kNoSymbol : SymbolOf(row, field);
    if (code == model::kNoSymbol) continue;
    const SexOfCode of = SexOf(code, dictionary);
    if (of == SexOfCode::kMayDiffer) return;
    if (of == SexOfCode::kMen) of_men = code;
    if (of == SexOfCode::kWomen) of_women = code;
  }
  if (const model::Symbol karyotype = SymbolOf(self, model::field::kKaryotypicSex); karyotype != model::kNoSymbol) {
    const std::string_view text = dictionary.Text(karyotype);
    if (text == "xx" || text == "xy") Add(with_karyotype_, male == (text == "xx"), record.id, karyotype);
  }
  if (of_men != model::kNoSymbol) Add(of_men_, !male, record.id, of_men);
  if (of_women != model::kNoSymbol) Add(of_women_, male, record.id, of_women);
}

void TurnedSexes::ReportPeople(const People& people, std::string_view of, std::string_view are,
                               const model::Dictionary& dictionary, Reporter& reporter) {
  // (Where somebody has made people at random, half of them are.)
  if (people.others < kFewest || people.others * 3 <= people.all * 2) return;
  reporter.SetId(people.first);
  const std::string_view code = dictionary.Text(people.code);
  reporter.Report(
      kTurned, "/individual/sex", code,
      model::Concat({std::to_string(people.others), " of ", std::to_string(people.all), " individuals with ", of,
                     " are ", are, ", such as \"", Shown(people.first, 40), "\" with ", code}));
}

void TurnedSexes::Report(const model::Dictionary& dictionary, Reporter& reporter) const {
  reporter.ReturnTo({}, 0);
  ReportPeople(of_men_, "what only men have", "female", dictionary, reporter);
  ReportPeople(of_women_, "what only women have", "male", dictionary, reporter);
  ReportPeople(with_karyotype_, "a karyotype XX or XY", "of the other sex", dictionary, reporter);
}

}  // namespace muster::import
