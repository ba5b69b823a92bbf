#include "engine/release/policy/hidden_names.h"

#include "gtest/gtest.h"

namespace muster::release {
namespace {

TEST(HiddenNamesTest, WhatNamesSinglePeopleIsAlwaysHidden) {
  for (const model::FieldId field :
       {model::field::kPerson, model::field::kPedigreeFamily, model::field::kPedigreeMember,
        model::field::kPedigreeMother, model::field::kPedigreeFather, model::field::kVariantChromosome,
        model::field::kVariantPosition, model::field::kIndividualId, model::field::kSampleId}) {
    EXPECT_TRUE(IsHidden(field, {})) << int{field};
  }
  EXPECT_FALSE(IsHidden(model::field::kSex, {}));
  EXPECT_FALSE(IsHidden(model::field::kPedigreeRole, {}));
  EXPECT_FALSE(IsHidden(model::field::kVariantGene, {}));
}

TEST(HiddenNamesTest, NamesOfAPolicy) {
  HiddenNames hidden;
  EXPECT_TRUE(Hide("variant", &hidden));
  EXPECT_TRUE(Hide("consent", &hidden));
  EXPECT_TRUE(Hide("birth date", &hidden));
  EXPECT_TRUE(Hide("sample tissue", &hidden));
  EXPECT_FALSE(Hide("individual", &hidden)) << "there would be nothing to count";
  EXPECT_FALSE(Hide("no such thing", &hidden));
  EXPECT_FALSE(Hide("", &hidden));
  EXPECT_TRUE(IsHidden(model::Entity::kVariant, hidden));
  EXPECT_TRUE(IsHidden(model::field::kVariantGene, hidden));
  EXPECT_TRUE(IsHidden(model::field::kBirth, hidden));
  EXPECT_TRUE(IsHidden(model::field::kSampleTissue, hidden));
  EXPECT_FALSE(IsHidden(model::Entity::kSample, hidden));
  EXPECT_FALSE(IsHidden(model::Entity::kInterpretation, hidden));
  hidden.entities.insert(model::Entity::kSample);
  EXPECT_TRUE(IsHidden(model::Entity::kRun, hidden)) << "it is below a sample";
}

}  // namespace
}  // namespace muster::release
