#include "containers/seldom.h"

#include <string>
#include <type_traits>
#include <utility>

#include "gtest/gtest.h"

namespace muster {
namespace {

TEST(SeldomTest, HasNothingUntilItIsSet) {
  Seldom<std::string> seldom;
  EXPECT_FALSE(seldom);
  EXPECT_FALSE(seldom.has_value());
  seldom = std::string("a value");
  ASSERT_TRUE(seldom);
  EXPECT_TRUE(seldom.has_value());
  EXPECT_EQ(*seldom, "a value");
  EXPECT_EQ(seldom->size(), 7u);
  seldom = Seldom<std::string>();
  EXPECT_FALSE(seldom);
}

TEST(SeldomTest, CopiesHaveValuesOfTheirOwn) {
  Seldom<std::string> first(std::string("one"));
  Seldom<std::string> second = first;
  *second += " more";
  EXPECT_EQ(*first, "one");
  EXPECT_EQ(*second, "one more");
  first = second;
  *first += " and more";
  EXPECT_EQ(*second, "one more");
  second = Seldom<std::string>();
  const Seldom<std::string> nothing = second;
  EXPECT_FALSE(nothing);
  EXPECT_EQ(*first, "one more and more");
}

TEST(SeldomTest, IsMovedWithoutTheValue) {
  Seldom<std::string> first(std::string("one"));
  const std::string* value = &*first;
  const Seldom<std::string> second = std::move(first);
  EXPECT_EQ(&*second, value);
  static_assert(std::is_nothrow_move_constructible_v<Seldom<std::string>>);
  static_assert(sizeof(Seldom<std::string>) == sizeof(void*));
}

}  // namespace
}  // namespace muster
