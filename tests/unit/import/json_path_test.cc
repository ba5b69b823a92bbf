#include "engine/import/mapping/json_path.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/import/mapping/mapping.h"

namespace muster::import {
namespace {

TEST(JsonPathTest, PointersAndPaths) {
  const JsonPath root(nullptr);
  const JsonPath list(root, "a/b~c");
  const JsonPath element(list, size_t{12});
  const JsonPath member(element, "d");
  EXPECT_EQ(root.Pointer(), "");
  EXPECT_EQ(member.Pointer(), "/a~1b~0c/12/d");
  EXPECT_EQ(member.Path(), "/a~1b~0c/d");
  std::string pointer = "at ";
  std::string path = "in ";
  member.AppendBoth(pointer, path);
  EXPECT_EQ(pointer, "at /a~1b~0c/12/d");
  EXPECT_EQ(path, "in /a~1b~0c/d");
  EXPECT_EQ(member.node(), nullptr);
}

TEST(JsonPathTest, NodesOfTheMappingAreFoundWhenTheyAreAskedFor) {
  const auto mapping = Mapping::Parse(R"({"files": {"from": "/files/*", "fields": {"uri": "/place/uri"}}})");
  ASSERT_TRUE(mapping.ok()) << mapping.status();
  const JsonPath root(mapping->root());
  const JsonPath files(root, "files");
  JsonPath file(files, size_t{3});
  const JsonPath place(file, "place");
  const JsonPath uri(place, "uri");
  const JsonPath copy(uri);
  ASSERT_NE(uri.node(), nullptr) << "before those above are asked";
  EXPECT_TRUE(uri.node()->taken());
  EXPECT_EQ(copy.node(), uri.node());
  EXPECT_EQ(file.node()->rows().size(), 1u);
  EXPECT_EQ(JsonPath(place, "name").node(), nullptr);
  EXPECT_EQ(JsonPath(JsonPath(place, "name"), size_t{0}).node(), nullptr);
}

}  // namespace
}  // namespace muster::import
