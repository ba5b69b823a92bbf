// The catalogue on disk as the shell uses it.
#include "shell/catalogue/catalogue_handle.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace muster::shell {
namespace {

namespace fs = std::filesystem;

TEST(CatalogueHandleTest, AChangeIsDoneWhateverComesOfShowingIt) {
  const fs::path folder = fs::temp_directory_path() / ("muster_catalogue_handle_" + std::to_string(::getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder);
  const fs::path path = folder / "catalogue";
  const fs::path elsewhere = folder / "elsewhere";
  {
    auto catalogue = Catalogue::Open(path, {.create_if_missing = true});
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    ASSERT_TRUE((*catalogue)->ImportText(R"({"id":"a","subject":{"id":"a","sex":"FEMALE"}})", {}).ok());
  }
  OpenOptions options{.read_only = true};
  options.log_level = LogLevel::kInfo;
  options.log = [&](LogLevel /*level*/, std::string_view line) {
    if (line.find("committed version") != std::string_view::npos) fs::rename(path, elsewhere);
  };
  const auto handle = OpenOnDisk(path, options);
  ASSERT_TRUE(handle.ok()) << handle.status();
  const auto defined = (*handle)->Query("define cohort women as individuals where sex is female", {});
  ASSERT_TRUE(fs::exists(elsewhere));
  ASSERT_TRUE(defined.ok()) << defined.status();
  EXPECT_TRUE(defined->front().table.has_value());

  // Of the version before, nothing is told.
  EXPECT_FALSE((*handle)->Query("count individuals", {}).ok());
  EXPECT_FALSE((*handle)->Info().ok());
  EXPECT_FALSE((*handle)->Check({}).ok());
  fs::rename(elsewhere, path);
  const auto counted = (*handle)->Query("count individuals where in women", {});
  ASSERT_TRUE(counted.ok()) << counted.status();
  ASSERT_TRUE(counted->front().table.has_value());
  EXPECT_EQ(std::get<int64_t>(counted->front().table->rows[0][0]), 1);
  fs::remove_all(folder);
}

TEST(CatalogueHandleTest, WhoWasThereIsToldWhereSomebodyWasNot) {
  const fs::path path = fs::temp_directory_path() / ("muster_catalogue_delete_" + std::to_string(::getpid()));
  fs::remove_all(path);
  {
    auto catalogue = Catalogue::Open(path, {.create_if_missing = true});
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    ASSERT_TRUE((*catalogue)->ImportText(R"({"id":"a","subject":{"id":"a","sex":"FEMALE"}})", {}).ok());
    ASSERT_TRUE((*catalogue)->ImportText(R"({"id":"b","subject":{"id":"b","sex":"FEMALE"}})", {}).ok());
  }
  const auto handle = OpenOnDisk(path, {});
  ASSERT_TRUE(handle.ok()) << handle.status();
  std::string told;
  const auto tell = [&](std::string_view id, std::string_view dataset) {
    told += std::string(id) + " of " + std::string(dataset) + "; ";
  };
  auto deleted = (*handle)->Delete("default", {"a"}, tell);
  ASSERT_TRUE(deleted.ok()) << deleted.status();
  EXPECT_EQ(told, "");
  deleted = (*handle)->Delete("default", {"b", "c"}, tell);
  ASSERT_TRUE(deleted.ok()) << deleted.status();
  EXPECT_EQ(*deleted, 1u);
  EXPECT_EQ(told, "b of default; ") << "as it was before";
  fs::remove_all(path);
}

}  // namespace
}  // namespace muster::shell
