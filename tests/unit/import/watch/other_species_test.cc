#include "engine/import/watch/other_species.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> ToldOfSpecies(const std::string& rows) {
  return ProblemsOf(ReadTables({{"p.csv", "id,species\n" + rows}}, R"({"tables": {"p": {"files": "p.csv", "id": "id",
      "one": true}}, "individual": {"species": "/p/species"}})"));
}

TEST(OtherSpeciesTest, AnimalsBesidePeopleAreReported) {
  EXPECT_THAT(ToldOfSpecies("1,NCBITaxon:9606\n2,NCBITaxon:10090\n3,\n"),
              ElementsAre(HasSubstr("1 of 3 individuals are of NCBITaxon:10090, such as \"2\"")));
  EXPECT_THAT(ToldOfSpecies("1,NCBITaxon:9606\n2,NCBITaxon:9606\n"), IsEmpty());
  EXPECT_THAT(ToldOfSpecies("1,NCBITaxon:10090\n2,NCBITaxon:10090\n"), IsEmpty()) << "a catalogue of mice";
}

}  // namespace
}  // namespace muster::import
