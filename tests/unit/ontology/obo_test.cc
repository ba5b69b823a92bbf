#include <string>

#include "engine/ontology/readers.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::ontology {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

OntologyDraft Read(std::string_view text) {
  auto draft = ReadObo(text);
  EXPECT_TRUE(draft.ok()) << draft.status();
  return draft.ok() ? *std::move(draft) : OntologyDraft{};
}

Term ReadTerm(const std::string& lines) {
  OntologyDraft draft = Read("format-version: 1.2\n\n[Term]\nid: X:1\n" + lines + "\n");
  EXPECT_EQ(draft.terms.size(), 1u);
  return draft.terms.empty() ? Term{} : draft.terms[0].term;
}

TEST(OboTest, ReadsHeaderAndTerms) {
  const OntologyDraft draft = Read(
      "format-version: 1.2\n"
      "data-version: hp/releases/2026-01-08\n"
      "subsetdef: NCIT:C103330 \"\"\n"
      "ontology: hp\n"
      "\n"
      "[Term]\n"
      "id: HP:0000002\n"
      "name: Abnormality of body height\n"
      "alt_id: HP_0000099\n"
      "def: \"Deviation from the norm.\" [HPO:probinson]\n"
      "synonym: \"Height \\\"oddity\\\"\" EXACT layperson [PMID:1]\n"
      "synonym: \"Stature\" []\n"
      "xref: UMLS:C4025901 \"Abnormality of body height\"\n"
      "is_a: HP:0001507 {source=\"a ! b\"} ! Growth abnormality\n"
      "\n"
      "[Typedef]\n"
      "id: part_of\n"
      "name: part of\n"
      "is_transitive: true\n"
      "\n"
      "[Term]\n"
      "id: HP:0000057\n"
      "name: obsolete Clitoromegaly\n"
      "is_obsolete: true\n"
      "replaced_by: HP:0008665\n"
      "consider: HP:0000001\n");
  EXPECT_EQ(draft.id, "hp");
  EXPECT_EQ(draft.version, "hp/releases/2026-01-08");
  EXPECT_THAT(draft.notes, IsEmpty());
  ASSERT_EQ(draft.terms.size(), 2u);
  const Term& height = draft.terms[0].term;
  EXPECT_EQ(height.id, "HP:0000002");
  EXPECT_EQ(height.label, "Abnormality of body height");
  EXPECT_THAT(height.alternative_ids, ElementsAre("HP:0000099"));
  EXPECT_THAT(height.synonyms, ElementsAre(Synonym{"Height \"oddity\"", Synonym::Scope::kExact},
                                           Synonym{"Stature", Synonym::Scope::kRelated}));
  EXPECT_THAT(height.xrefs, ElementsAre(CrossReference{"UMLS:C4025901", false}));
  EXPECT_THAT(draft.terms[0].parent_ids, ElementsAre("HP:0001507"));
  const Term& retired = draft.terms[1].term;
  EXPECT_TRUE(retired.obsolete);
  EXPECT_THAT(retired.replaced_by, ElementsAre("HP:0008665"));
  EXPECT_THAT(retired.consider, ElementsAre("HP:0000001"));
}

TEST(OboTest, KnowsEquivalents) {
  const Term term = ReadTerm(
      "xref: OMIM:1 {source=\"MONDO:equivalentTo\"}\n"
      "xref: OMIMPS:1\n"
      "xref: OMIM:2\n"
      "xref: Orphanet:166 {source=\"MONDO:equivalentTo\", source=\"DOID:1\"} ! a comment\n"
      "property_value: exactMatch OMIM:2\n"
      "property_value: skos:exactMatch \"MESH:D1\" xsd:string\n"
      "property_value: http://www.w3.org/2004/02/skos/core#exactMatch http://identifiers.org/hgnc/5\n"
      "property_value: http://www.w3.org/2004/02/skos/core#closeMatch OMIM:9\n"
      "equivalent_to: NCIT:C1\n"
      "equivalent_to: X:1");
  EXPECT_THAT(term.xrefs, ElementsAre(CrossReference{"OMIM:1", true}, CrossReference{"OMIMPS:1", false},
                                      CrossReference{"OMIM:2", true}, CrossReference{"ORPHA:166", true},
                                      CrossReference{"MESH:D1", true}, CrossReference{"HGNC:5", true},
                                      CrossReference{"NCIT:C1", true}));
}

