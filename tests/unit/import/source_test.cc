#include "engine/import/input/source.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "tests/unit/import/files.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The whole of a file, read in pieces of `piece` bytes; or the error.
absl::StatusOr<std::string> ReadWhole(const std::string& path, size_t piece) {
  absl::StatusOr<std::unique_ptr<Source>> source = Source::Open({path, 0});
  if (!source.ok()) return source.status();
  std::string whole;
  std::string buffer(piece, '\0');
  while (true) {
    const absl::StatusOr<size_t> got = (*source)->Read(buffer.data(), buffer.size());
    if (!got.ok()) return got.status();
    if (*got == 0) break;
    whole.append(buffer, 0, *got);
  }
  EXPECT_EQ((*source)->stored_bytes(), std::filesystem::file_size(path));
  return whole;
}

std::string LongText() {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += std::to_string(i * 7919) + "\n";
  return text;
}

TEST(SourceTest, PlainAndPackedFilesReadAlike) {
  const Directory directory;
  const std::string text = LongText();
  const std::string half = text.substr(0, text.size() / 2);
  const std::string rest = text.substr(half.size());
  const std::string files[] = {
      directory.Write("plain", text),
      directory.Write("one.gz", Gzip(text)),
      directory.Write("two.gz", Gzip(half) + Gzip("") + Gzip(rest)),
      directory.Write("padded.gz", Gzip(text) + std::string(300, '\0')),
      directory.Write("one.zst", Zstd(text)),
      directory.Write("two.zst", Zstd(half) + Zstd(rest)),
      directory.Write("named_wrongly.json", Gzip(text)),
  };
  for (const std::string& file : files) {
    for (const size_t piece : {size_t{1000}, size_t{1} << 20}) {
      const absl::StatusOr<std::string> whole = ReadWhole(file, piece);
      ASSERT_TRUE(whole.ok()) << file << ": " << whole.status();
      EXPECT_TRUE(*whole == text) << file;
    }
  }
}

TEST(SourceTest, EmptyFiles) {
  const Directory directory;
  for (const std::string& file :
       {directory.Write("plain", ""), directory.Write("a.gz", Gzip("")), directory.Write("a.zst", Zstd(""))}) {
    const absl::StatusOr<std::string> whole = ReadWhole(file, 100);
    ASSERT_TRUE(whole.ok()) << file << ": " << whole.status();
    EXPECT_EQ(*whole, "");
  }
}

TEST(SourceTest, CutOffAndDamagedFilesAreErrorsThatNameTheFile) {
  const Directory directory;
  const std::string gzip = Gzip(LongText());
  const std::string zstd = Zstd(LongText());
  for (const size_t length : {size_t{5}, size_t{20}, gzip.size() / 2, gzip.size() - 1}) {
    const absl::StatusOr<std::string> whole = ReadWhole(directory.Write("cut.gz", gzip.substr(0, length)), 4096);
    ASSERT_EQ(whole.status().code(), absl::StatusCode::kInvalidArgument) << length;
    EXPECT_THAT(std::string(whole.status().message()), HasSubstr("cut.gz")) << length;
  }
  for (const size_t length : {size_t{5}, zstd.size() / 2, zstd.size() - 1}) {
    const absl::StatusOr<std::string> whole = ReadWhole(directory.Write("cut.zst", zstd.substr(0, length)), 4096);
    ASSERT_EQ(whole.status().code(), absl::StatusCode::kInvalidArgument) << length;
    EXPECT_THAT(std::string(whole.status().message()), HasSubstr("cut.zst: the zstd file is cut off")) << length;
  }
  std::string damaged = gzip;
  damaged[damaged.size() / 2] ^= 0x55;
  EXPECT_FALSE(ReadWhole(directory.Write("damaged.gz", damaged), 4096).ok());
  EXPECT_THAT(std::string(ReadWhole(directory.Write("tail.gz", gzip + "tail"), 4096).status().message()),
              HasSubstr("followed by something else"));
}

TEST(PathsTest, DirectoriesAreExpandedInOrder) {
  const Directory directory;
  directory.Write("b.json", "{}");
  directory.Write("a/z.jsonl.gz", "");
  directory.Write("a/y.NDJSON", "");
  directory.Write("hp.obo.zst", "");
  directory.Write("notes.txt", "");
  directory.Write("json", "");
  const absl::StatusOr<std::vector<InputFile>> files = ExpandPaths({directory.path(), "-"});
  ASSERT_TRUE(files.ok()) << files.status();
  std::vector<std::string> names;
  for (const InputFile& file : *files) names.push_back(std::filesystem::path(file.name()).filename());
  EXPECT_THAT(names, ElementsAre("y.NDJSON", "z.jsonl.gz", "b.json", "hp.obo.zst", "standard input"));
  EXPECT_EQ((*files)[2].size, 2u);
}

TEST(PathsTest, LinksToDirectoriesAreFollowedAndEachDirectoryIsTakenOnce) {
  const Directory directory;
  const Directory elsewhere;
  directory.Write("data/a.json", "{}");
  elsewhere.Write("deep/b.json", "{}");
  std::filesystem::create_directory_symlink(elsewhere.path(), directory.path() + "/data/linked");
  std::filesystem::create_directory_symlink("data", directory.path() + "/again");
  std::filesystem::create_directory_symlink("..", directory.path() + "/data/up");
  std::filesystem::create_symlink(elsewhere.path() + "/deep/b.json", directory.path() + "/c.json");
  const absl::StatusOr<std::vector<InputFile>> files = ExpandPaths({directory.path()});
  ASSERT_TRUE(files.ok()) << files.status();
  std::vector<std::string> names;
  for (const InputFile& file : *files) names.push_back(file.path.substr(directory.path().size() + 1));
  EXPECT_THAT(names, ElementsAre("c.json", "data/a.json", "data/linked/deep/b.json"));
}

TEST(PathsTest, WhatIsCalledLikeAFileOfADirectoryAndIsNoneIsAnError) {
  const Directory directory;
  directory.Write("a.json", "{}");
  std::filesystem::create_symlink("nowhere", directory.path() + "/notes");
  EXPECT_TRUE(ExpandPaths({directory.path()}).ok());
  std::filesystem::create_symlink("nowhere", directory.path() + "/b.json");
  EXPECT_EQ(ExpandPaths({directory.path()}).status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(ExpandPaths({directory.path()}).status().message()),
              HasSubstr("b.json: is a link that leads"));
  std::filesystem::remove(directory.path() + "/b.json");
  ASSERT_EQ(mkfifo((directory.path() + "/p.json").c_str(), 0600), 0);
  EXPECT_EQ(ExpandPaths({directory.path()}).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST(PathsTest, MissingFilesAndDirectoriesWithoutFilesAreNotFound) {
  const Directory directory;
  directory.Write("notes.txt", "");
  EXPECT_EQ(ExpandPaths({directory.path()}).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ExpandPaths({directory.path() + "/none.json"}).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ExpandPaths({directory.path() + "/notes.txt"})->size(), 1u);
}

}  // namespace
}  // namespace muster::import
