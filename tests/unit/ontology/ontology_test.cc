#include "engine/ontology/ontology.h"

#include <string>

#include "engine/ontology/readers.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::ontology {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A diamond: 4 is below 2 and 3, which are below 1.
constexpr char kExample[] =
    "format-version: 1.2\ndata-version: 1\nontology: hp\n"
    "[Term]\nid: HP:0000004\nname: Focal seizure\nsynonym: \"Partial seizure\" EXACT []\nsynonym: \"Attack\" RELATED "
    "[]\n"
    "is_a: HP:0000002\nis_a: HP:0000003\nis_a: HP:0000002\nxref: OMIM:4 {source=\"MONDO:equivalentTo\"}\n"
    "[Term]\nid: HP:0000001\nname: All\nxref: OMIM:1\n"
    "[Term]\nid: HP:0000002\nname: Seizure\nalt_id: HP:0000012\nalt_id: HP:0000003\nsynonym: \"Attack\" EXACT []\n"
    "is_a: HP:0000001\n"
    "[Term]\nid: HP:0000003\nname: Focal abnormality\nis_a: HP:0000001\nxref: OMIM:4 {source=\"MONDO:equivalentTo\"}\n"
    "[Term]\nid: HP:0000009\nname: Fit\nis_obsolete: true\nreplaced_by: HP:0000002\nsynonym: \"Seizure\" EXACT []\n";

OntologyPtr Build(std::string_view obo, std::vector<std::string>* notes = nullptr) {
  auto draft = ReadObo(obo);
  EXPECT_TRUE(draft.ok()) << draft.status();
  auto ontology = Ontology::Build(*std::move(draft), notes);
  EXPECT_TRUE(ontology.ok()) << ontology.status();
  return ontology.ok() ? *ontology : nullptr;
}

class OntologyTest : public testing::Test {
 protected:
  TermIndex At(std::string_view id) const { return *ontology_->Find(id); }
  std::vector<std::string> Ids(std::span<const TermIndex> terms) const {
    std::vector<std::string> ids;
    for (TermIndex term : terms) ids.emplace_back(ontology_->TermId(term));
    return ids;
  }

  OntologyPtr ontology_ = Build(kExample);
};

TEST_F(OntologyTest, FindsByIdAndAlternativeId) {
  EXPECT_EQ(ontology_->id(), "hp");
  EXPECT_EQ(ontology_->version(), "1");
  EXPECT_EQ(ontology_->obsolete_count(), 1u);
  EXPECT_EQ(At("HP:0000012"), At("HP:0000002"));
  EXPECT_EQ(ontology_->term(At("HP:0000003")).label, "Focal abnormality");  // a primary id wins
  EXPECT_TRUE(ontology_->IsPrimaryId("HP:0000002"));
  EXPECT_FALSE(ontology_->IsPrimaryId("HP:0000012"));
  EXPECT_FALSE(ontology_->IsPrimaryId("HP:7"));
  EXPECT_EQ(ontology_->Find("HP:7"), std::nullopt);
  EXPECT_TRUE(ontology_->OwnsPrefix("HP:7"));
  EXPECT_FALSE(ontology_->OwnsPrefix("OMIM:4"));
  EXPECT_FALSE(ontology_->OwnsPrefix("H"));
  EXPECT_THAT(ontology_->Replaces(At("HP:0000002")), ElementsAre(At("HP:0000009")));
  EXPECT_THAT(ontology_->Replaces(At("HP:0000009")), IsEmpty());
}

TEST_F(OntologyTest, GoesUpAndDownOnceEach) {
  EXPECT_THAT(ontology_->term(At("HP:0000004")).parents, ElementsAre(At("HP:0000002"), At("HP:0000003")));
  EXPECT_THAT(Ids(ontology_->Descendants(At("HP:0000001"))),
              ElementsAre("HP:0000004", "HP:0000001", "HP:0000002", "HP:0000003"));
  EXPECT_THAT(Ids(ontology_->Ancestors(At("HP:0000004"))),
              ElementsAre("HP:0000004", "HP:0000001", "HP:0000002", "HP:0000003"));
  EXPECT_THAT(Ids(ontology_->Descendants(At("HP:0000004"))), ElementsAre("HP:0000004"));
  EXPECT_THAT(Ids(ontology_->Children(At("HP:0000001"))), ElementsAre("HP:0000002", "HP:0000003"));
}

