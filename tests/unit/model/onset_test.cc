#include "engine/model/time/onset.h"

#include "gtest/gtest.h"

namespace muster::model {
namespace {

Interval Bounds(std::string_view code) { return OnsetBounds(code).value_or(Interval{}); }

TEST(OnsetTest, AntenatalEndsBeforeBirth) {
  for (const char* code : {"HP:0030674", "HP:0011460", "HP:0011461", "HP:0034199", "HP:0034198", "HP:0034197"}) {
    EXPECT_FALSE(Bounds(code).empty()) << code;
    EXPECT_LT(Bounds(code).high, 0) << code;
    EXPECT_GE(Bounds(code).low, Bounds("HP:0030674").low) << code;
  }
}

TEST(OnsetTest, CongenitalIsBirth) {
  EXPECT_EQ(Bounds("HP:0003577"), (Interval{0, 0}));
  EXPECT_EQ(Bounds("HP:0003595"), (Interval{0, 0}));  // merged into it
}

TEST(OnsetTest, AgesFollowOneAnotherWithoutGap) {
  const char* const kAges[] = {"HP:0003623", "HP:0003593", "HP:0011463", "HP:0003621", "HP:0025708",
                               "HP:0025709", "HP:0025710", "HP:0003596", "HP:0003584"};
  for (size_t i = 1; i < std::size(kAges); ++i) {
    EXPECT_EQ(Bounds(kAges[i]).low, Bounds(kAges[i - 1]).high + 1) << kAges[i];
  }
  EXPECT_EQ(Bounds("HP:0003623").low, 0);
  EXPECT_EQ(Bounds("HP:0003584").high, kEnd);
}

TEST(OnsetTest, BroadTermsSpanTheirParts) {
  EXPECT_EQ(Bounds("HP:0410280"), (Interval{28 * kDay, 16 * kYear - 1}));
  EXPECT_EQ(Bounds("HP:0003581"), (Interval{16 * kYear, kEnd}));
  EXPECT_EQ(Bounds("HP:0011462"), (Interval{16 * kYear, 40 * kYear - 1}));
}

TEST(OnsetTest, OthersHaveNoBounds) {
  for (const char* code : {"HP:0003674", "HP:4000040", "HP:6000314", "HP:6000315", "HP:0001250", ""}) {
    EXPECT_EQ(OnsetBounds(code), std::nullopt) << code;
  }
}

TEST(OnsetTest, NamesThatMeanTheSameAgesEverywhere) {
  for (const char* name : {"At birth", "at birth", "Congenital onset", "congenital", "bei Geburt", "al nacer"}) {
    EXPECT_EQ(OnsetCalled(name), "HP:0003577") << name;
  }
  for (const char* name : {"Antenatal", "Prenatal", "Antenatal onset", "pr\xC3\xA4natal", "in utero"}) {
    EXPECT_EQ(OnsetCalled(name), "HP:0030674") << name;
  }
  EXPECT_EQ(OnsetCalled("Neonatal-onset"), "HP:0003623");
  EXPECT_EQ(OnsetCalled("third trimester onset"), "HP:0034197");
  for (const char* name : {"Childhood", "Childhood onset", "Late onset", "adult", "Infancy", "onset", "", "birthday"}) {
    EXPECT_EQ(OnsetCalled(name), "") << name;
  }
  for (const char* name : {"Third trimester", "second trimester", "late first trimester", " third trimester "}) {
    EXPECT_EQ(OnsetCalled(name), "") << name << ": perhaps of a pregnancy of her own";
  }
}

TEST(OnsetTest, EachNameHasAges) {
  for (const char* name : {"At birth", "Antenatal", "Neonatal", "fetal", "embryonal", "late first trimester onset",
                           "second trimester onset", "third trimester-onset"}) {
    EXPECT_TRUE(OnsetBounds(OnsetCalled(name)).has_value()) << name;
  }
}

TEST(OnsetTest, OthersAreVague) {
  for (const char* name : {"Childhood", "Childhood-onset", "Late onset", "adult", "Infancy", "Kindheit"}) {
    EXPECT_TRUE(IsVagueOnset(name)) << name;
  }
  for (const char* name : {"At birth", "refused", "", "P5Y", "May"}) EXPECT_FALSE(IsVagueOnset(name)) << name;
}

}  // namespace
}  // namespace muster::model
