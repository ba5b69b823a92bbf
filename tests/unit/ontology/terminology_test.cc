#include "engine/ontology/terminology.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_replace.h"
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
  EXPECT_FALSE(terminology_->CachedFollow("HP:0001250", Reach::kDescendants));
  const Reached followed = terminology_->Follow(terminology_->Find("HP:0001250"), Reach::kDescendants);
  const auto before = terminology_->CachedFollow("HP:0001250", Reach::kDescendants);
  ASSERT_TRUE(before);
  EXPECT_EQ(before->symbols, followed.symbols) << "shared";
  EXPECT_EQ(before->terms, followed.terms);
  EXPECT_FALSE(terminology_->CachedFollow("HP:0001250", Reach::kExact));
  // Of these there is something to say each time.
  for (const char* code : {"HP:0002125", "HP:0002391"}) {
    terminology_->Follow(terminology_->Find(code), Reach::kDescendants);
    EXPECT_FALSE(terminology_->CachedFollow(code, Reach::kDescendants)) << code;
  }
}

// Several ontologies, the records' codes, and what is asked of them.
class SeveralTest : public testing::Test {
 protected:
  void Load(const std::vector<std::string>& files, const std::vector<std::string>& codes) {
    std::vector<OntologyPtr> ontologies;
    for (const std::string& file : files) {
      auto draft = ReadObo("format-version: 1.2\n" + file);
      ASSERT_TRUE(draft.ok()) << draft.status();
      ontologies.push_back(*Ontology::Build(*std::move(draft), nullptr));
    }
    auto dictionary = std::make_shared<model::Dictionary>();
    for (const std::string& code : codes) dictionary->Intern(code);
    terminology_ = std::make_unique<Terminology>(std::move(ontologies), dictionary);
  }

  std::vector<std::string> Codes(std::string_view code, Reach reach) const {
    std::vector<std::string> codes;
    for (const model::Symbol symbol : *terminology_->Follow(terminology_->Find(code), reach).symbols) {
      codes.emplace_back(terminology_->dictionary().Text(symbol));
    }
    return codes;
  }

  std::unique_ptr<Terminology> terminology_;
};

TEST_F(SeveralTest, ReplacementsAreFollowedToTheEnd) {
  Load({"ontology: hp\n[Term]\nid: HP:1\nname: all\n[Term]\nid: HP:2\nname: old\nis_obsolete: true\nreplaced_by: HP:3\n"
        "[Term]\nid: HP:3\nname: newer\nis_obsolete: true\nreplaced_by: MONDO:1\n"
        "[Term]\nid: HP:4\nname: below an obsolete one\nis_a: HP:2\n"
        "[Term]\nid: HP:5\nname: to and fro\nis_obsolete: true\nreplaced_by: HP:6\n"
        "[Term]\nid: HP:6\nname: fro\nis_obsolete: true\nreplaced_by: HP:5\n",
        "ontology: mondo\n[Term]\nid: MONDO:1\nname: disease\nalt_id: MONDO:2\n"},
       {"HP:2", "HP:3", "HP:4", "MONDO:1", "MONDO:2", "HP:5"});
  for (const char* code : {"HP:2", "HP:3", "MONDO:1", "MONDO:2"}) {
    EXPECT_THAT(Codes(code, Reach::kDescendants), UnorderedElementsAre("HP:2", "HP:3", "HP:4", "MONDO:1", "MONDO:2"))
        << code;
    EXPECT_THAT(Codes(code, Reach::kExact), UnorderedElementsAre("HP:2", "HP:3", "MONDO:1", "MONDO:2")) << code;
  }
  EXPECT_EQ(terminology_->Find("HP:2").source, Concept::Source::kReplaced);
  EXPECT_THAT(Codes("HP:4", Reach::kAncestors), UnorderedElementsAre("HP:2", "HP:3", "HP:4", "MONDO:1", "MONDO:2"));
  EXPECT_EQ(terminology_->Find("HP:5").source, Concept::Source::kObsolete);
}

