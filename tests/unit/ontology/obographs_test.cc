#include <string>

#include "engine/ontology/readers.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::ontology {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

constexpr char kGraph[] = R"({"graphs": [
  {"id": "empty", "nodes": []},
  {"id": "http://purl.obolibrary.org/obo/hp.json",
   "meta": {"version": "http://purl.obolibrary.org/obo/hp/releases/2025-09-01/hp.json"},
   "nodes": [
    {"id": "http://purl.obolibrary.org/obo/HP_0000001", "lbl": "All", "type": "CLASS",
     "meta": {"xrefs": [{"val": "UMLS:C0444868"}, {"nothing": 1}],
              "synonyms": [{"pred": "hasExactSynonym", "val": "Everything"}, {"pred": "hasBroadSynonym", "val": ""},
                           {"pred": "http://www.geneontology.org/formats/oboInOwl#hasNarrowSynonym", "val": "Whole"}],
              "basicPropertyValues": [
                {"pred": "http://www.geneontology.org/formats/oboInOwl#hasAlternativeId", "val": "HP:0000099"},
                {"pred": "http://www.w3.org/2004/02/skos/core#exactMatch", "val": "http://snomed.info/id/1"}]}},
    {"id": "http://purl.obolibrary.org/obo/HP_0000118", "lbl": "Phenotypic abnormality", "type": "CLASS"},
    {"id": "http://purl.obolibrary.org/obo/HP_0000004", "type": "CLASS",
     "meta": {"deprecated": true, "basicPropertyValues": [
       {"pred": "http://purl.obolibrary.org/obo/IAO_0000231", "val": "http://purl.obolibrary.org/obo/IAO_0000227"},
       {"pred": "http://purl.obolibrary.org/obo/IAO_0100001", "val": "http://purl.obolibrary.org/obo/HP_0000118"}]}},
    {"id": "http://purl.obolibrary.org/obo/HP_0000057", "lbl": "obsolete thing", "type": "CLASS",
     "meta": {"deprecated": true, "basicPropertyValues": [
       {"pred": "http://www.geneontology.org/formats/oboInOwl#consider", "val": "HP:0000118"},
       {"pred": "http://purl.obolibrary.org/obo/IAO_0100001", "val": "HP:0000001"}]}},
    {"id": "http://purl.obolibrary.org/obo/BFO_0000050", "lbl": "part of", "type": "PROPERTY"},
    {"lbl": "no id", "type": "CLASS"}],
   "edges": [
    {"sub": "http://purl.obolibrary.org/obo/HP_0000118", "pred": "is_a", "obj": "http://purl.obolibrary.org/obo/HP_0000001"},
    {"sub": "http://purl.obolibrary.org/obo/HP_0000118", "pred": "part_of", "obj": "http://purl.obolibrary.org/obo/HP_0000001"},
    {"sub": "http://purl.obolibrary.org/obo/HP_9999999", "pred": "is_a", "obj": "http://purl.obolibrary.org/obo/HP_0000001"}],
   "equivalentNodesSets": [
    {"representativeNodeId": "http://purl.obolibrary.org/obo/HP_0000118",
     "nodeIds": ["http://purl.obolibrary.org/obo/HP_0000118", "http://purl.obolibrary.org/obo/MP_0000001"]}]}]})";

TEST(OboGraphsTest, ReadsAGraphWithNodes) {
  const auto drafts = ReadOboGraphs(kGraph);
  ASSERT_TRUE(drafts.ok()) << drafts.status();
  ASSERT_THAT(*drafts, SizeIs(1));
  const OntologyDraft* draft = &drafts->front();
  EXPECT_EQ(draft->id, "hp");
  EXPECT_THAT(draft->terms.at(1).whole_ids, ElementsAre("HP:0000001"));
  EXPECT_EQ(draft->version, "http://purl.obolibrary.org/obo/hp/releases/2025-09-01/hp.json");
  ASSERT_THAT(draft->terms, SizeIs(4));
  const Term& all = draft->terms[0].term;
  EXPECT_EQ(all.id, "HP:0000001");
  EXPECT_EQ(all.label, "All");
  EXPECT_THAT(all.alternative_ids, ElementsAre("HP:0000099"));
  EXPECT_THAT(all.synonyms,
              ElementsAre(Synonym{"Everything", Synonym::Scope::kExact}, Synonym{"Whole", Synonym::Scope::kNarrow}));
  EXPECT_THAT(all.xrefs, ElementsAre(CrossReference{"UMLS:C0444868", false}, CrossReference{"SNOMED:1", true}));
  EXPECT_THAT(draft->terms[1].parent_ids, ElementsAre("HP:0000001"));
  EXPECT_THAT(draft->terms[1].term.alternative_ids, ElementsAre("HP:0000004"));  // was merged into it
  EXPECT_THAT(draft->terms[1].term.xrefs, ElementsAre(CrossReference{"MP:0000001", true}));
  EXPECT_TRUE(draft->terms[2].term.obsolete);
  EXPECT_THAT(draft->terms[2].term.replaced_by, ElementsAre("HP:0000001"));
  EXPECT_THAT(draft->terms[2].term.consider, ElementsAre("HP:0000118"));
  // What only edges speak of is a term that is mentioned.
  EXPECT_EQ(draft->terms[3].term.id, "HP:9999999");
  EXPECT_EQ(draft->terms[3].term.label, "");
  EXPECT_THAT(draft->notes, ElementsAre(HasSubstr("node 5")));
}

