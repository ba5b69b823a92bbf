// Bitmaps, bits and lists, in every combination, are one set.
#include "engine/execute/rows/row_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <vector>

namespace muster::execute {
namespace {

using storage::Bitmap;

constexpr uint32_t kSize = 10'000;

TEST(RowSetTest, EveryCombination) {
  std::mt19937_64 random(8);
  const auto rows_of = [&](uint64_t one_in) {
    std::vector<uint32_t> rows;
    for (uint32_t row = 0; row < kSize; ++row) {
      if (random() % one_in == 0) rows.push_back(row);
    }
    return rows;
  };
  enum class Form { kBitmap, kBits, kList, kBoth, kWithout };
  constexpr Form kForms[] = {Form::kBitmap, Form::kBits, Form::kList, Form::kBoth, Form::kWithout};
  const auto set_of = [](const std::vector<uint32_t>& rows, Form form) {
    const Bitmap bitmap = Bitmap::FromSorted(rows);
    switch (form) {
      case Form::kBitmap:
        return RowSet(bitmap);
      case Form::kBits:
        return RowSet(bitmap.ToBits(kSize));
      case Form::kList:
        return RowSet(rows);
      case Form::kBoth:
        return RowSet::And(RowSet(bitmap), RowSet(Bitmap::Range(0, kSize)));
      default:
        return RowSet::AndNot(RowSet(Bitmap::Range(0, kSize)), RowSet(bitmap.Complement(kSize)));
    }
  };
  for (const uint64_t dense : {1, 2, 1000, 1'000'000}) {
    for (const uint64_t other : {1, 3, 500, 1'000'000}) {
      const std::vector<uint32_t> a = rows_of(dense);
      const std::vector<uint32_t> b = rows_of(other);
      std::vector<uint32_t> both, either, rest;
      std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
      std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(either));
      std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
      for (const Form a_form : kForms) {
        for (const Form b_form : kForms) {
          // Each asked of a set that nothing was made of before, and of one of which a bitmap was.
          EXPECT_EQ(set_of(a, a_form).Cardinality(), a.size());
          EXPECT_EQ(set_of(a, a_form).Empty(), a.empty());
          EXPECT_EQ(set_of(a, a_form).ToVector(), a);
          EXPECT_EQ(set_of(a, a_form).ToBits(kSize), Bitmap::FromSorted(a).ToBits(kSize));
          EXPECT_EQ(RowSet::And(set_of(a, a_form), set_of(b, b_form)).Cardinality(), both.size());
          EXPECT_EQ(RowSet::And(set_of(a, a_form), set_of(b, b_form)).Empty(), both.empty());
          EXPECT_EQ(RowSet::AndNot(set_of(a, a_form), set_of(b, b_form)).Cardinality(), rest.size());
          const RowSet left = set_of(a, a_form);
          const RowSet right = set_of(b, b_form);
          EXPECT_EQ(left.bitmap()->ToVector(), a);
          EXPECT_EQ(left.Cardinality(), a.size());
          EXPECT_EQ(left.Empty(), a.empty());
          EXPECT_EQ(left.ToVector(), a);
          EXPECT_EQ(left.ToBits(kSize).Count(), a.size());
          EXPECT_EQ(RowSet::And(left, right).bitmap()->ToVector(), both);
          EXPECT_EQ(RowSet::Or(left, right).bitmap()->ToVector(), either);
          EXPECT_EQ(RowSet::AndNot(left, right).bitmap()->ToVector(), rest);
        }
      }
    }
  }
  EXPECT_TRUE(RowSet().Empty());
}

}  // namespace
}  // namespace muster::execute
