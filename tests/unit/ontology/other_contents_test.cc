#include "engine/ontology/other_contents.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "allowance/allowance.h"
#include "engine/ontology/readers.h"

namespace muster::ontology {
namespace {

OntologyPtr Read(std::string_view terms) {
  auto draft = ReadObo("ontology: ex\n\n" + std::string(terms));
  EXPECT_TRUE(draft.ok()) << draft.status();
  return *Ontology::Build(*std::move(draft), nullptr);
}

std::string Difference(std::string_view first, std::string_view second) {
  return Shown(*CompareContents(*Read(first), *Read(second)));
}

constexpr std::string_view kRoot = "[Term]\nid: EX:1\nname: All\n\n";
constexpr std::string_view kBelow = "[Term]\nid: EX:2\nname: A\nis_a: EX:1\n\n";

std::string With(std::string_view more) { return std::string(kRoot) + std::string(kBelow) + std::string(more); }

TEST(OtherContentsTest, TheSameInAnotherOrderIsTheSame) {
  EXPECT_FALSE(CompareContents(*Read(With("")), *Read(std::string(kBelow) + std::string(kRoot)))->any());
  EXPECT_FALSE(CompareContents(*Read(With("")), *Read(With("xref: UMLS:1\n")))->any()) << "answers do not go by it";
}

TEST(OtherContentsTest, WhatChangesAnswers) {
  EXPECT_EQ(Difference(With(""), kRoot), "1 term gone: EX:2");
  EXPECT_EQ(Difference(kRoot, With("")), "1 term added: EX:2");
  for (const std::string_view more :
       {"is_obsolete: true\n", "alt_id: EX:9\n", "synonym: \"B\" EXACT []\n", "replaced_by: EX:1\n", "consider: EX:1\n",
        "xref: UMLS:1 {source=\"MONDO:equivalentTo\"}\n"}) {
    std::string changed = std::string(kRoot) + "[Term]\nid: EX:2\nname: A\nis_a: EX:1\n" + std::string(more);
    EXPECT_EQ(Difference(With(""), changed), "1 term with another label, parent or the like: EX:2") << more;
  }
  EXPECT_EQ(Difference(With(""), std::string(kRoot) + "[Term]\nid: EX:2\nname: Another\n\n[Term]\nid: EX:3\nname: C\n"),
            "1 term added, 1 with another label, parent or the like: EX:2, EX:3");
}

TEST(OtherContentsTest, AModuleSaysNoMore) {
  const OntologyPtr whole = Read(With("[Term]\nid: EX:3\nname: C\nis_a: EX:2\nsynonym: \"Cc\" EXACT []\n"));
  EXPECT_FALSE(CompareContents(*Read(With("")), *whole)->first_says_more());
  EXPECT_FALSE(CompareContents(*Read(With("[Term]\nid: EX:3\nname: C\n")), *whole)->first_says_more());
  EXPECT_TRUE(CompareContents(*Read(With("[Term]\nid: EX:3\nname: D\n")), *whole)->first_says_more());
  EXPECT_TRUE(CompareContents(*Read(With("[Term]\nid: EX:4\nname: D\n")), *whole)->first_says_more());
}

TEST(OtherContentsTest, PartsThatWereNotReadAreNoDifference) {
  const std::string parts = With("[Term]\nid: EX:3\nname: C\nrelationship: part_of EX:2\n");
  EXPECT_FALSE(CompareContents(*Read(With("[Term]\nid: EX:3\nname: C\n")), *Read(parts))->any());
}

TEST(OtherContentsTest, CanBeStopped) {
  Allowance::Limits limits;
  limits.stop_at_look = 1;
  Allowance allowance(limits);
  const OntologyPtr one = Read(kRoot);
  const AllowanceScope scope(&allowance);
  EXPECT_FALSE(CompareContents(*one, *one).ok());
}

TEST(OtherContentsTest, AFewAreNamed) {
  std::string many(kRoot);
  for (int i = 2; i < 9; ++i) many += "[Term]\nid: EX:" + std::to_string(i) + "\nname: N\n\n";
  EXPECT_EQ(Difference(kRoot, many), "7 terms added: EX:2, EX:3, EX:4, ...");
}

}  // namespace
}  // namespace muster::ontology
