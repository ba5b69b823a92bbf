#include "engine/bind/values/names/meant_records.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/criterion_instead.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/values/names/fixed_vocabularies.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/bind/values/units/query_units.h"
#include "engine/model/schema/identifying.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/standard_word.h"
#include "engine/model/units/analyte.h"
#include "engine/model/units/units.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using model::Entity;
using Op = grammar::Compare::Op;

constexpr size_t kMaxMeant = 3;

struct MeantRecord {
  Entity entity;
  FoundName name;
};

// Records of `entities` with a term that is called `name`: those whose names fit best.
std::vector<MeantRecord> RecordsCalled(const CatalogueView& view, std::string_view name,
                                       const std::vector<Entity>& entities) {
  std::vector<MeantRecord> meant;
  for (const Entity entity : entities) {
    const int primary = model::Info(entity).primary;
    if (primary < 0) continue;
    for (FoundName& found : FindNames(view, name, static_cast<model::FieldId>(primary), kMaxMeant)) {
      if (!AreContrary(name, found.label)) meant.push_back({entity, std::move(found)});
    }
  }
  std::stable_sort(meant.begin(), meant.end(), [](const MeantRecord& a, const MeantRecord& b) {
    return a.name.rank != b.name.rank ? a.name.rank < b.name.rank : a.name.rows > b.name.rows;
  });
  if (meant.size() > kMaxMeant) meant.resize(kMaxMeant);
  return meant;
}

std::string WrittenTerm(const FoundName& name) {
  return name.label.empty() ? name.code : absl::StrCat(name.code, " \"", name.label, "\"");
}

// The units of these records.
std::vector<RecordedUnit> UnitsOf(const CatalogueView& view, const MeantRecord& meant) {
  const model::FieldId field =
      meant.entity == Entity::kMeasurement ? model::field::kMeasurementUnit : model::field::kExposureUnit;
  const auto code = view.dictionary().Find(meant.name.code);
  const auto units = view.FieldUnits(field);
  if (view.listed() != nullptr || !code || !units.ok()) return {};
  return UnitsOfAssays(view, field, **units, std::make_shared<const model::SymbolList>(std::vector{*code}));
}

// Whether numbers of these records can be compared with one in `unit`: HbA1c is not in g/dL. True if it is not known.
bool CanBeIn(const CatalogueView& view, const MeantRecord& meant, const std::string& unit) {
  const auto asked = model::ParseUnit(unit);
  const std::vector<RecordedUnit> units = UnitsOf(view, meant);
  if (unit.empty() || !asked.ok() || units.empty()) return true;
  const model::Analyte* analyte = model::FindAnalyte(meant.name.code);
  return std::any_of(units.begin(), units.end(), [&](const RecordedUnit& recorded) {
    return !recorded.unit || model::ConvertOf(analyte, 1, *asked, *recorded.unit).ok();
  });
}

// The text behind a number for these records: the unit if all have the same, "1" if none has one; else that it needs
// one.
std::string UnitBehind(const CatalogueView& view, const MeantRecord& meant) {
  const std::string any = " and its unit";
  const model::FieldId field =
      meant.entity == Entity::kMeasurement ? model::field::kMeasurementUnit : model::field::kExposureUnit;
  const auto code = view.dictionary().Find(meant.name.code);
  const auto units = view.FieldUnits(field);
  if (view.listed() != nullptr || !code || !units.ok()) return any;
  std::string only;
  for (const RecordedUnit& unit : **units) {
    const auto rows = view.counts().Observed(meant.entity, model::SymbolList({*code}), field, unit.symbol);
    if (!rows.ok() || (*rows > 0 && !only.empty())) return any;
    if (*rows > 0) only = absl::StrCat(" ", WrittenUnit(model::UnitLabel(view.dictionary().Text(unit.symbol))));
  }
  return only.empty() ? " \"1\"" : only;
}

// Whether the comparison is one of numbers; a comparison with a word is not about a measurement.
bool ComparesNumbers(const grammar::Compare& compare) {
  const bool ordered = compare.op == Op::kLess || compare.op == Op::kLessEqual || compare.op == Op::kGreater ||
                       compare.op == Op::kGreaterEqual || compare.op == Op::kBetween || compare.op == Op::kIs;
  return ordered && std::all_of(compare.values.begin(), compare.values.end(), [](const grammar::Literal& value) {
           return value.kind == grammar::Literal::Kind::kNumber || value.kind == grammar::Literal::Kind::kMoment;
         });
}

}  // namespace

std::vector<std::string> MeantByField(const CatalogueView& view, const grammar::Compare& compare, Entity space) {
  if (space != Entity::kIndividual || compare.event || !ComparesNumbers(compare)) return {};
  std::string_view name = compare.field.text;
  std::string order;
  for (const std::string_view word : {"last ", "first "}) {
    if (!name.starts_with(word)) continue;
    order = std::string(word);
    name.remove_prefix(word.size());
  }
  grammar::Expr value;
  grammar::Compare of_value = compare;
  of_value.field.text = "value";
  value.node = std::move(of_value);
  std::vector<std::string> hints;
  const grammar::Literal& last = compare.values.back();
  if (std::string pressures = PressuresInstead(compare); !pressures.empty()) return {std::move(pressures)};
  for (const MeantRecord& meant : RecordsCalled(view, name, {Entity::kMeasurement, Entity::kExposure})) {
    if (!CanBeIn(view, meant, last.unit)) continue;
    hints.push_back(
        absl::StrCat("write has ", order, std::string(model::Info(meant.entity).name), " ", WrittenTerm(meant.name),
                     " with ", grammar::Print(value),
                     last.kind == grammar::Literal::Kind::kNumber && last.unit.empty() ? UnitBehind(view, meant) : ""));
  }
  return hints;
}

