// Names: every name of the model can be written and means one thing.
#include "engine/bind/bound/scope.h"

#include <set>

#include "absl/strings/str_split.h"
#include "gmock/gmock.h"
#include "grammar/parse.h"
#include "gtest/gtest.h"

namespace muster::bind {
namespace {

using model::Entity;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> NamesOf(std::string_view name, std::string_view aliases) {
  std::vector<std::string> names = absl::StrSplit(std::string(aliases), '|', absl::SkipEmpty());
  names.emplace(names.begin(), name);
  return names;
}

TEST(ScopeTest, EveryNameOfAnEntityMeansIt) {
  for (const model::EntityInfo& info : model::Entities()) {
    std::vector<std::string> names = NamesOf(info.name, info.aliases);
    names.emplace_back(info.plural);
    for (const std::string& name : names) EXPECT_EQ(FindEntity(name), info.entity) << name;
  }
  EXPECT_EQ(FindEntity("elephant"), std::nullopt);
}

TEST(ScopeTest, EveryNameOfAFieldMeansIt) {
  for (const model::Field& field : model::Fields()) {
    for (const std::string& name : NamesOf(field.name, field.aliases)) {
      EXPECT_EQ(FindField(field.entity, name), field.id) << model::Info(field.entity).name << " " << name;
    }
  }
}

// `observed` is a keyword, so these two aliases serve mappings only; the manual leaves them out.
TEST(ScopeTest, EveryOtherNameCanBeWritten) {
  const std::set<std::string> for_mappings = {"observed", "time observed"};
  for (const model::Field& field : model::Fields()) {
    for (const std::string& name : NamesOf(field.name, field.aliases)) {
      if (for_mappings.contains(name)) continue;
      const auto parsed = grammar::Parse("count individuals where " + name + " is recorded");
      EXPECT_THAT(parsed.diagnostics, IsEmpty()) << model::Info(field.entity).name << ": " << name;
    }
  }
  for (const model::EntityInfo& info : model::Entities()) {
    for (const std::string& name : NamesOf(info.name, info.aliases)) {
      const auto parsed = grammar::Parse("count individuals where has " + name);
      EXPECT_THAT(parsed.diagnostics, IsEmpty()) << name;
    }
  }
}

TEST(ScopeTest, FieldsAreLookedForUpwards) {
  EXPECT_EQ(FindFieldUpwards(Entity::kRun, "depth"), model::field::kRunDepth);
  EXPECT_EQ(FindFieldUpwards(Entity::kRun, "tissue"), model::field::kSampleTissue);
  EXPECT_EQ(FindFieldUpwards(Entity::kRun, "sex"), model::field::kSex);
  EXPECT_EQ(FindFieldUpwards(Entity::kRun, "type"), model::field::kSampleType);
  EXPECT_EQ(FindFieldUpwards(Entity::kIndividual, "depth"), std::nullopt);
  EXPECT_EQ(FindFieldUpwards(Entity::kPhenotype, "tissue"), std::nullopt);
}

TEST(ScopeTest, FieldsBelow) {
  EXPECT_THAT(FindFieldsBelow(Entity::kIndividual, "stage"),
              ElementsAre(model::field::kDiseaseStage, model::field::kSampleStage));
  EXPECT_THAT(FindFieldsBelow(Entity::kSample, "stage"), IsEmpty());
  EXPECT_THAT(FindFieldsBelow(Entity::kSample, "depth"), ElementsAre(model::field::kRunDepth));
}

TEST(ScopeTest, EachAgeIsNamedOnce) {
  const std::vector<std::string> anchors = AgeAnchors();
  EXPECT_THAT(anchors, Contains("age at last contact"));
  EXPECT_THAT(anchors, Contains("age at onset (of a phenotype)"));
  EXPECT_THAT(anchors, Contains("age at exposure (of an exposure)"));
  EXPECT_THAT(anchors, Not(Contains("age at enrollment")));
}

TEST(ScopeTest, NearestNames) {
  EXPECT_THAT(NearestNames("sexx", {"sex", "survival"}), ElementsAre("sex"));
  EXPECT_THAT(NearestNames("xyzzy", {"sex", "survival"}), IsEmpty());
  EXPECT_THAT(NearestNames("aa", {"ab", "ac", "ad", "ae"}), ElementsAre("ab", "ac", "ad"));
}

}  // namespace
}  // namespace muster::bind
