// The model and the descriptions of datasets as tables.
#include <string>
#include <string_view>
#include <vector>

#include "bindings/c/report_tables.h"
#include "muster/schema.h"

namespace muster::c {
namespace {

std::string Joined(const std::vector<std::string>& items) {
  std::string joined;
  for (const std::string& item : items) {
    if (!joined.empty()) joined += "; ";
    joined += item;
  }
  return joined;
}

Cell FlagCell(bool flag) { return int64_t{flag ? 1 : 0}; }

std::string KindOf(Schema::Kind kind) {
  switch (kind) {
    case Schema::Kind::kCode:
      return "code";
    case Schema::Kind::kKeyword:
      return "keyword";
    case Schema::Kind::kNumber:
      return "number";
    case Schema::Kind::kTime:
      return "time";
    case Schema::Kind::kText:
      return "text";
  }
  return "text";
}

}  // namespace

std::vector<Answer> TablesOf(const Schema& schema) {
  constexpr ColumnType kFlag = ColumnType::kInteger;
  constexpr ColumnType kWord = ColumnType::kText;
  TableBuilder entities({{"name", kWord},
                         {"plural", kWord},
                         {"parent", kWord},
                         {"may be excluded", kFlag},
                         {"aliases", kWord},
                         {"description", kWord}});
  TableBuilder fields({{"entity", kWord},
                       {"name", kWord},
                       {"kind", kWord},
                       {"several", kFlag},
                       {"primary", kFlag},
                       {"aliases", kWord},
                       {"units", kWord},
                       {"description", kWord}});
  for (const Schema::Entity& entity : schema.entities) {
    entities.Add({entity.name, entity.plural, entity.parent, FlagCell(entity.may_be_excluded), Joined(entity.aliases),
                  entity.description});
    for (const Schema::Field& field : entity.fields) {
      fields.Add({entity.name, field.name, KindOf(field.kind), FlagCell(field.several), FlagCell(field.primary),
                  Joined(field.aliases), Joined(field.units), field.description});
    }
  }
  return {entities.Take(), fields.Take()};
}

std::vector<Answer> TablesOf(const std::vector<CodePlace>& places) {
  TableBuilder table({{"entity", ColumnType::kText}, {"field", ColumnType::kText}, {"primary", ColumnType::kInteger}});
  for (const CodePlace& place : places) table.Add({place.entity, place.field, FlagCell(place.primary)});
  return {table.Take()};
}

std::vector<Answer> TablesOf(const std::vector<Collection>& collections) {
  constexpr ColumnType kWord = ColumnType::kText;
  TableBuilder table({{"kind", kWord},
                      {"id", kWord},
                      {"name", kWord},
                      {"description", kWord},
                      {"type", kWord},
                      {"countries", kWord},
                      {"custodian", kWord},
                      {"access", kWord},
                      {"version", kWord},
                      {"age range", kWord},
                      {"inclusion", kWord},
                      {"exclusion", kWord},
                      {"declared", ColumnType::kInteger},
                      {"synthetic", ColumnType::kInteger},
                      {"data uses", kWord}});
  for (const Collection& collection : collections) {
    std::vector<std::string> uses;
    for (const Collection::DataUse& use : collection.data_uses) {
      std::string written = use.use.code;
      for (const Collection::Term& modifier : use.modifiers) written += " " + modifier.code;
      uses.push_back(std::move(written));
    }
    const Cell declared = collection.declared.has_value() ? Cell(static_cast<int64_t>(*collection.declared)) : Cell();
    const Cell synthetic = collection.synthetic.has_value() ? FlagCell(*collection.synthetic) : Cell();
    table.Add({std::string(collection.kind == Collection::Kind::kDataset ? "dataset" : "cohort"), collection.id,
               collection.name, collection.description, collection.type, Joined(collection.countries),
               collection.custodian, collection.access, collection.version, collection.age_range, collection.inclusion,
               collection.exclusion, declared, synthetic, Joined(uses)});
  }
  return {table.Take()};
}

}  // namespace muster::c
