// Texts with accents in the two forms that Unicode has.
#include "engine/import/record/symbols.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::ElementsAre;
using testing::IsEmpty;

// "Épilepsie" and "männlich" with the accents behind their letters.
constexpr char kEpilepsy[] = "E\xCC\x81pilepsie";
constexpr char kMale[] = "ma\xCC\x88nnlich";

TEST(SymbolsTest, TheTwoFormsOfAnAccentAreOne) {
  const std::string text =
      "id,sex,born,dx,verif\nA,männlich,,Épilepsie,ja\nB," + std::string(kMale) + ",," + kEpilepsy + ",ja\n";
  const Reading reading = ReadTables({{"p.csv", text}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
    "individual": {"sex": "/p/sex", "cohort": "/p/dx"},
    "diseases": {"from": "/p", "when": {"/verif": "ja"}, "fields": {"term": "/dx"}}})");
  EXPECT_THAT(reading.Rows(0),
              ElementsAre("individual: dataset=test, cohort=Épilepsie, sex=male", "disease: term=Épilepsie"));
  EXPECT_EQ(reading.Rows(1), reading.Rows(0));
}

TEST(SymbolsTest, SoAreTheyInWordsThatDeny) {
  for (const char* denial : {"zur\xC3\xBC"
                             "ckgestellt",
                             "zuru\xCC\x88"
                             "ckgestellt"}) {
    const Reading reading = ReadTables({{"r.csv", "id,atc,status\nA,ATC:A10BA02," + std::string(denial) + "\n"}},
                                       R"({"tables": {"r": {"files": "r.csv", "id": "id"}},
        "treatments": {"from": "/r/*", "fields": {"agent": "/atc"}}})");
    EXPECT_THAT(reading.Rows(Entity::kTreatment), IsEmpty()) << denial;
  }
  const Reading label =
      Read(R"({"id": "1", "diseases": [{"term": {"id": "ICD10:G40", "label": "Fa\u0306ra\u0306 epilepsie"}}]})");
  EXPECT_THAT(label.Rows(Entity::kDisease), IsEmpty());
}

}  // namespace
}  // namespace muster::import
