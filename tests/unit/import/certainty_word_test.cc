#include "engine/import/record/certainty_word.h"

#include <gtest/gtest.h>

namespace muster::import {
namespace {

TEST(CertaintyWordTest, NamesInAnySpelling) {
  EXPECT_EQ(TellerOf("is_Excluded"), Teller::kExclusion);
  EXPECT_EQ(TellerOf("Verification-Status"), Teller::kStatus);
  EXPECT_EQ(TellerOf("clinicalStatus"), Teller::kStatus);
  EXPECT_EQ(TellerOf("diagnosesicherheit"), Teller::kCertainty);
  EXPECT_EQ(TellerOf("isHistorical"), Teller::kDoubt);
  EXPECT_EQ(TellerOf("relationship"), Teller::kPerson);
  EXPECT_EQ(TellerOf("modifiers"), Teller::kModifiers);
  EXPECT_EQ(TellerOf("primarySite"), Teller::kNone);
}

TEST(CertaintyWordTest, OnlyWordsOfCertaintyAreCertain) {
  for (const char* word : {"certain", "Definite", "confirmed", "present", "gesichert", "known present", "yes"}) {
    EXPECT_EQ(SaysWord(Teller::kCertainty, "certainty", word), Says::kObserved) << word;
  }
  for (const char* word : {"suspected", "Possible", "probable", "unlikely", "differential", "Hypothetical",
                           "conditional", "Verdacht auf", "Zustand nach", "historical"}) {
    EXPECT_EQ(SaysWord(Teller::kCertainty, "certainty", word), Says::kDoubted) << word;
  }
  for (const char* word : {"associated with someone else", "family history", "entered-in-error", "mother"}) {
    EXPECT_EQ(SaysWord(Teller::kCertainty, "assertion", word), Says::kVoid) << word;
  }
  for (const char* word : {"absent", "NOT", "ruled out"}) {
    EXPECT_EQ(SaysWord(Teller::kCertainty, "assertion", word), Says::kExcluded) << word;
  }
  for (const char* word :
       {"0.9", "level 3", "2020-01-01", "V", "-1", "~", "a word of more letters than any of the lists"}) {
    EXPECT_EQ(SaysWord(Teller::kCertainty, "certainty", word), Says::kUnclear) << word;
  }
}

TEST(CertaintyWordTest, MarksOfGermanDiagnoses) {
  for (const char* key : {"diagnosesicherheit", "Diagnosensicherheit", "sicherheit"}) {
    EXPECT_EQ(SaysWord(Teller::kCertainty, key, "G"), Says::kObserved) << key;
    EXPECT_EQ(SaysWord(Teller::kCertainty, key, "A"), Says::kExcluded) << key;
    EXPECT_EQ(SaysWord(Teller::kCertainty, key, "V"), Says::kDoubted) << key;
    EXPECT_EQ(SaysWord(Teller::kCertainty, key, "z"), Says::kDoubted) << key;
  }
}

TEST(CertaintyWordTest, PolarityByNumbers) {
  EXPECT_EQ(SaysWord(Teller::kStatus, "polarity", "-1"), Says::kExcluded);
  EXPECT_EQ(SaysWord(Teller::kStatus, "polarity", "1"), Says::kObserved);
  EXPECT_EQ(SaysWord(Teller::kPresence, "present", "-1"), Says::kUnclear);
}

TEST(CertaintyWordTest, CourseIsNoDoubt) {
  for (const char* word : {"active", "resolved", "Inactive", "in remission", "relapse"}) {
    EXPECT_EQ(SaysWord(Teller::kStatus, "clinicalStatus", word), Says::kNothing) << word;
  }
  EXPECT_EQ(SaysWord(Teller::kStatus, "clinicalStatus", "unknown"), Says::kNothing);
  EXPECT_EQ(SaysWord(Teller::kStatus, "verificationStatus", "unknown"), Says::kUnclear);
  EXPECT_EQ(SaysWord(Teller::kQualifier, "qualifier", "severe"), Says::kNothing);
  EXPECT_EQ(SaysWord(Teller::kQualifier, "qualifier", "family history"), Says::kVoid);
}

TEST(CertaintyWordTest, TicksTimesAndPeople) {
  EXPECT_EQ(SaysWord(Teller::kDoubt, "isUncertain", "true"), Says::kDoubted);
  EXPECT_EQ(SaysWord(Teller::kDoubt, "isUncertain", "0"), Says::kNothing);
  EXPECT_EQ(SaysWord(Teller::kDoubt, "uncertainty", "none"), Says::kNothing);
  EXPECT_EQ(SaysWord(Teller::kDoubt, "uncertainty", "0.3"), Says::kUnclear);
  EXPECT_EQ(SaysWord(Teller::kTime, "temporality", "Recent"), Says::kNothing);
  EXPECT_EQ(SaysWord(Teller::kTime, "temporality", "Historical"), Says::kDoubted);
  EXPECT_EQ(SaysWord(Teller::kPerson, "experiencer", "Patient"), Says::kNothing);
  EXPECT_EQ(SaysWord(Teller::kPerson, "experiencer", "Other"), Says::kVoid);
}

TEST(CertaintyWordTest, Codes) {
  EXPECT_EQ(SaysCode("SNOMED:410516002"), Says::kExcluded);
  EXPECT_EQ(SaysCode("SNOMED:415684004"), Says::kDoubted);
  EXPECT_EQ(SaysCode("SNOMED:410605003"), Says::kObserved);
  EXPECT_EQ(SaysCode("SNOMED:1"), Says::kUnclear);
}

TEST(CertaintyWordTest, WhatDidNotTakePlace) {
  EXPECT_EQ(SaysOfAction("not-done"), Says::kDoubted);
  EXPECT_EQ(SaysOfAction("entered-in-error"), Says::kVoid);
  EXPECT_EQ(SaysOfAction("completed"), Says::kNothing);
}

}  // namespace
}  // namespace muster::import