TEST(OboTest, NamesMayHaveQuotesBracesAndEscapes) {
  EXPECT_EQ(ReadTerm("name: 3\" scar {left} of it").label, "3\" scar {left} of it");
  EXPECT_EQ(ReadTerm("name: a\\:b\\, c\\! d\\Wx ! comment").label, "a:b, c! d x");
  EXPECT_EQ(ReadTerm("name: Hooray! Really {source=\"x\"} ! comment").label, "Hooray! Really");
  EXPECT_EQ(ReadTerm("name: S\xC3\xB6ren").label, "S\xC3\xB6ren");
}

TEST(OboTest, OldSynonymTagsHaveTheirScope) {
  const Term term = ReadTerm("exact_synonym: \"a\" []\nnarrow_synonym: \"b\" []\nbroad_synonym: \"c\" []");
  EXPECT_THAT(term.synonyms, ElementsAre(Synonym{"a", Synonym::Scope::kExact}, Synonym{"b", Synonym::Scope::kNarrow},
                                         Synonym{"c", Synonym::Scope::kBroad}));
}

TEST(OboTest, LineEndsAndMarks) {
  const OntologyDraft draft = Read(
      "\xEF\xBB\xBF"
      "! comment\r\nformat-version: 1.4\r\n\r\n[Term]\r\nid: X:1\r\nname: long \\\r\nname\r\n[Term]\r\nid: X:2");
  ASSERT_EQ(draft.terms.size(), 2u);
  EXPECT_EQ(draft.terms[0].term.label, "long name");
  EXPECT_EQ(draft.terms[1].term.id, "X:2");
}

TEST(OboTest, IdComesFromTheHeaderOrThePrefix) {
  const auto id = [](const std::string& header) {
    return Read(header + "\n[Term]\nid: NCIT:C1\n[Term]\nid: NCIT:C2\n[Term]\nid: HP:0000001\n").id;
  };
  EXPECT_EQ(id("ontology: mondo/subsets/mondo-rare"), "mondo");
  EXPECT_EQ(id("ontology: hp/hp-base.owl"), "hp");
  EXPECT_EQ(id("ontology: HP.owl"), "hp");
  EXPECT_EQ(id("ontology: http://purl.obolibrary.org/obo/duo.owl"), "duo");
  EXPECT_EQ(id("ontology: http://www.ebi.ac.uk/efo/efo.owl"), "efo");
  EXPECT_EQ(id("ontology: mondo/imports/ncit_import"), "mondo/imports/ncit_import");
  EXPECT_EQ(id("ontology: http://purl.obolibrary.org/obo/mondo/imports/ncit_import.owl"), "mondo/imports/ncit_import");
  EXPECT_EQ(id("format-version: 1.2"), "ncit");
}

TEST(OboTest, AGenusIsAParent) {
  const OntologyDraft draft = Read(
      "format-version: 1.4\n[Term]\nid: X:1\nintersection_of: X:2 ! genus\nintersection_of: "
      "PATO:0000001\nintersection_of: has_part Y:1\n"
      "[Term]\nid: X:2\nrelationship: is_a X:3\nrelationship: part_of X:4\n[Term]\nid: X:3\nunion_of: X:1\nunion_of: "
      "X:4\n");
  EXPECT_THAT(draft.terms[0].parent_ids, ElementsAre("X:2"));
  EXPECT_THAT(draft.terms[1].parent_ids, ElementsAre("X:3"));
  EXPECT_THAT(draft.terms[2].parent_ids, testing::IsEmpty());
  EXPECT_THAT(draft.notes, ElementsAre(HasSubstr("2 union_of")));
}

TEST(OboTest, AnOntologyWithoutIsAIsNoted) {
  EXPECT_THAT(Read("format-version: 1.4\n[Term]\nid: X:1\n[Term]\nid: X:2\nIS_A: X:1\n[Term]\nid: X:3\n").notes,
              ElementsAre(HasSubstr("3 terms and no is_a")));
}