TEST_F(OntologyTest, NamesByLevel) {
  EXPECT_THAT(Ids(ontology_->FindByName("SEIZURE")), ElementsAre("HP:0000002"));
  EXPECT_THAT(Ids(ontology_->FindByName(" partial seizure ")), ElementsAre("HP:0000004"));
  EXPECT_THAT(Ids(ontology_->FindByName("attack")), ElementsAre("HP:0000002"));  // exact before related
  EXPECT_THAT(Ids(ontology_->FindByName("fit")), ElementsAre("HP:0000009"));     // obsolete when nothing else
  EXPECT_THAT(ontology_->FindByName("seiz"), IsEmpty());
  EXPECT_THAT(ontology_->FindByName(""), IsEmpty());
}

TEST_F(OntologyTest, AmbiguousNamesGiveAll) {
  const OntologyPtr two = Build(
      "[Term]\nid: X:1\nname: Cold\n[Term]\nid: X:2\nname: cold\n[Term]\nid: X:3\nname: COLD\nis_obsolete: true\n");
  EXPECT_THAT(two->FindByName("Cold"), ElementsAre(0, 1));
}

TEST_F(OntologyTest, Equivalents) {
  EXPECT_THAT(Ids(ontology_->EquivalentTo("OMIM:4")), ElementsAre("HP:0000004", "HP:0000003"));
  EXPECT_THAT(ontology_->EquivalentTo("OMIM:1"), IsEmpty());
}

TEST_F(OntologyTest, Nearest) {
  EXPECT_THAT(ontology_->Nearest("siezure", 1), ElementsAre("HP:0000002 Seizure"));
  EXPECT_THAT(ontology_->Nearest("parital seizures", 1), ElementsAre("HP:0000004 Focal seizure"));
  EXPECT_THAT(ontology_->Nearest("abnormality focal", 1), ElementsAre("HP:0000003 Focal abnormality"));
  EXPECT_THAT(ontology_->Nearest("HP:000004", 1), ElementsAre("HP:0000004 Focal seizure"));
  EXPECT_THAT(ontology_->Nearest("fit", 5), IsEmpty());  // obsolete
  EXPECT_THAT(ontology_->Nearest("", 5), IsEmpty());
  EXPECT_THAT(ontology_->Nearest("seizure", 0), IsEmpty());
  EXPECT_THAT(ontology_->Nearest(std::string(100000, 'x'), 5), IsEmpty());
}

TEST_F(OntologyTest, Search) {
  EXPECT_THAT(Ids(ontology_->Search("seiz", 9)), ElementsAre("HP:0000002", "HP:0000004"));
  EXPECT_THAT(Ids(ontology_->Search("seiz foc", 9)), ElementsAre("HP:0000004"));
  EXPECT_THAT(Ids(ontology_->Search("seiz", 1)), ElementsAre("HP:0000002"));
  EXPECT_THAT(ontology_->Search("eizure", 9), IsEmpty());
  EXPECT_THAT(ontology_->Search(" ,;", 9), IsEmpty());
}

TEST_F(OntologyTest, CodecKeepsEverything) {
  const std::string bytes = ontology_->Encode();
  const auto decoded = Ontology::Decode(bytes);
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_EQ((*decoded)->id(), "hp");
  EXPECT_EQ((*decoded)->version(), "1");
  EXPECT_EQ((*decoded)->AllTerms(), ontology_->AllTerms());
  EXPECT_EQ((*decoded)->Encode(), bytes);
  EXPECT_THAT((*decoded)->EquivalentTo("OMIM:4"), ElementsAre(0, 3));
}

TEST_F(OntologyTest, DamagedBytesAreDataLoss) {
  const std::string bytes = ontology_->Encode();
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_EQ(Ontology::Decode(bytes.substr(0, size)).status().code(), absl::StatusCode::kDataLoss) << size;
  }
  EXPECT_EQ(Ontology::Decode(bytes + "x").status().code(), absl::StatusCode::kDataLoss);
  for (size_t i = 0; i < bytes.size(); ++i) {
    for (int change : {1, 2, 4, 127, 128, 255}) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ change);
      const auto decoded = Ontology::Decode(changed);
      if (decoded.ok()) {
        EXPECT_EQ((*decoded)->Encode(), changed);
      } else {
        EXPECT_EQ(decoded.status().code(), absl::StatusCode::kDataLoss);
      }
    }
  }
}