// A term that was split: who has it has both, who lacks it may have one.
TEST_F(SeveralTest, ATermThatSeveralReplaceExcludesNone) {
  Load({"ontology: hp\n[Term]\nid: HP:1\nname: a\n[Term]\nid: HP:2\nname: b\n"
        "[Term]\nid: HP:3\nname: both\nis_obsolete: true\nreplaced_by: HP:1\nreplaced_by: HP:2\n"
        "[Term]\nid: HP:4\nname: older\nis_obsolete: true\nreplaced_by: HP:3\n"
        "[Term]\nid: HP:5\nname: below both\nis_a: HP:3\n"},
       {"HP:1", "HP:2", "HP:3", "HP:4", "HP:5"});
  EXPECT_THAT(Codes("HP:1", Reach::kDescendants), UnorderedElementsAre("HP:1", "HP:3", "HP:4", "HP:5"));
  EXPECT_THAT(Codes("HP:1", Reach::kExact), UnorderedElementsAre("HP:1", "HP:3", "HP:4"));
  EXPECT_THAT(Codes("HP:1", Reach::kAncestors), ElementsAre("HP:1"));
  EXPECT_THAT(Codes("HP:1", Reach::kExactExcluded), ElementsAre("HP:1"));
  EXPECT_THAT(Codes("HP:5", Reach::kAncestors), UnorderedElementsAre("HP:1", "HP:2", "HP:3", "HP:5"));
  const Concept split = terminology_->Find("HP:4");
  EXPECT_EQ(split.source, Concept::Source::kObsolete);
  EXPECT_EQ(terminology_->CurrentOf(split.nodes[0]).size(), 2u);
}

// Files have terms of other ontologies: whole, or as parents only.
TEST_F(SeveralTest, ATermOfSeveralOntologiesIsOne) {
  Load({"ontology: cl\n[Term]\nid: CL:1\nname: cell\nis_a: UBERON:1\n[Term]\nid: CL:2\nname: old\nis_a: UBERON:2\n",
        "ontology: uberon\n[Term]\nid: UBERON:1\nname: organ\nis_a: UBERON:3\n[Term]\nid: UBERON:3\nname: part\n"
        "[Term]\nid: UBERON:2\nname: gone\nis_obsolete: true\nreplaced_by: UBERON:1\n"},
       {"CL:1", "CL:2"});
  EXPECT_THAT(Codes("UBERON:3", Reach::kDescendants), UnorderedElementsAre("CL:1", "CL:2"));
  EXPECT_EQ(terminology_->Find("UBERON:2").source, Concept::Source::kReplaced);
}

TEST_F(SeveralTest, ATermOfSeveralOntologiesIsNamedOnce) {
  Load({"ontology: mondo\n[Term]\nid: MONDO:1\nname: melanoma\n",
        "ontology: excerpt\n[Term]\nid: MONDO:1\nname: melanoma\n[Term]\nid: X:1\nname: melanoma\n"},
       {"MONDO:1"});
  std::vector<std::string> ids;
  for (const Node node : terminology_->FindByName("melanoma")) ids.emplace_back(terminology_->TermId(node));
  EXPECT_THAT(ids, ElementsAre("MONDO:1", "X:1"));
}

TEST_F(SeveralTest, ATermOfAnOntologyThatIsNotLoadedReachesWhatItReplaced) {
  Load({"ontology: hp\n[Term]\nid: HP:1\nname: all\n[Term]\nid: HP:2\nname: oldest\nis_obsolete: true\nreplaced_by: "
        "HP:3\n"
        "[Term]\nid: HP:3\nname: old\nis_obsolete: true\nreplaced_by: MONDO:1\n"
        "[Term]\nid: HP:4\nname: split\nis_obsolete: true\nreplaced_by: MONDO:1\nreplaced_by: MONDO:2\n"},
       {"HP:2", "HP:3", "HP:4", "MONDO:1"});
  EXPECT_EQ(terminology_->Find("MONDO:1").source, Concept::Source::kPlain);
  EXPECT_THAT(Codes("MONDO:1", Reach::kDescendants), UnorderedElementsAre("HP:2", "HP:3", "MONDO:1"));
  EXPECT_THAT(Codes("MONDO:1", Reach::kExact), UnorderedElementsAre("HP:2", "HP:3", "MONDO:1"));
  EXPECT_EQ(terminology_->Find("MONDO:2").source, Concept::Source::kUnknown);
}

