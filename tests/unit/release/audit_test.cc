#include "engine/release/memory/audit.h"

#include <gtest/gtest.h>

#include "tests/unit/release/random_sets.h"

namespace muster::release {
namespace {

class AuditTest : public testing::Test {
 protected:
  void Add(const Elements& elements) { memory_.Add(PeopleOf(elements), static_cast<SetId>(memory_.size()), 1); }
  static Elements Union(Elements a, const Elements& b) {
    a.insert(b.begin(), b.end());
    return a;
  }
  AnswerMemory memory_{secret::SipKey{1, 2}};
  People people_{100'000, 14};
};

TEST_F(AuditTest, FindsNothingAmongUnrelatedSets) {
  for (int i = 0; i < 200; ++i) Add(people_.Some(50 + people_.random()() % 400));
  const AuditReport report = *AuditOf(memory_, 10);
  EXPECT_EQ(report.sets, 200u);
  EXPECT_TRUE(report.findings.empty());
}

TEST_F(AuditTest, FindsASetLessAPartOfIt) {
  const Elements base = people_.Some(300);
  Add(base);
  Add(people_.Changed(base, 4, 0));
  const AuditReport report = *AuditOf(memory_, 10);
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].what, "A - B");
  EXPECT_EQ(report.findings[0].people, 4u);
}

TEST_F(AuditTest, DoesNotCombineASetWithItself) {
  Add(people_.Some(12));  // shown by a tier with a threshold of 10, and few for one of 20
  Add(people_.Some(300));
  EXPECT_TRUE(AuditOf(memory_, 20)->findings.empty());
}

TEST_F(AuditTest, GroupsAnAveragingAttackByThePeopleItIsAbout) {
  const Elements target = people_.Some(2);
  for (int i = 0; i < 8; ++i) {
    const Elements a = Union(people_.Some(200), target);
    const Elements b = Union(people_.Some(200), target);
    Add(a);
    Add(b);
    Add(Union(a, b));
  }
  const AuditReport report = *AuditOf(memory_, 10);
  ASSERT_FALSE(report.findings.empty());
  EXPECT_EQ(report.findings[0].what, "A + B - C");
  EXPECT_EQ(report.findings[0].people, 2u);
  EXPECT_GE(report.findings[0].times, 6u);  // of the eight, those that have nobody else in common
}

}  // namespace
}  // namespace muster::release