// A part is not below its whole.
TEST(OntologyBuildTest, PartsAreKnownAndNotBelow) {
  const OntologyPtr ontology = Build(
      "[Term]\nid: X:0\n[Term]\nid: X:1\nalt_id: X:10\nrelationship: part_of X:0\n"
      "[Term]\nid: X:2\nis_a: X:1\nrelationship: BFO:0000050 X:10 ! one\nrelationship: part_of X:99\n"
      "relationship: part_of X:2\nrelationship: part_of X:0 {gci_relation=\"in_taxon\"}\n"
      "[Term]\nid: X:3\nintersection_of: X:1\nintersection_of: part_of X:2\nrelationship: adjacent_to X:0\n",
      nullptr);
  ASSERT_NE(ontology, nullptr);
  EXPECT_EQ(ontology->size(), 4u) << "a whole that is missing is not made";
  EXPECT_TRUE(ontology->HasParts());
  EXPECT_THAT(ontology->Parts(0), ElementsAre(1));
  EXPECT_THAT(ontology->Parts(1), ElementsAre(2));
  EXPECT_THAT(ontology->Parts(2), ElementsAre(3));
  EXPECT_THAT(ontology->Descendants(0), ElementsAre(0));
  EXPECT_THAT(ontology->Descendants(1), ElementsAre(1, 2, 3));
  const auto decoded = Ontology::Decode(ontology->Encode());
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  EXPECT_THAT((*decoded)->Parts(1), ElementsAre(2));
  EXPECT_EQ((*decoded)->term(2).wholes, std::vector<TermIndex>{1});
}

// Terms of a circle lie below each other: they are equivalent.
TEST(OntologyBuildTest, CirclesAreNotedAndLinked) {
  std::vector<std::string> notes;
  const OntologyPtr ontology = Build(
      "[Term]\nid: X:0\nis_a: X:1\n[Term]\nid: X:1\nis_a: X:2\nis_a: X:4\n[Term]\nid: X:2\nis_a: X:1\n"
      "[Term]\nid: X:3\nis_a: X:3\n[Term]\nid: X:4\n[Term]\nid: X:5\nalt_id: X:50\nis_a: X:50\n",
      &notes);
  ASSERT_NE(ontology, nullptr);
  EXPECT_THAT(ontology->SameAs(1), ElementsAre(2));
  EXPECT_THAT(ontology->SameAs(2), ElementsAre(1));
  for (const TermIndex other : {0u, 3u, 4u, 5u}) EXPECT_THAT(ontology->SameAs(other), IsEmpty()) << other;
  EXPECT_THAT(ontology->Parents(3), IsEmpty());
  EXPECT_THAT(ontology->Parents(5), IsEmpty());
  EXPECT_THAT(ontology->Descendants(4), ElementsAre(0, 1, 2, 4));
  EXPECT_THAT(notes, testing::UnorderedElementsAre(HasSubstr("X:3 is_a X:3"), HasSubstr("X:50"),
                                                   HasSubstr("X:1 is_a X:2 is_a X:1")));
  EXPECT_EQ(std::count_if(notes.begin(), notes.end(), TellsOfCircle), 2);
  EXPECT_THAT((*Ontology::Decode(ontology->Encode()))->SameAs(1), ElementsAre(2));
}

TEST(OntologyBuildTest, LargeCirclesAreLinkedStepByStep) {
  OntologyDraft draft;
  constexpr int kTerms = 100000;
  for (int i = 0; i < kTerms; ++i) {
    OntologyDraft::DraftTerm& drafted = draft.terms.emplace_back();
    drafted.term.id = "X:" + std::to_string(i);
    drafted.parent_ids.push_back("X:" + std::to_string((i + 1) % kTerms));
  }
  std::vector<std::string> notes;
  const auto ontology = Ontology::Build(std::move(draft), &notes);
  ASSERT_TRUE(ontology.ok()) << ontology.status();
  EXPECT_THAT((*ontology)->SameAs(7), ElementsAre(6, 8));
  EXPECT_THAT(notes, ElementsAre(HasSubstr("100000 terms are taken as equivalent: X:0 is_a X:1 is_a X:2")));
}