TEST(OboGraphsTest, ReadsAllGraphsAndUnitesThoseOfOneOntology) {
  const auto drafts = ReadOboGraphs(R"({"graphs": [
    {"id": "http://purl.obolibrary.org/obo/mondo.json", "nodes": [{"id": "MONDO:0000001", "lbl": "disease"}]},
    {"id": "http://purl.obolibrary.org/obo/hp.json", "nodes": [{"id": "HP:0000001", "lbl": "All"}]},
    {"id": "http://purl.obolibrary.org/obo/mondo/more.owl", "meta": {"version": "2"},
     "nodes": [{"id": "MONDO:0000002", "lbl": "more"}],
     "edges": [{"sub": "MONDO:0000002", "pred": "is_a", "obj": "MONDO:0000001"}]}]})");
  ASSERT_TRUE(drafts.ok()) << drafts.status();
  ASSERT_THAT(*drafts, SizeIs(2));
  EXPECT_EQ((*drafts)[0].id, "mondo");
  EXPECT_EQ((*drafts)[0].version, "2");
  ASSERT_THAT((*drafts)[0].terms, SizeIs(2));
  EXPECT_THAT((*drafts)[0].terms[1].parent_ids, ElementsAre("MONDO:0000001"));
  EXPECT_EQ((*drafts)[1].id, "hp");
}

// An exact match stands in a property, whose name varies, in an edge, or as the source of a cross-reference.
TEST(OboGraphsTest, KnowsEquivalents) {
  const auto drafts = ReadOboGraphs(R"({"graphs": [{"nodes": [{"id": "MONDO:0000001", "lbl": "disease", "meta": {
    "xrefs": [{"val": "OMIM:1"}, {"val": "OMIM:2", "xrefs": ["MONDO:equivalentTo"]},
              {"val": "OMIM:3", "meta": {"xrefs": [{"val": "MONDO:equivalentTo"}]}},
              {"val": "OMIM:4", "meta": {"basicPropertyValues": [{"pred": "source", "val": "MONDO:equivalentTo"}]}}],
    "basicPropertyValues": [
      {"pred": "http://purl.obolibrary.org/obo/mondo#exactMatch", "val": "http://linkedlifedata.com/resource/umls/id/C1000001"},
      {"pred": "http://purl.obolibrary.org/obo/mondo#exactMatch", "val": "http://identifiers.org/medgen/10001"},
      {"pred": "skos:exactMatch", "val": "http://id.who.int/icd/entity/100001"},
      {"pred": "skos:exactMatch", "val": "http://purl.bioontology.org/ontology/ICD10CM/H35.5"},
      {"pred": "http://www.w3.org/2004/02/skos/core#closeMatch", "val": "OMIM:5"}]}}],
    "edges": [{"sub": "MONDO:0000001", "pred": "http://www.w3.org/2004/02/skos/core#exactMatch", "obj": "DOID:4"}]}]})");
  ASSERT_TRUE(drafts.ok()) << drafts.status();
  using X = CrossReference;
  EXPECT_THAT(
      drafts->front().terms.front().term.xrefs,
      ElementsAre(X{"OMIM:1", false}, X{"OMIM:2", true}, X{"OMIM:3", true}, X{"OMIM:4", true}, X{"UMLS:C1000001", true},
                  X{"MEDGEN:10001", true}, X{"ICD11:100001", true}, X{"ICD10CM:H35.5", true}, X{"DOID:4", true}));
}

TEST(OboGraphsTest, OtherFilesAreRefused) {
  for (const char* text :
       {"", "{", "[]", "{}", "1", "{\"graphs\": 1}", "{\"graphs\": []}", "{\"graphs\": [{\"nodes\": []}]}",
        "{\"graphs\": [1, {\"nodes\": {}}]}", "format-version: 1.2", "\xFF\xFF"}) {
    EXPECT_EQ(ReadOboGraphs(text).status().code(), absl::StatusCode::kInvalidArgument) << text;
  }
}

TEST(OboGraphsTest, WrongTypesReadAsNothing) {
  const auto drafts = ReadOboGraphs(
      R"({"graphs": [{"id": 1, "meta": [], "nodes": [1, null, {"id": 2}, {"id": "X:1", "lbl": "a", "meta": 3}], "edges": 4}]})");
  ASSERT_TRUE(drafts.ok()) << drafts.status();
  EXPECT_THAT(drafts->front().terms, SizeIs(1));
}

TEST(OboGraphsTest, DepthIsBounded) {
  EXPECT_FALSE(ReadOboGraphs(std::string(1000000, '[')).ok());
  std::string deep = R"({"graphs": [{"nodes": )" + std::string(100000, '[') + std::string(100000, ']') + "}]}";
  EXPECT_FALSE(ReadOboGraphs(deep).ok());
}

TEST(OboGraphsTest, EndsAnywhere) {
  const std::string text = kGraph;
  for (size_t size = 0; size < text.size(); size += 7) EXPECT_FALSE(ReadOboGraphs(text.substr(0, size)).ok());
}

}  // namespace
}  // namespace muster::ontology
