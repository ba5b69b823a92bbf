#include "engine/ontology/edition.h"

#include <gtest/gtest.h>

namespace muster::ontology {
namespace {

TEST(EditionTest, DatesInNamesOfVersions) {
  EXPECT_EQ(ReleaseDate("hp/releases/2026-01-08"), "2026-01-08");
  EXPECT_EQ(ReleaseDate("http://purl.obolibrary.org/obo/hp/releases/2025-09-01/hp.json"), "2025-09-01");
  EXPECT_EQ(ReleaseDate("releases/v3.71.0"), "");
  EXPECT_EQ(ReleaseDate("2026-01"), "");
  EXPECT_EQ(ReleaseDate(""), "");
}

TEST(EditionTest, TheNewestWholeOneComesLast) {
  const Edition whole{"hp/releases/2025-01-01", 100};
  EXPECT_TRUE(ComesBefore({"hp/releases/2024-01-01", 120}, whole));
  EXPECT_TRUE(ComesBefore({"hp/releases/2026-01-01", 49}, whole)) << "a module, newer or not";
  EXPECT_FALSE(ComesBefore({"hp/releases/2026-01-01", 50}, whole));
  EXPECT_TRUE(ComesBefore({"", 100}, whole));
  EXPECT_TRUE(ComesBefore({"2025-01-01", 99}, whole));
  EXPECT_FALSE(ComesBefore(whole, whole));
}

TEST(EditionTest, WhatIsASurprise) {
  const Edition before{"2025-01-01", 100};
  EXPECT_EQ(Drawback({"2026-01-01", 90}, before), "");
  EXPECT_EQ(Drawback({"2026-01-01", 40}, before), "has less than half of its terms");
  EXPECT_EQ(Drawback({"2024-01-01", 110}, before), "is older");
  EXPECT_EQ(Drawback({"dev", 110}, before), "has no date");
  EXPECT_EQ(Drawback({"2025-01-01", 99}, before), "has fewer terms");
  EXPECT_EQ(Drawback({"dev", 110}, {"", 100}), "");
}

TEST(EditionTest, ShownByItsDate) {
  EXPECT_EQ(Shown(Edition{"hp/releases/2026-01-08", 5}), "2026-01-08 (5 terms)");
  EXPECT_EQ(Shown(Edition{"", 1}), "without a version (1 term)");
}

TEST(EditionTest, SlicesOfOtherOntologies) {
  EXPECT_EQ(HomeOfSlice("mondo/imports/hp_import"), "hp");
  EXPECT_EQ(HomeOfSlice("uberon/imports/merged_import"), "merged");
  EXPECT_EQ(HomeOfSlice("hp"), "");
}

}  // namespace
}  // namespace muster::ontology
