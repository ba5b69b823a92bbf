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

TEST(OboGraphsTest, ReadsTheFirstGraphWithNodes) {
  const auto draft = ReadOboGraphs(kGraph);
  ASSERT_TRUE(draft.ok()) << draft.status();
  EXPECT_EQ(draft->id, "hp");
  EXPECT_EQ(draft->version, "http://purl.obolibrary.org/obo/hp/releases/2025-09-01/hp.json");
  ASSERT_THAT(draft->terms, SizeIs(3));
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
  EXPECT_THAT(draft->notes, ElementsAre(HasSubstr("node 5"), HasSubstr("HP:9999999")));
}

TEST(OboGraphsTest, OtherFilesAreRefused) {
  for (const char* text :
       {"", "{", "[]", "{}", "1", "{\"graphs\": 1}", "{\"graphs\": []}", "{\"graphs\": [{\"nodes\": []}]}",
        "{\"graphs\": [1, {\"nodes\": {}}]}", "format-version: 1.2", "\xFF\xFF"}) {
    EXPECT_EQ(ReadOboGraphs(text).status().code(), absl::StatusCode::kInvalidArgument) << text;
  }
}

TEST(OboGraphsTest, WrongTypesReadAsNothing) {
  const auto draft = ReadOboGraphs(
      R"({"graphs": [{"id": 1, "meta": [], "nodes": [1, null, {"id": 2}, {"id": "X:1", "lbl": "a", "meta": 3}], "edges": 4}]})");
  ASSERT_TRUE(draft.ok()) << draft.status();
  EXPECT_THAT(draft->terms, SizeIs(1));
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
