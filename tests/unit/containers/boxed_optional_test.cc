#include "containers/boxed_optional.h"

#include <string>
#include <type_traits>
#include <utility>

#include "gtest/gtest.h"

namespace muster {
namespace {

TEST(BoxedOptionalTest, HasNothingUntilItIsSet) {
  BoxedOptional<std::string> value;
  EXPECT_FALSE(value);
  EXPECT_FALSE(value.has_value());
  value = std::string("a value");
  ASSERT_TRUE(value);
  EXPECT_TRUE(value.has_value());
  EXPECT_EQ(*value, "a value");
  EXPECT_EQ(value->size(), 7u);
  value = BoxedOptional<std::string>();
  EXPECT_FALSE(value);
}

TEST(BoxedOptionalTest, CopiesHaveValuesOfTheirOwn) {
  BoxedOptional<std::string> first(std::string("one"));
  BoxedOptional<std::string> second = first;
  *second += " more";
  EXPECT_EQ(*first, "one");
  EXPECT_EQ(*second, "one more");
  first = second;
  *first += " and more";
  EXPECT_EQ(*second, "one more");
  second = BoxedOptional<std::string>();
  const BoxedOptional<std::string> nothing = second;
  EXPECT_FALSE(nothing);
  EXPECT_EQ(*first, "one more and more");
}

TEST(BoxedOptionalTest, IsMovedWithoutTheValue) {
  BoxedOptional<std::string> first(std::string("one"));
  const std::string* value = &*first;
  const BoxedOptional<std::string> second = std::move(first);
  EXPECT_EQ(&*second, value);
  static_assert(std::is_nothrow_move_constructible_v<BoxedOptional<std::string>>);
  static_assert(sizeof(BoxedOptional<std::string>) == sizeof(void*));
}

}  // namespace
}  // namespace muster
