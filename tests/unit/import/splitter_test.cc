#include "engine/import/input/splitter.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstring>

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Hands out text in pieces of `piece` bytes.
class TextSource : public Source {
 public:
  TextSource(std::string text, size_t piece) : text_(std::move(text)), piece_(piece) {}
  absl::StatusOr<size_t> Read(char* buffer, size_t size) override {
    const size_t taken = std::min({size, piece_, text_.size() - at_});
    std::memcpy(buffer, text_.data() + at_, taken);
    at_ += taken;
    return taken;
  }
  uint64_t stored_bytes() const override { return at_; }

 private:
  std::string text_;
  size_t piece_;
  size_t at_ = 0;
};

struct Parts {
  absl::StatusOr<FileForm> form;
  std::vector<std::string> records;
  std::vector<uint64_t> lines;
  std::string error;
};

Parts Split(const std::string& text, bool named_as_lines = false, size_t piece = 1) {
  TextSource source(text, piece);
  Window window(source, "FILE");
  Parts parts{Sniff(window, named_as_lines), {}, {}, {}};
  if (!parts.form.ok()) {
    parts.error = std::string(parts.form.status().message());
    return parts;
  }
  Splitter splitter(window, *parts.form);
  while (true) {
    const absl::StatusOr<std::optional<std::string_view>> record = splitter.Next();
    if (!record.ok()) parts.error = std::string(record.status().message());
    if (!record.ok() || !record->has_value()) return parts;
    parts.records.emplace_back(**record);
    parts.lines.push_back(splitter.line());
  }
}

FileForm FormOf(const std::string& text, bool named_as_lines = false) {
  const Parts parts = Split(text, named_as_lines);
  EXPECT_TRUE(parts.form.ok()) << parts.error;
  return parts.form.value_or(FileForm::kEmpty);
}

TEST(SniffTest, Forms) {
  EXPECT_EQ(FormOf(""), FileForm::kEmpty);
  EXPECT_EQ(FormOf(" \n\r\n\t"), FileForm::kEmpty);
  EXPECT_EQ(FormOf("format-version: 1.2\n"), FileForm::kObo);
  EXPECT_EQ(FormOf("! a comment\nontology: hp\n\n[Term]\nid: HP:1\n"), FileForm::kObo);
  EXPECT_EQ(FormOf("\xef\xbb\xbf[Term]\nid: HP:1\n"), FileForm::kObo);
  EXPECT_EQ(FormOf("[]"), FileForm::kArray);
  EXPECT_EQ(FormOf("\xef\xbb\xbf \n [ {\"id\": 1} ]"), FileForm::kArray);
  EXPECT_EQ(FormOf("{\"id\": 1}"), FileForm::kLines);
  EXPECT_EQ(FormOf("{\"id\": \"}\\\"{\"}\n{}"), FileForm::kLines);
  EXPECT_EQ(FormOf("{\"id\":\n 1}"), FileForm::kObjects);
  EXPECT_EQ(FormOf("{\n  \"id\": 1\n}"), FileForm::kObjects);
  EXPECT_EQ(FormOf("{\"a\": [\n{}\n]}"), FileForm::kObjects);
  EXPECT_EQ(FormOf("{\"id\": 1, \"x\": {\n{\"id\": 2}\n", true), FileForm::kLines);
}

TEST(SniffTest, ABrokenFirstLineIsStillJsonLines) {
  EXPECT_EQ(FormOf("{\"id\": 1, \"x\": {}\n{\"id\": 2}\n"), FileForm::kLines);
  EXPECT_EQ(FormOf("{\"id\": \"cut\n{\"id\": 2}\n"), FileForm::kLines);
}

TEST(SniffTest, UnknownFilesAreNamedWithWhatIsExpected) {
  for (const char* text :
       {"name,age\nBob,3\n", "<?xml version='1.0'?>", "PK\x03\x04", "\xff\xfe{\0", "42", "\"text\""}) {
    const std::string error = Split(text).error;
    EXPECT_THAT(error, HasSubstr("FILE: ")) << text;
    EXPECT_THAT(error, HasSubstr("expected GA4GH Phenopackets")) << text;
  }
}

TEST(SplitterTest, Lines) {
  for (const size_t piece : {1, 3, 1000}) {
    const Parts parts = Split("{\"a\": 1}\r\n\n  {\"b\"\n{\"c\": \"x\\n\"}", false, piece);
    EXPECT_THAT(parts.records, ElementsAre("{\"a\": 1}", "{\"b\"", "{\"c\": \"x\\n\"}"));
    EXPECT_THAT(parts.lines, ElementsAre(1, 3, 4));
    EXPECT_EQ(parts.error, "");
  }
}

TEST(SplitterTest, Arrays) {
  for (const size_t piece : {1, 3, 1000}) {
    const Parts parts = Split("[ {\"a\": \"]},{\\\"\"} ,[1,[2]], 7 ,\"x,]\" , {\"b\": {}}\n]\n", false, piece);
    EXPECT_THAT(parts.records, ElementsAre("{\"a\": \"]},{\\\"\"}", "[1,[2]]", "7 ", "\"x,]\" ", "{\"b\": {}}"));
    EXPECT_EQ(parts.error, "");
  }
  EXPECT_THAT(Split("[]").records, IsEmpty());
}

TEST(SplitterTest, BrokenArraysAreErrorsThatNameTheFile) {
  EXPECT_THAT(Split("[{\"a\": 1}").error, HasSubstr("FILE: the JSON array is cut off after element 1"));
  EXPECT_THAT(Split("[{\"a\": 1},").error, HasSubstr("cut off after element 1"));
  EXPECT_THAT(Split("[{\"a\": 1}, {\"b\":").error, HasSubstr("cut off in element 2"));
  EXPECT_THAT(Split("[{} {}]").error, HasSubstr("',' or ']' should follow"));
  EXPECT_THAT(Split("[{},]").error, HasSubstr("should follow the comma"));
  EXPECT_THAT(Split("[,{}]").error, HasSubstr("broken"));
  EXPECT_THAT(Split("[{}] {}").error, HasSubstr("something follows the end"));
  EXPECT_THAT(Split("[").error, HasSubstr("cut off"));
  EXPECT_THAT(Split("[1").error, HasSubstr("cut off"));
}

TEST(SplitterTest, ObjectsOverSeveralLines) {
  for (const size_t piece : {1, 1000}) {
    EXPECT_THAT(Split("{\n\"a\": \"}\"}\n{\"b\": 2}\n", false, piece).records,
                ElementsAre("{\n\"a\": \"}\"}", "{\"b\": 2}"));
  }
  EXPECT_THAT(Split("{\n\"a\": 1").error, HasSubstr("FILE: the JSON object is cut off"));
  EXPECT_THAT(Split("{\n\"a\": 1}\nx").error, HasSubstr("something other than a JSON object"));
}

}  // namespace
}  // namespace muster::import
