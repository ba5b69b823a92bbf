#include "engine/import/table/columns/unread_kinds.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/remarks.h"
#include "engine/model/text/spellings.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr std::string_view kTestNames[] = {"test",   "tests",     "testname", "testcode", "analyte", "analyt",
                                           "assay",  "parameter", "lbtest",   "lbtestcd", "vstest",  "vstestcd",
                                           "testcd", "analysis",  "analyse",  "labtest",  "labname"};
// By the edition of ICD, as FinnGen's files and others have it.
constexpr std::string_view kSystemNames[] = {"icdver",  "icdvers", "icdrev",  "icdrevision", "codever", "dxver",
                                             "diagver", "icdtype", "icdkind", "icdcodeart",  "kodeverk"};
// What kind a diagnosis is, main or other, is called so as well.
constexpr std::string_view kTypeNames[] = {"dxtype",   "codetype",          "pxtype",
                                           "diagtype", "diagnosiscodetype", "dxcodetype"};
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

// "09" and "10", as PCORnet has them, "ICD9", "I10", "SM".
bool IsEdition(const std::string& value) {
  constexpr std::string_view kEditions[] = {"8",     "9",      "09",    "10",      "11",     "icd8",    "icd9",
                                            "icd09", "icd10",  "icd11", "icd10cm", "icd9cm", "i9",      "i10",
                                            "sm",    "snomed", "ic",    "ot",      "un",     "icd10gm", "ni"};
  return IsIn(kEditions, Letters(value).text());
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

UnreadKinds::UnreadKinds(std::string_view name) {
  for (const std::string& spelling : model::SpellingsOf(name)) names_.push_back(LettersOfName(spelling));
}

bool UnreadKinds::IsCalled(std::span<const std::string_view> names) const {
  return std::any_of(names_.begin(), names_.end(), [&](const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  });
}

void UnreadKinds::Add(std::string_view cell) {
  if (values_.size() == kMost) return;
  std::string value = Shown(model::Trim(cell), 40);
  if (std::find(values_.begin(), values_.end(), value) == values_.end()) values_.push_back(std::move(value));
}

bool UnreadKinds::HasNameOfTests() const { return IsCalled(kTestNames); }

bool UnreadKinds::AreTests() const { return AreSeveral() && HasNameOfTests(); }

bool UnreadKinds::AreSystems() const {
  if (!AreSeveral()) return false;
  if (IsCalled(kSystemNames)) return true;
  if (IsCalled(kTypeNames) && std::all_of(values_.begin(), values_.end(), IsEdition)) return true;
  // Versions of rows are numbers, too.
  const auto is_number = [](const std::string& value) { return value.find_first_not_of("0123456789") == value.npos; };
  if (std::all_of(values_.begin(), values_.end(), is_number) && std::none_of(values_.begin(), values_.end(), IsEdition))
    return false;
  return std::any_of(names_.begin(), names_.end(), [](const std::string& name) {
    return std::any_of(std::begin(kSystemStems), std::end(kSystemStems),
                       [&](std::string_view stem) { return name.find(stem) != name.npos; });
  });
}

bool UnreadKinds::HasNameOfMaterials() const { return IsCalled(kMaterialNames); }

bool UnreadKinds::AreStatesOfFasting() const {
  constexpr std::string_view kFasting[] = {"fasting", "fasted",   "nchtern", "nuechtern", "nuchtern",
                                           "ayunas",  "enayunas", "jeun",    "jeune",     "digiuno"};
  constexpr std::string_view kOthers[] = {"random", "nonfasting", "notfasting",  "postprandial",
                                          "pp",     "ogtt",       "hogtt",       "fed",
                                          "casual", "postmeal",   "gelegenheit", "aftermeal"};
  if (!AreSeveral()) return false;
  const auto has = [&](std::span<const std::string_view> words) {
    return std::any_of(values_.begin(), values_.end(), [&](const std::string& value) {
      const std::string letters = LettersOfName(value);
      return std::find(words.begin(), words.end(), letters) != words.end();
    });
  };
  return has(kFasting) && has(kOthers);
}

bool UnreadKinds::AreMaterials() const {
  if (!AreSeveral() || !HasNameOfMaterials()) return false;
  // By a letter: S of serum, P of plasma and B of blood, U of urine. (Where all are so.)
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
  if (!AreSeveral() || !IsCalled(kSpeciesNames)) return false;
  const auto has = [&](auto begin, auto end) {
    return std::any_of(values_.begin(), values_.end(),
                       [&](const std::string& value) { return std::find(begin, end, LettersOfName(value)) != end; });
  };
  return has(std::begin(kPeople), std::end(kPeople)) && has(std::begin(kOthers), std::end(kOthers));
}

std::string MaterialInWord(std::string_view cell) {
  if (cell == "U") return "urine";
  if (cell == "S" || cell == "P" || cell == "B") return "blood";
  const Material material = MaterialOf(LettersOfName(cell));
  if (material == Material::kUnknown) return "";
  return material == Material::kBlood ? "blood" : material == Material::kUrine ? "urine" : LettersOfName(cell);
}

std::string UnreadKinds::Values() const {
  std::string text;
  for (const std::string& value : values_) text.append(text.empty() ? "\"" : ", \"").append(value).append("\"");
  return text;
}

}  // namespace muster::import
