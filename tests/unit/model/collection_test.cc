#include "engine/model/document/collection.h"

#include <gtest/gtest.h>

#include "engine/model/document/saved_cohort.h"

namespace muster::model {
namespace {

Collection Example() {
  Collection collection;
  collection.id = "d1";
  collection.name = "A dataset";
  collection.countries = {"FI", "SE"};
  collection.declared = 0;
  collection.synthetic = false;
  collection.data_uses = {{{"DUO:0000007", "disease specific research"}, "2021-02-23", {{"MONDO:0004992", "cancer"}}},
                          {{"DUO:0000021", ""}, "", {}}};
  return collection;
}

SavedCohort ExampleCohort() {
  return {"Seizures",
          {{"define cohort Seizures as individuals", 3, 20, {{"hp", "2026"}}, {{"HP:0001250", {"HP:0001250", "HP:1"}}}},
           {"define cohort Seizures as individuals where sex is female", 4, 9, {}, {}}}};
}

TEST(CollectionTest, SurvivesItsBytes) {
  for (const Collection& collection : {Example(), Collection{}}) {
    const auto again = DecodeCollection(EncodeCollection(collection));
    ASSERT_TRUE(again.ok()) << again.status();
    EXPECT_EQ(*again, collection);
  }
}

TEST(CollectionTest, EveryCutIsDamage) {
  const std::string bytes = EncodeCollection(Example());
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(DecodeCollection(std::string_view(bytes).substr(0, size)).ok()) << size;
  }
  EXPECT_FALSE(DecodeCollection(bytes + "x").ok());
}

TEST(CollectionTest, IsFoundAmongDocuments) {
  Collection cohort = Example();
  cohort.kind = Collection::Kind::kCohort;
  const std::map<std::string, std::string> documents = {
      {CollectionDocument(Collection::Kind::kCohort, "d1"), EncodeCollection(cohort)},
      {CollectionDocument(Collection::Kind::kDataset, "d1"), EncodeCollection(Example())},
      {CohortDocument("seizures"), EncodeCohort(ExampleCohort())},
      {"other", "?"}};
  const auto found = CollectionsIn(documents);
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(*found, (std::vector<Collection>{Example(), cohort}));
  const auto saved = CohortsIn(documents);
  ASSERT_TRUE(saved.ok());
  EXPECT_EQ(*saved, (SavedCohorts{{"seizures", ExampleCohort()}}));
}

TEST(SavedCohortTest, EveryCutIsDamage) {
  const std::string bytes = EncodeCohort(ExampleCohort());
  EXPECT_EQ(*DecodeCohort(bytes), ExampleCohort());
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(DecodeCohort(std::string_view(bytes).substr(0, size)).ok()) << size;
  }
  EXPECT_FALSE(DecodeCohort(bytes + "x").ok());
  EXPECT_FALSE(CohortsIn({{CohortDocument("x"), "damaged"}}).ok());
}

}  // namespace
}  // namespace muster::model
