#include "engine/import/record/draft/member_fields.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "engine/import/beacon/beacon_members.h"
#include "engine/import/phenopacket/phenopacket_members.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/source_tree.h"

namespace muster::import {
namespace {

using model::Kind;

std::vector<MemberTable> AllTables() {
  std::vector<MemberTable> tables(PhenopacketTables().begin(), PhenopacketTables().end());
  tables.insert(tables.end(), BeaconTables().begin(), BeaconTables().end());
  return tables;
}

Kind KindWritten(Written written) {
  switch (written) {
    case Written::kCode:
    case Written::kCodes:
    case Written::kCodeOrCodes:
      return Kind::kCode;
    case Written::kTime:
    case Written::kPartOfTime:
      return Kind::kTime;
    case Written::kNumber:
      return Kind::kNumber;
    case Written::kText:
      return Kind::kText;
    case Written::kKeyword:
      return Kind::kKeyword;
  }
  return Kind::kText;
}

TEST(MemberFieldsTest, FieldsAreOfTheKindThatIsWritten) {
  for (const MemberTable& table : AllTables()) {
    for (const MemberField& member : table.fields) {
      EXPECT_EQ(model::Info(member.field).kind, KindWritten(member.written)) << table.object << ", " << member.member;
    }
  }
}

TEST(MemberFieldsTest, NoMemberIsThereTwice) {
  for (const MemberTable& table : AllTables()) {
    std::map<std::string, int> times;
    for (const MemberField& member : table.fields) ++times[std::string(member.member)];
    for (const auto& [name, count] : times) EXPECT_EQ(count, 1) << table.object << ", " << name;
  }
}

// Whether `text` has `word` within a code span: `word`, `.word`, `word[]`, `value.word`.
bool NamesInCode(const std::string& text, const std::string& word) {
  const auto is_letter = [](char c) { return absl::ascii_isalnum(static_cast<unsigned char>(c)); };
  for (size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    if (is_letter(text[at - 1]) || is_letter(text[at + word.size()])) continue;
    const size_t line = text.rfind('\n', at) + 1;
    if (std::count(text.begin() + static_cast<int64_t>(line), text.begin() + static_cast<int64_t>(at), '`') % 2 == 1) {
      return true;
    }
  }
  return false;
}

TEST(MemberFieldsTest, DocumentsNameEveryMember) {
  std::ifstream file(test::InSourceTree("docs/data-model.md"));
  const std::string text(std::istreambuf_iterator<char>(file), {});
  size_t members = 0;
  for (const MemberTable& table : AllTables()) {
    for (const MemberField& member : table.fields) {
      EXPECT_TRUE(NamesInCode(text, std::string(member.member))) << table.object << ", " << member.member;
      ++members;
    }
  }
  EXPECT_GT(members, 100u);
  EXPECT_FALSE(NamesInCode(text, "memberThatIsNowhere"));
}

}  // namespace
}  // namespace muster::import
