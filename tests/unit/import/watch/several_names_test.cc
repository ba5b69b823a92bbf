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

TEST(SeveralNamesTest, CommasPartNamesOfDrugsOnly) {
  const auto told = [](const std::string& disease) {
    return ProblemsOf(ReadTables({{"t.csv", "id,dx\nA,asthma\nB,\"" + disease + "\"\n"}},
                                 R"({"tables": {"t": {"files": "t.csv", "id": "id", "one": true}},
                                     "diseases": {"from": "/t", "fields": {"term": "/dx"}}})"));
  };
  EXPECT_THAT(told("asthma, allergic"), Not(IsTold()));
  EXPECT_THAT(told("asthma; eczema"), IsTold());
}

}  // namespace
}  // namespace muster::import
