#include "engine/import/watch/several_names.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> ToldOfDrugs(const std::string& other) {
  return ProblemsOf(ReadTables({{"t.csv", "id,drug\nA,metformin\nB,insulin\nC,\"" + other + "\"\n"}},
                               R"({"tables": {"t": {"files": "t.csv", "id": "id", "one": true}},
                                   "treatments": {"from": "/t", "fields": {"agent": "/drug"}}})"));
}

auto IsTold() { return Contains(HasSubstr("in it, which others have by itself")); }

TEST(SeveralNamesTest, OfDrugs) {
  for (const char* drugs :
       {"metformin; aspirin", "metformin + insulin", "Metformin, aspirin", "aspirin\nmetformin", "aspirin,metformin"}) {
    EXPECT_THAT(ToldOfDrugs(drugs), IsTold()) << drugs;
  }
  for (const char* drug : {"metformin XR", "insulin, human", "insulin, 10 units", "aspirin; heparin", "metformin;",
                           "ATC:A10BA02", "insulin/aspirin"}) {
    EXPECT_THAT(ToldOfDrugs(drug), Not(IsTold())) << drug;
  }
}

TEST(SeveralNamesTest, TwoDrugsOfOneProductAreOne) {
  for (const char* drug : {"carbidopa, insulin", "insulin; benserazide", "Metformin + Clavulanic acid"}) {
    EXPECT_THAT(ToldOfDrugs(drug), Not(IsTold())) << drug;
  }
  EXPECT_THAT(ToldOfDrugs("carbidopa, levodopa, insulin"), IsTold());
}

// With asthma and eczema each by itself.
std::vector<std::string> ToldOfDiseases(const std::string& disease) {
  return ProblemsOf(ReadTables({{"t.csv", "id,dx\nA,asthma\nB,\"" + disease + "\"\nC,eczema\n"}},
                               R"({"tables": {"t": {"files": "t.csv", "id": "id", "one": true}},
                                   "diseases": {"from": "/t", "fields": {"term": "/dx"}}})"));
}

TEST(SeveralNamesTest, CommasPartNamesOfDrugsOnly) {
  EXPECT_THAT(ToldOfDiseases("asthma, allergic"), Not(IsTold()));
  EXPECT_THAT(ToldOfDiseases("asthma; eczema"), IsTold());
}

TEST(SeveralNamesTest, AKindBehindTheNameOfADisease) {
  for (const char* disease : {"asthma; allergic", "Asthma; mild; of childhood"}) {
    EXPECT_THAT(ToldOfDiseases(disease), Not(IsTold())) << disease;
  }
  for (const char* diseases : {"rhinitis; asthma", "asthma + rhinitis", "asthma\nrhinitis"}) {
    EXPECT_THAT(ToldOfDiseases(diseases), IsTold()) << diseases;
  }
}

}  // namespace
}  // namespace muster::import
