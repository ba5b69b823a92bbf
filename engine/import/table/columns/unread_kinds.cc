#include "engine/import/table/columns/unread_kinds.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/import/record/remarks.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr std::string_view kTestNames[] = {"test",   "tests",     "testname", "testcode", "analyte", "analyt",
                                           "assay",  "parameter", "lbtest",   "lbtestcd", "vstest",  "vstestcd",
                                           "testcd", "analysis",  "analyse",  "labtest",  "labname"};
constexpr std::string_view kSystemStems[] = {"version", "system", "vocabulary", "edition", "terminology"};

constexpr std::string_view kMaterialNames[] = {"specimen",       "specimentype", "material", "matrix",     "lbspec",
                                               "probenmaterial", "probenart",    "fluid",    "materialart"};
constexpr std::string_view kSpeciesNames[] = {"organism",  "species",     "scientificname",    "taxon",
                                              "host",      "hostspecies", "speciesname",       "model",
                                              "modeltype", "spezies",     "hostscientificname"};
constexpr std::string_view kPeople[] = {"human", "humans", "homosapiens", "hsapiens", "patient", "person", "mensch"};
constexpr std::string_view kOthers[] = {"mouse",
                                        "mus",
                                        "musmusculus",
                                        "rat",
                                        "rattusnorvegicus",
                                        "dog",
                                        "canisfamiliaris",
                                        "canislupusfamiliaris",
                                        "pig",
                                        "susscrofa",
                                        "rabbit",
                                        "macaque",
                                        "zebrafish",
                                        "daniorerio",
                                        "pdx",
                                        "xenograft",
                                        "cellline",
                                        "organoid",
                                        "maus",
                                        "ratte",
                                        "hund"};

// Materials in which most tests have one name, by its first word.
enum class Material { kUnknown, kBlood, kUrine, kSpinalFluid, kSaliva, kStool, kTissue };

Material MaterialOf(std::string_view letters) {
  struct Known {
    std::string_view word;
    Material material;
  };
  constexpr Known kMaterials[] = {{"serum", Material::kBlood},        {"plasma", Material::kBlood},
                                  {"blood", Material::kBlood},        {"blut", Material::kBlood},
                                  {"sang", Material::kBlood},         {"sangre", Material::kBlood},
                                  {"wholeblood", Material::kBlood},   {"vollblut", Material::kBlood},
                                  {"ser", Material::kBlood},          {"urine", Material::kUrine},
                                  {"urin", Material::kUrine},         {"ur", Material::kUrine},
                                  {"orina", Material::kUrine},        {"csf", Material::kSpinalFluid},
                                  {"liquor", Material::kSpinalFluid}, {"cerebrospinalfluid", Material::kSpinalFluid},
                                  {"lcr", Material::kSpinalFluid},    {"saliva", Material::kSaliva},
                                  {"speichel", Material::kSaliva},    {"stool", Material::kStool},
                                  {"stuhl", Material::kStool},        {"feces", Material::kStool},
                                  {"tissue", Material::kTissue},      {"gewebe", Material::kTissue}};
  const auto* known =
      std::find_if(std::begin(kMaterials), std::end(kMaterials), [&](const Known& one) { return one.word == letters; });
  return known == std::end(kMaterials) ? Material::kUnknown : known->material;
}

// Letters of other alphabets and accents are left out.
std::string LettersOfName(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    if (model::IsAsciiAlpha(c)) letters.push_back(model::AsciiLower(c));
  }
  return letters;
}

}  // namespace

UnreadKinds::UnreadKinds(std::string_view name) : name_(LettersOfName(name)) {}

void UnreadKinds::Add(std::string_view cell) {
  if (values_.size() == kMost) return;
  std::string value = Shown(model::Trim(cell), 40);
  if (std::find(values_.begin(), values_.end(), value) == values_.end()) values_.push_back(std::move(value));
}

bool UnreadKinds::HasNameOfTests() const {
  return std::find(std::begin(kTestNames), std::end(kTestNames), name_) != std::end(kTestNames);
}

bool UnreadKinds::AreTests() const { return AreSeveral() && HasNameOfTests(); }

bool UnreadKinds::AreSystems() const {
  return AreSeveral() && std::any_of(std::begin(kSystemStems), std::end(kSystemStems),
                                     [&](std::string_view stem) { return name_.find(stem) != name_.npos; });
}

bool UnreadKinds::AreMaterials() const {
  if (!AreSeveral() ||
      std::find(std::begin(kMaterialNames), std::end(kMaterialNames), name_) == std::end(kMaterialNames)) {
    return false;
  }
  // By a letter: S of serum, P of plasma and B of blood, U of urine.
  const bool letters = std::all_of(values_.begin(), values_.end(), [](const std::string& value) {
    return value.size() == 1 && std::string_view("SPBU").find(value) != std::string_view::npos;
  });
  std::vector<Material> different;
  for (const std::string& value : values_) {
    const Material material =
        letters ? (value == "U" ? Material::kUrine : Material::kBlood) : MaterialOf(LettersOfName(value));
    if (material == Material::kUnknown) continue;
    if (std::find(different.begin(), different.end(), material) == different.end()) different.push_back(material);
  }
  return different.size() > 1;
}

bool UnreadKinds::AreSpecies() const {
  if (!AreSeveral() ||
      std::find(std::begin(kSpeciesNames), std::end(kSpeciesNames), name_) == std::end(kSpeciesNames)) {
    return false;
  }
  const auto has = [&](auto begin, auto end) {
    return std::any_of(values_.begin(), values_.end(),
                       [&](const std::string& value) { return std::find(begin, end, LettersOfName(value)) != end; });
  };
  return has(std::begin(kPeople), std::end(kPeople)) && has(std::begin(kOthers), std::end(kOthers));
}

std::string UnreadKinds::Values() const {
  std::string text;
  for (const std::string& value : values_) text.append(text.empty() ? "\"" : ", \"").append(value).append("\"");
  return text;
}

}  // namespace muster::import