TEST(OboTest, VersionFromOwl) {
  EXPECT_EQ(
      Read("format-version: 1.2\nproperty_value: owl:versionInfo \"2026-01-16\" xsd:string\n[Term]\nid: X:1\n").version,
      "2026-01-16");
}

TEST(OboTest, WhatCannotBeReadBecomesANote) {
  const OntologyDraft draft = Read(
      "format-version: 1.2\n[Term]\nid: X:1\nno tag here\nsynonym: without quotes\nsynonym: \"open\nis_a:\nid: X:2\n"
      "[Term]\nname: without id\n[Nonsense]\nid: X:3\n[Term]\nid: X:4\n");
  EXPECT_EQ(draft.terms.size(), 2u);
  EXPECT_THAT(draft.notes, ElementsAre(HasSubstr("line 4"), HasSubstr("line 5"), HasSubstr("line 6"),
                                       HasSubstr("line 7"), HasSubstr("line 8"), HasSubstr("line 9")));
}

TEST(OboTest, NotesAreBounded) {
  std::string text = "format-version: 1.2\n[Term]\nid: X:1\n";
  for (int i = 0; i < 5000; ++i) text += "x\n";
  EXPECT_EQ(Read(text).notes.size(), 1001u);
  EXPECT_EQ(Read(text).notes.back(), "and 4000 more");
}

TEST(OboTest, OtherFilesAreRefused) {
  for (const char* text : {"", "\n\n", "{\"graphs\": []}", "hello world", "a: b\nc: d\n", "<xml/>", "id,name\n1,2\n",
                           "format-version: 1.2\nontology: x\n", "format-version: 1.2\xff\xff\xff"}) {
    const auto draft = ReadObo(text);
    EXPECT_EQ(draft.status().code(), absl::StatusCode::kInvalidArgument) << text;
    EXPECT_THAT(std::string(draft.status().message()), HasSubstr("line "));
  }
}

TEST(OboTest, OfRelationsAloneItIsSaidThatThereAreNoTerms) {
  EXPECT_THAT(Read("format-version: 1.2\n[Typedef]\nid: part_of\n").notes,
              ElementsAre(HasSubstr("there is no [Term]")));
}

TEST(OboTest, NamesThatAreNoUtf8AreNoted) {
  EXPECT_THAT(Read("format-version: 1.2\n[Term]\nid: X:1\nname: caf\xE9\n[Term]\nid: X:2\nname: \xFF\n").notes,
              ElementsAre(HasSubstr("2 lines, the first in line 4, are no UTF-8")));
}

TEST(OboTest, EndsAnywhere) {
  const std::string text =
      "format-version: 1.2\nontology: x\n[Term]\nid: X:1\nname: a\\\nsynonym: \"b\\\"\" EXACT [] {a=\"b\"} ! c\nxref: "
      "Y:1\\\n";
  for (size_t size = 0; size <= text.size(); ++size) {
    const auto draft = ReadObo(text.substr(0, size));
    EXPECT_TRUE(draft.ok() || draft.status().code() == absl::StatusCode::kInvalidArgument) << size << draft.status();
  }
  const auto whole = ReadObo(text);
  ASSERT_TRUE(whole.ok()) << whole.status();
  EXPECT_EQ(whole->terms.size(), 1u);
}

TEST(OboTest, ObsoleteTermsInTheFormsOfConverters) {
  EXPECT_TRUE(ReadTerm("is_obsolete: TRUE").obsolete);
  EXPECT_TRUE(ReadTerm("property_value: owl:deprecated true").obsolete);
  EXPECT_TRUE(ReadTerm("property_value: http://www.w3.org/2002/07/owl#deprecated \"true\" xsd:boolean").obsolete);
  EXPECT_TRUE(ReadTerm("is_obsolete: true\nproperty_value: owl:deprecated false").obsolete);
  EXPECT_FALSE(ReadTerm("is_obsolete: false").obsolete);
  for (const char* line : {"property_value: IAO:0100001 HP:0000010",
                           "property_value: http://purl.obolibrary.org/obo/IAO_0100001 "
                           "http://purl.obolibrary.org/obo/HP_0000010"}) {
    EXPECT_THAT(ReadTerm(line).replaced_by, ElementsAre("HP:0000010")) << line;
  }
}

}  // namespace
}  // namespace muster::ontology
