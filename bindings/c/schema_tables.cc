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
  TableBuilder entities({Column::Text("name"), Column::Text("plural"), Column::Text("parent"),
                         Column::Number("may be excluded"), Column::Text("aliases"), Column::Text("description")});
  TableBuilder fields({Column::Text("entity"), Column::Text("name"), Column::Text("kind"), Column::Number("several"),
                       Column::Number("primary"), Column::Text("aliases"), Column::Text("units"),
                       Column::Text("description")});
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
  TableBuilder table({Column::Text("entity"), Column::Text("field"), Column::Number("primary")});
  for (const CodePlace& place : places) table.Add({place.entity, place.field, FlagCell(place.primary)});
  return {table.Take()};
}

std::vector<Answer> TablesOf(const std::vector<Collection>& collections) {
  TableBuilder table({Column::Text("kind"), Column::Text("id"), Column::Text("name"), Column::Text("description"),
                      Column::Text("type"), Column::Text("countries"), Column::Text("custodian"),
                      Column::Text("access"), Column::Text("version"), Column::Text("age range"),
                      Column::Text("inclusion"), Column::Text("exclusion"), Column::Number("declared"),
                      Column::Number("synthetic"), Column::Text("data uses")});
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