std::vector<std::string> MeantByDimension(const CatalogueView& view, std::string_view name, Entity space) {
  if (space != Entity::kIndividual) return {};
  std::vector<std::string> hints;
  for (const MeantRecord& meant : RecordsCalled(view, name, {Entity::kMeasurement, Entity::kExposure})) {
    const std::vector<RecordedUnit> units = UnitsOf(view, meant);
    const std::string unit =
        units.empty() ? "" : WrittenUnit(model::UnitLabel(view.dictionary().Text(units[0].symbol)));
    hints.push_back(absl::StrCat(
        "write value of ", std::string(model::Info(meant.entity).name), " ", WrittenTerm(meant.name), " and its unit",
        unit.empty() ? "" : absl::StrCat(": in ", unit, " in a summary, in bands of 10 ", unit, " behind by")));
  }
  return hints;
}

std::vector<std::string> SaidByOtherFields(const CatalogueView& view, std::string_view word, Entity entity) {
  constexpr int kSame = 1;  // but for another word: DNA extract
  std::vector<std::string> criteria;
  const std::string text(word);
  for (const model::FieldId field : model::FieldsOf(entity)) {
    const model::Field& info = model::Info(field);
    if (model::Info(entity).primary == static_cast<int>(field) || model::IsIdentifying(field)) continue;
    if (info.kind == model::Kind::kKeyword) {
      const std::string standard = model::NormalizeWord(field, model::StandardWord(field, text));
      if (standard != "unknown" && SaysItsField(field, standard)) {
        const bool plain = standard.find_first_of(" -") == std::string::npos;
        criteria.push_back(
            absl::StrCat(std::string(info.name), " is ", plain ? "" : "\"", standard, plain ? "" : "\""));
      }
    } else if (info.kind == model::Kind::kCode) {
      for (const FoundName& found : FindNames(view, word, field, 1)) {
        if (found.rank <= kSame) criteria.push_back(absl::StrCat(std::string(info.name), " is ", found.code));
      }
    }
  }
  if (criteria.size() > kMaxMeant) criteria.resize(kMaxMeant);
  return criteria;
}

std::vector<std::string> MeantByValue(const CatalogueView& view, const grammar::Has& has, Entity space) {
  if (!has.terms.empty() || has.with != nullptr || has.alias) return {};
  const bool none = has.quantity && has.quantity->kind == grammar::Quantity::Kind::kExactly && has.quantity->count == 0;
  if (has.quantity && !none) return {};
  const std::string& name = has.entity.text;
  const size_t blank = name.find(' ');
  const auto named = blank == std::string::npos ? std::nullopt : FindEntity(name.substr(0, blank));
  std::vector<std::string> hints;
  const auto add = [&](Entity entity, std::string_view word) {
    for (const std::string& criterion : SaidByOtherFields(view, word, entity)) {
      hints.push_back(absl::StrCat("write ", none ? "no " : "has ", EntityName(entity), " with ", criterion));
    }
  };
  if (named) {
    const std::string word = name.substr(blank + 1);
    const int primary = model::Info(*named).primary;
    const auto own =
        primary < 0 ? std::vector<FoundName>() : FindNames(view, word, static_cast<model::FieldId>(primary), 1);
    if (*named != Entity::kIndividual && own.empty()) add(*named, word);
  } else if (space == Entity::kIndividual) {
    add(Entity::kSample, name);
  }
  return hints;
}

std::vector<std::string> MeantByEntity(const CatalogueView& view, const grammar::Has& has, Entity space) {
  const auto* compared = has.with == nullptr ? nullptr : std::get_if<grammar::Compare>(&has.with->node);
  std::vector<Entity> entities;
  for (const model::EntityInfo& info : model::Entities()) {
    const bool has_field = compared == nullptr || FindField(info.entity, compared->field.text).has_value();
    if (has_field && info.entity != space && model::IsAncestorOrSelf(space, info.entity)) {
      entities.push_back(info.entity);
    }
  }
  const bool none = has.quantity && has.quantity->kind == grammar::Quantity::Kind::kExactly && has.quantity->count == 0;
  const std::string order = has.order == grammar::Order::kFirst  ? "first "
                            : has.order == grammar::Order::kLast ? "last "
                                                                 : "";
  const std::string with = compared != nullptr ? absl::StrCat(" with ", grammar::Print(*has.with)) : "";
  std::vector<std::string> hints;
  for (const MeantRecord& meant : RecordsCalled(view, has.entity.text, entities)) {
    hints.push_back(absl::StrCat("write ", none ? "no " : "has ", order, std::string(model::Info(meant.entity).name),
                                 " ", WrittenTerm(meant.name), with));
  }
  return hints;
}

}  // namespace muster::bind
