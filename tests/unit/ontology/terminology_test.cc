#include "engine/ontology/terminology.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/ontology/readers.h"

namespace muster::ontology {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

constexpr char kPhenotypes[] =
    "format-version: 1.2\nontology: hp\n"
    "[Term]\nid: HP:0000118\nname: Phenotypic abnormality\n"
    "[Term]\nid: HP:0001250\nname: Seizure\nalt_id: HP:0002125\nis_a: HP:0000118\n"
    "[Term]\nid: HP:0007359\nname: Focal-onset seizure\nis_a: HP:0001250\n"
    "[Term]\nid: HP:0002391\nname: Fit\nis_obsolete: true\nreplaced_by: HP:0001250\n";

class TerminologyTest : public testing::Test {
 protected:
  TerminologyTest() {
    auto draft = ReadObo(kPhenotypes);
    EXPECT_TRUE(draft.ok()) << draft.status();
    auto built = Ontology::Build(*std::move(draft), nullptr);
    EXPECT_TRUE(built.ok()) << built.status();
    auto dictionary = std::make_shared<model::Dictionary>();
    for (const char* code : {"HP:0007359", "HP:0002125", "HP:0001250"}) dictionary->Intern(code);
    terminology_ = std::make_unique<Terminology>(std::vector<OntologyPtr>{*built}, dictionary);
  }

  std::vector<std::string> Codes(const Reached& reached) const {
    std::vector<std::string> codes;
    for (const model::Symbol symbol : *reached.symbols) codes.emplace_back(terminology_->dictionary().Text(symbol));
    return codes;
  }

  std::unique_ptr<Terminology> terminology_;
};

TEST_F(TerminologyTest, FollowsToCodesOfRecords) {
  const Concept seizure = terminology_->Find("HP:0001250");
  EXPECT_EQ(seizure.source, Concept::Source::kTerm);
  const Reached below = terminology_->Follow(seizure, Reach::kDescendants);
  EXPECT_EQ(below.terms, 2u);
  EXPECT_THAT(Codes(below), UnorderedElementsAre("HP:0001250", "HP:0002125", "HP:0007359"));
  EXPECT_THAT(Codes(terminology_->Follow(seizure, Reach::kExact)), UnorderedElementsAre("HP:0001250", "HP:0002125"));
  EXPECT_THAT(Codes(terminology_->Follow(terminology_->Find("HP:0007359"), Reach::kExact)), ElementsAre("HP:0007359"));
}

TEST_F(TerminologyTest, KnowsWhatItFollowedOfCurrentTerms) {
  EXPECT_FALSE(terminology_->FollowedBefore("HP:0001250", Reach::kDescendants));
  const Reached followed = terminology_->Follow(terminology_->Find("HP:0001250"), Reach::kDescendants);
  const auto before = terminology_->FollowedBefore("HP:0001250", Reach::kDescendants);
  ASSERT_TRUE(before);
  EXPECT_EQ(before->symbols, followed.symbols) << "shared";
  EXPECT_EQ(before->terms, followed.terms);
  EXPECT_FALSE(terminology_->FollowedBefore("HP:0001250", Reach::kExact));
  // Of these there is something to say each time.
  for (const char* code : {"HP:0002125", "HP:0002391"}) {
    terminology_->Follow(terminology_->Find(code), Reach::kDescendants);
    EXPECT_FALSE(terminology_->FollowedBefore(code, Reach::kDescendants)) << code;
  }
}

}  // namespace
}  // namespace muster::ontology
