#include "tests/property/random/random_catalogue.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/panel.h"
#include "engine/model/time/time.h"
#include "tests/property/naive/names.h"
#include "tests/property/random/random_ontology.h"
#include "tests/property/random/random_time.h"

namespace muster::property {

using model::Entity;
using model::FieldId;

namespace {

using Words = std::vector<std::string>;

/// Words of one field: few, so that they meet, null flavours among them.
const Words& WordsOf(FieldId field) {
  static const auto& sex = *new Words{"Female", "Male", "Other", "Unknown"};
  static const auto& assay = *new Words{"WGS", "WES", "panel", "RNA-seq", "not provided"};
  static const auto& country = *new Words{"DE", "FI", "ES", "IN", "Unknown"};
  static const auto& cohort = *new Words{"Rare one", "Controls 2025", "cms", "not asked"};
  static const auto& chromosome = *new Words{"1", "2", "X", "17"};
  static const auto& person = *new Words{"NHS1", "nhs1", "NHS2", "nhs3", "NHS4", "NHS5", "NHS6", "NHS7", "NHS8"};
  static const auto& family = *new Words{"FAM1", "FAM2", "fam2"};
  static const auto& member = *new Words{"I1", "I2", "II1", "II2", "II3", "III1"};
  static const auto& affected = *new Words{"affected", "unaffected", "missing"};
  static const auto& consent = *new Words{"granted", "refused", "withdrawn", "Unknown"};
  static const auto& others =
      *new Words{"alpha", "beta", "GAMMA two", "al-pine", "Al_pine", "gamma-two", "missing", "3x"};
  switch (field) {
    case model::field::kSex:
      return sex;
    case model::field::kRunAssay:
      return assay;
    case model::field::kCountry:
      return country;
    case model::field::kCohort:
      return cohort;
    case model::field::kVariantChromosome:
      return chromosome;
    case model::field::kPerson:
      return person;
    case model::field::kPedigreeFamily:
      return family;
    case model::field::kPedigreeMember:
    case model::field::kPedigreeMother:
    case model::field::kPedigreeFather:
      return member;
    case model::field::kPedigreeAffected:
      return affected;
    case model::field::kConsentStatus:
      return consent;
    default:
      return others;
  }
}

const Words& Units() {
  static const auto& units = *new Words{"UCUM:mg/dL", "UCUM:g/L",    "UCUM:mmol/L",  "UCUM:umol/L", "UCUM:%",
                                        "UCUM:1",     "UCUM:Cel",    "UCUM:[degF]",  "UCUM:kg/m2",  "NCIT:C49671",
                                        "mg/dL",      "UCUM:10*9/L", "NCIT:C999999", "UCUM:d",      "UCUM:wk"};
  return units;
}

double RandomNumber(Random& random) {
  constexpr double kNumbers[] = {0, 0.05, 0.5, 1, 5, 6.5, 7, 15, 30, 30.5, 48, 98.6, 100, 250, -3};
  if (random.Chance(75)) return kNumbers[random.Below(std::size(kNumbers))];
  return static_cast<double>(random.Between(-1000, 40000)) / 100;
}

std::string RandomCode(Random& random, FieldId field, const Words& codes) {
  if (field == model::field::kMeasurementUnit || field == model::field::kExposureUnit) return random.Pick(Units());
  // Each field has a window of the pool of its own, so that its values meet; the large ones have all of it.
  const size_t width = model::Info(model::Info(field).entity).primary == field ? codes.size() : 12;
  return codes[(field * 7 + random.Below(width)) % codes.size()];
}

model::Value RandomValue(Random& random, FieldId field, const Life& life, const Words& codes, World* world) {
  switch (model::Info(field).kind) {
    case model::Kind::kCode:
      return world->dictionary.Intern(RandomCode(random, field, codes));
    case model::Kind::kKeyword: {
      const std::string& word = random.Pick(WordsOf(field));
      return world->dictionary.Intern(ComparedWord(field, word), word);
    }
    case model::Kind::kNumber: {
      if (!model::MayHaveBounds(field) || !random.Chance(15)) return RandomNumber(random);
      // "<0.5", ">200", "5-10"
      model::NumberBounds bounds;
      const double low = RandomNumber(random);
      const double high = RandomNumber(random);
      const size_t form = random.Below(3);
      if (form != 0) bounds.low = form == 1 ? low : std::min(low, high);
      if (form != 1) bounds.high = form == 0 ? high : std::max(low, high);
      return bounds;
    }
    case model::Kind::kTime:
      if (field == model::field::kBirth) return model::TimeValue{{}, RandomDate(random, 1930, 2022), model::kNoSymbol};
      return RandomTime(random, life, world->dictionary);
    case model::Kind::kText:
      break;
  }
  return absl::StrCat("text ", random.Below(5));
}

/// How often a field has a value: the primary one nearly always, and others more rarely where there are many.
int Likelihood(FieldId field) {
  const model::EntityInfo& info = model::Info(model::Info(field).entity);
  if (info.primary == field) return 93;
  if (model::Info(field).kind == model::Kind::kText) return 10;
  if (CompanionUnit(field) || info.entity == Entity::kRun) return 80;
  return model::FieldsOf(info.entity).size() > 8 ? 40 : 60;
}

void FillRow(Random& random, const Life& life, const Words& codes, World* world, model::Row* row) {
  for (const FieldId field : model::FieldsOf(row->entity)) {
    if (field == model::field::kIndividualId || field == model::field::kDataset || field == model::field::kSampleId ||
        field == model::field::kMeasurementPart) {
      continue;
    }
    if (!random.Chance(Likelihood(field))) continue;
    const size_t count = model::Info(field).multiple ? 1 + random.Below(3) : 1;
    for (size_t i = 0; i < count; ++i) {
      model::FieldValue value{field, RandomValue(random, field, life, codes, world)};
      if (std::find(row->values.begin(), row->values.end(), value) == row->values.end()) {
        row->values.push_back(std::move(value));
      }
    }
  }
}

/// A panel of `row` and some more: what is of the panel they have in common. Its own place is now and then wrong, as a
/// mapping may have it.
std::vector<model::Row> PanelOf(Random& random, const Life& life, const Words& codes, const model::Row& row,
                                World* world) {
  std::vector<model::Row> parts = {row};
  const size_t more = random.Below(3);
  for (size_t i = 0; i < more; ++i) {
    model::Row& part = parts.emplace_back();
    part.entity = row.entity;
    FillRow(random, life, codes, world, &part);
    std::erase_if(part.values, [](const auto& value) { return !model::DiffersWithinPanel(value.field); });
    for (const model::FieldValue& value : row.values) {
      if (!model::DiffersWithinPanel(value.field)) part.values.push_back(value);
    }
  }
  double place = random.Chance(90) ? 1 : 2;
  for (model::Row& part : parts) {
    part.values.push_back({model::field::kMeasurementPart, place++});
    std::stable_sort(part.values.begin(), part.values.end(),
                     [](const model::FieldValue& a, const model::FieldValue& b) { return a.field < b.field; });
  }
  return parts;
}

/// A place in a family of neighbours, known by their numbers: each has an id of their own and parents among the others.
void JoinFamily(Random& random, const std::string& id, World* world, model::Row* row) {
  int number = 0;
  for (const char c : id) number = c >= '0' && c <= '9' ? number * 10 + c - '0' : number;
  const int family = number / 8;
  const auto set = [&](FieldId field, const std::string& word) {
    std::erase_if(row->values, [&](const model::FieldValue& value) { return value.field == field; });
    row->values.push_back({field, world->dictionary.Intern(ComparedWord(field, word), word)});
  };
  set(model::field::kPedigreeFamily, absl::StrCat("K", family));
  // Now and then an id that a neighbour has as well.
  const int64_t own = random.Chance(12) ? family * 8 + random.Between(0, 7) : number;
  set(model::field::kPedigreeMember, absl::StrCat("M", own));
  if (random.Chance(75)) set(model::field::kPedigreeMother, absl::StrCat("M", family * 8 + random.Between(0, 2)));
  if (random.Chance(75)) set(model::field::kPedigreeFather, absl::StrCat("M", family * 8 + random.Between(3, 5)));
  // As rows are read in the order of the fields.
  std::stable_sort(row->values.begin(), row->values.end(),
                   [](const model::FieldValue& a, const model::FieldValue& b) { return a.field < b.field; });
}

}  // namespace

std::vector<std::string> CodePool(const World& world) {
  std::set<std::string> pool = {"ICD10:C18",  "ICD10:C18.0", "ICD10:C18.1", "ICD10:C18.01",   "ICD10:D50.0",
                                "ATC:A10",    "ATC:A10BA02", "ATC:A10BB",   "ICD10:C18-C20",  "ICD10:C19",
                                "HP:9999999", "LOINC:718-7", "NCIT:C12345", "UBERON:0000178", "ORPHA:77"};
  for (int i = 1; i <= 10; ++i) pool.insert(absl::StrCat("OMIM:", i));
  for (const auto& ontology : world.ontologies) {
    for (const ontology::Term& term : ontology->AllTerms()) {
      pool.insert(term.id);
      pool.insert(term.alternative_ids.begin(), term.alternative_ids.end());
      for (const auto& xref : term.xrefs) pool.insert(xref.id);
    }
  }
  return {pool.begin(), pool.end()};
}

model::Record RandomRecord(Random& random, const std::vector<std::string>& codes, std::string dataset, std::string id,
                           World* world) {
  model::Record record;
  record.dataset = std::move(dataset);
  record.id = std::move(id);
  record.rows.emplace_back();
  record.rows[0].values.push_back(
      {model::field::kDataset, world->dictionary.Intern(model::NormalizeKeyword(record.dataset), record.dataset)});
  const Life life = RandomLife(random);
  FillRow(random, life, codes, world, &record.rows[0]);
  size_t samples = 0;
  const size_t rows = random.Below(18);
  for (size_t i = 0; i < rows; ++i) {
    model::Row row;
    row.entity = static_cast<Entity>(1 + random.Below(model::kEntityCount - 1));
    if (random.Chance(25)) row.entity = Entity::kPhenotype;
    if (i == 0 && random.Chance(50)) row.entity = Entity::kPedigree;
    // Any row of the parent's kind that is there already, so that siblings do not stand together.
    std::vector<uint32_t> parents;
    for (uint32_t p = 0; p < record.rows.size(); ++p) {
      if (record.rows[p].entity == model::Info(row.entity).parent) parents.push_back(p);
    }
    if (parents.empty()) continue;
    row.parent = random.Pick(parents);
    row.excluded = model::Info(row.entity).polar && random.Chance(35);
    if (row.entity == Entity::kSample) {
      row.values.push_back({model::field::kSampleId, absl::StrCat("S", ++samples)});
    }
    FillRow(random, life, codes, world, &row);
    if (row.entity == Entity::kPedigree && random.Chance(85)) JoinFamily(random, record.id, world, &row);
    if (row.entity == Entity::kMeasurement && random.Chance(50)) {
      for (model::Row& part : PanelOf(random, life, codes, row, world)) record.rows.push_back(std::move(part));
      continue;
    }
    record.rows.push_back(std::move(row));
  }
  return record;
}

// Mostly permissions that others take away again; some terms that only people can judge, and one that nobody knows.
model::DataUse RandomUse(Random& random, const std::vector<std::string>& codes) {
  constexpr const char* kUses[] = {"DUO:0000042", "DUO:0000006", "DUO:0000007", "DUO:0000007", "DUO:0000007",
                                   "DUO:0000004", "DUO:0000011", "DUO:0000043", "DUO:0000018", "DUO:0000045",
                                   "DUO:0000046", "DUO:0000044", "DUO:0000015", "DUO:0000022", "DUO:0000021",
                                   "DUO:0000012", "DUO:0000005", "DUO:0000014", "DUO:9999999"};
  model::DataUse use;
  use.use.code = kUses[random.Below(std::size(kUses))];
  const size_t modifiers = random.Below(3);
  for (size_t i = 0; i < modifiers; ++i) {
    use.modifiers.push_back(
        {use.use.code == "DUO:0000022" ? random.Pick(Words{"DE", "fi", "FR"}) : random.Pick(codes), ""});
  }
  return use;
}

std::vector<model::Collection> RandomCollections(Random& random, const Words& datasets,
                                                 const std::vector<std::string>& codes) {
  std::vector<model::Collection> collections;
  const auto add = [&](model::Collection::Kind kind, const std::string& id) {
    model::Collection& collection = collections.emplace_back();
    collection.kind = kind;
    collection.id = id;
    const size_t uses = random.Below(4);
    for (size_t i = 0; i < uses; ++i) collection.data_uses.push_back(RandomUse(random, codes));
  };
  for (const std::string& dataset : datasets) {
    if (random.Chance(75)) add(model::Collection::Kind::kDataset, dataset);
  }
  for (const char* cohort : {"Rare one", "Controls 2025", "nobody"}) {
    if (random.Chance(30)) add(model::Collection::Kind::kCohort, cohort);
  }
  return collections;
}

World RandomWorld(Random& random) {
  World world;
  world.ontologies = RandomOntologies(random);
  const std::vector<std::string> codes = CodePool(world);
  const std::vector<std::string> datasets = random.Chance(70) ? Words{"North", "south set", "c"} : Words{"only"};
  world.collections = RandomCollections(random, datasets, codes);
  const size_t people = random.Chance(5) ? 0 : 1 + random.Below(40);
  for (size_t i = 0; i < people; ++i) {
    for (const std::string& dataset : datasets) {
      // The same id in two datasets is two people.
      if (!random.Chance(60)) continue;
      world.records.push_back(RandomRecord(random, codes, dataset, absl::StrCat("P", i), &world));
    }
  }
  return world;
}

}  // namespace muster::property
