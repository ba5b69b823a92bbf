// What is said about a text is found out once, and is the same each time.
#include "engine/import/record/rules/judgements.h"

#include <gtest/gtest.h>

#include <string>

namespace muster::import {
namespace {

using model::LabelAssertion;

TEST(JudgementsTest, WhatIsSaidAgainIsTheSame) {
  Judgements judgements(WordRules::Standard());
  for (int i = 0; i < 2; ++i) {
    EXPECT_TRUE(judgements.DenialBy("MONDO:1", "No disease").no_disease);
    EXPECT_FALSE(judgements.DenialBy("MONDO:1", "Cystic fibrosis").no_disease) << "by the label, too";
    EXPECT_FALSE(judgements.DenialBy("HP:1", "No social interaction").no_feature);
    EXPECT_TRUE(judgements.DenialBy("NCIT:C41132", "").no_feature);
    EXPECT_TRUE(judgements.DenialBy("DrugBank:1", "untreated").no_action);
    EXPECT_FALSE(judgements.DenialBy("DrugBank:1", "untreated").no_disease);
    EXPECT_TRUE(judgements.DenialBy("NCIT:C65108", "").no_exposure);
    EXPECT_FALSE(judgements.DenialBy("NCIT:C65108", "").no_action);
    EXPECT_TRUE(judgements.DenialBy("ICD9:42", "").lacks_zeros);
    EXPECT_EQ(judgements.DenialBy("HP:0001250", "suspected Seizure").assertion, LabelAssertion::kDoubted);
    EXPECT_EQ(judgements.DenialBy("HP:0001250", "Seizure").assertion, LabelAssertion::kNothing);
    EXPECT_EQ(judgements.DenialBy("HP:0001250", "").assertion, LabelAssertion::kNothing);
    EXPECT_EQ(judgements.AssertionKindBy("is_Excluded"), AssertionKind::kExclusion);
    EXPECT_EQ(judgements.AssertionKindBy("primarySite"), AssertionKind::kNone);
    EXPECT_EQ(judgements.AssertionOfModifier("HP:0040285"), Assertion::kExcluded);
    EXPECT_EQ(judgements.AssertionOfModifier("Suspected"), Assertion::kDoubted);
    EXPECT_EQ(judgements.AssertionOfModifier("Moderate"), Assertion::kNothing);
  }
}

TEST(JudgementsTest, ADenialAloneInPlaceOfACode) {
  Judgements judgements(WordRules::Standard());
  EXPECT_TRUE(judgements.DenialBy("Never", "").no_exposure);
  EXPECT_FALSE(judgements.DenialBy("Never", "").no_disease);
  EXPECT_TRUE(judgements.DenialBy("unbehandelt", "").no_action);
  EXPECT_TRUE(judgements.DenialBy("refused", "").not_taken);
  EXPECT_TRUE(judgements.DenialBy("LOCAL:refused", "").not_taken) << "behind the prefix of a column";
  EXPECT_FALSE(judgements.DenialBy("ATC:A10BA02", "Declined").pending) << "of a label nobody knows what it is of";
  EXPECT_TRUE(judgements.DenialBy("healthy donor", "").no_disease);
  EXPECT_TRUE(judgements.DenialBy("ICD10:CTRL", "").no_disease);
  EXPECT_FALSE(judgements.DenialBy("healthy donor", "").no_feature);
  EXPECT_TRUE(judgements.DenialBy("HC", "").may_be_control);
  EXPECT_FALSE(judgements.DenialBy("HC", "Huntington chorea").may_be_control);
  EXPECT_TRUE(judgements.DenialBy("placebo", "").may_be_none);
  EXPECT_FALSE(judgements.DenialBy("NCIT:C753", "Placebo").may_be_none) << "it has a code";
}

TEST(JudgementsTest, ACodeAndItsLabelAreNotTakenForAnotherTwo) {
  Judgements judgements(WordRules::Standard());
  EXPECT_EQ(judgements.DenialBy("HP:1", "not X").assertion, LabelAssertion::kDenied);
  EXPECT_EQ(judgements.DenialBy("HP:1n", "ot X").assertion, LabelAssertion::kNothing);
  EXPECT_EQ(judgements.DenialBy("HP:1\nno X", "").assertion, judgements.DenialBy("HP:1\nno X", "").assertion);
  EXPECT_EQ(judgements.DenialBy("HP:1", "no X").assertion, LabelAssertion::kDenied);
}

TEST(JudgementsTest, LongTextsAreJudgedEachTime) {
  Judgements judgements(WordRules::Standard());
  const std::string remark = "suspected " + std::string(2000, 'x');
  for (int i = 0; i < 2; ++i) EXPECT_EQ(judgements.DenialBy("HP:1", remark).assertion, LabelAssertion::kDoubted);
}

TEST(JudgementsTest, ClassesOfSamples) {
  Judgements judgements(WordRules::Standard());
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(judgements.SampleClassBy("EFO:0009654", "reference sample", true).type, "reference");
    EXPECT_EQ(judgements.SampleClassBy("LOCAL:1", "Primary Tumor", true).type, "tumour");
    EXPECT_FALSE(judgements.SampleClassBy("unknown", "", true).is_given);
    EXPECT_FALSE(judgements.SampleClassBy("", "", true).is_given);
    EXPECT_TRUE(judgements.SampleClassBy("NCIT:C14172", "Benign", true).benign);
    EXPECT_TRUE(judgements.SampleClassBy("NCIT:C14172", "Benign", true).no_progression);
    EXPECT_TRUE(judgements.SampleClassBy("ICD10:C50", "", true).neoplasm);
    EXPECT_TRUE(judgements.SampleClassBy("", "Lung adenocarcinoma", true).neoplasm);
    EXPECT_FALSE(judgements.SampleClassBy("Lung adenocarcinoma", "Lung adenocarcinoma", false).neoplasm)
        << "a text in place of a class has no label";
  }
}

}  // namespace
}  // namespace muster::import