TEST(OntologyBuildTest, EquivalentTermsOfOneOntologyAreLinked) {
  const OntologyPtr ontology = Build(
      "[Term]\nid: X:1\nname: a\nequivalent_to: X:2\n[Term]\nid: X:2\nname: b\n"
      "[Term]\nid: X:3\nname: c\nis_obsolete: true\nequivalent_to: X:2\n");
  EXPECT_THAT(ontology->SameAs(0), ElementsAre(1));
  EXPECT_THAT(ontology->SameAs(1), ElementsAre(0));
  EXPECT_THAT(ontology->SameAs(2), IsEmpty());
}

TEST(OntologyBuildTest, AnEdgeInAContextIsNone) {
  std::vector<std::string> notes;
  const OntologyPtr ontology = Build(
      "[Term]\nid: X:1\nname: a\n[Term]\nid: X:2\nname: b\n"
      "is_a: X:1 {gci_relation=\"part_of\", gci_filler=\"NCBITaxon:7955\"} ! a\nis_a: X:3 {source=\"X\"}\n"
      "[Term]\nid: X:3\nname: c\n",
      &notes);
  EXPECT_THAT(ontology->Parents(1), ElementsAre(2));
  EXPECT_THAT(notes, ElementsAre(HasSubstr("line 7")));
}

TEST(OntologyBuildTest, MissingParentsAndRepeatsAreNoted) {
  std::vector<std::string> notes;
  const OntologyPtr ontology = Build(
      "[Term]\nid: X:1\nname: one\nis_a: IAO:0000027\n[Term]\nid: X:1\nname: uno\nis_a: X:2\nsynonym: \"eins\" EXACT "
      "[]\n"
      "[Term]\nid: X:2\nname: two\nalt_id: X:20\n[Term]\nid: X:3\nname: three\nis_a: X:20\n",
      &notes);
  ASSERT_NE(ontology, nullptr);
  ASSERT_EQ(ontology->size(), 4u);
  EXPECT_EQ(ontology->term(0).label, "one");
  EXPECT_EQ(ontology->term(0).synonyms.size(), 1u);
  EXPECT_THAT(ontology->term(0).parents, ElementsAre(3, 1));
  EXPECT_EQ(ontology->term(3).id, "IAO:0000027");
  EXPECT_EQ(ontology->term(3).label, "");
  EXPECT_FALSE(ontology->OwnsPrefix("IAO:0000027"));
  EXPECT_THAT(ontology->term(2).parents, ElementsAre(1));
  EXPECT_THAT(notes, ElementsAre(HasSubstr("X:1 stands more than once"), HasSubstr("IAO:0000027"), HasSubstr("X:20")));
}

TEST(OntologyBuildTest, DeepAndWideFilesAreNoTrouble) {
  OntologyDraft draft;
  constexpr int kTerms = 200000;
  for (int i = 0; i < kTerms; ++i) {
    OntologyDraft::DraftTerm& drafted = draft.terms.emplace_back();
    drafted.term.id = "X:" + std::to_string(i);
    if (i > 0) drafted.parent_ids.push_back("X:" + std::to_string(i - 1));
    if (i == kTerms - 1) {
      for (int k = 0; k < kTerms - 1; ++k) drafted.parent_ids.push_back("X:" + std::to_string(k));
    }
  }
  const auto ontology = Ontology::Build(std::move(draft), nullptr);
  ASSERT_TRUE(ontology.ok()) << ontology.status();
  EXPECT_EQ((*ontology)->Descendants(0).size(), static_cast<size_t>(kTerms));
  EXPECT_EQ((*ontology)->Ancestors(kTerms - 1).size(), static_cast<size_t>(kTerms));
}

TEST(OntologyBuildTest, EmptyIsAnOntology) {
  const auto ontology = Ontology::Build({}, nullptr);
  ASSERT_TRUE(ontology.ok());
  EXPECT_TRUE(Ontology::Decode((*ontology)->Encode()).ok());
}

}  // namespace
}  // namespace muster::ontology