TEST_F(SeveralTest, CodesThatAnOntologyLacksKeepTheirPlace) {
  const std::vector<std::string> codes = {"ICD10:E11", "ICD10:E11.9", "ICD10:E11.65"};
  const auto all = testing::UnorderedElementsAreArray(codes);
  // A tree down to categories; terms without edges; the edition of another country; a term of another ontology; others.
  for (const char* file : {"ontology: icd10\n[Term]\nid: ICD10:E10-E14\n[Term]\nid: ICD10:E11\nis_a: ICD10:E10-E14\n",
                           "ontology: icd10\n[Term]\nid: ICD10:E11\n[Term]\nid: ICD10:E11.9\n",
                           "ontology: icd10\n[Term]\nid: ICD10:E11\n[Term]\nid: ICD10:E11.9\nis_a: ICD10:E11\n",
                           "ontology: mondo\n[Term]\nid: MONDO:1\n[Term]\nid: ICD10:E11\nis_a: MONDO:1\n",
                           "ontology: icd10\n[Term]\nid: ICD10:I10\n"}) {
    Load({file}, codes);
    EXPECT_THAT(Codes("ICD10:E11", Reach::kDescendants), all) << file;
    EXPECT_THAT(Codes("ICD10:E10-E14", Reach::kDescendants), all) << file;
    // The same where the terms have names.
    const std::string named = absl::StrReplaceAll(file, {{"[Term]\n", "[Term]\nname: a\n"}});
    Load({named}, codes);
    EXPECT_THAT(Codes("ICD10:E11", Reach::kDescendants), all) << named;
    EXPECT_THAT(Codes("ICD10:E10-E14", Reach::kDescendants), all) << named;
  }
  Load({"ontology: mondo\n[Term]\nid: MONDO:1\n[Term]\nid: ICD10:E11\nis_a: MONDO:1\n"}, codes);
  EXPECT_THAT(Codes("MONDO:1", Reach::kDescendants), all);
  // What the ontology places elsewhere is there.
  Load({"ontology: icd10\n[Term]\nid: ICD10:E11\nname: type 2\n[Term]\nid: ICD10:E13\nname: other\n"
        "[Term]\nid: ICD10:E11.9\nname: without complications\nis_a: ICD10:E13\n"},
       codes);
  EXPECT_THAT(Codes("ICD10:E11", Reach::kDescendants), UnorderedElementsAre("ICD10:E11", "ICD10:E11.65"));
  Load({"ontology: drugs\n[Term]\nid: ATC:A10\n"}, {"ATC:A10BA02", "ATC:A10BB01"});
  EXPECT_THAT(Codes("ATC:A10", Reach::kDescendants), UnorderedElementsAre("ATC:A10BA02", "ATC:A10BB01"));
}

TEST_F(SeveralTest, CirclesAreOneTerm) {
  Load({"ontology: cl\n[Term]\nid: CL:1\nname: a\nis_a: CL:2\n[Term]\nid: CL:2\nname: b\nis_a: CL:1\n"
        "[Term]\nid: CL:3\nname: c\nis_a: CL:1\n"},
       {"CL:1", "CL:2", "CL:3"});
  for (const char* code : {"CL:1", "CL:2"}) {
    EXPECT_THAT(Codes(code, Reach::kExact), UnorderedElementsAre("CL:1", "CL:2")) << code;
    EXPECT_THAT(Codes(code, Reach::kAncestors), UnorderedElementsAre("CL:1", "CL:2")) << code;
    EXPECT_THAT(Codes(code, Reach::kDescendants), UnorderedElementsAre("CL:1", "CL:2", "CL:3")) << code;
  }
}

}  // namespace
}  // namespace muster::ontology
