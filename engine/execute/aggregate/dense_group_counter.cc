#include "engine/execute/aggregate/dense_group_counter.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <utility>

namespace muster::execute {

namespace {

constexpr size_t kMaxDimensions = 3;
// The most counters that stay in a second-level cache, and a number that always pays, however few rows there are.
constexpr size_t kMaxPlaces = 16384;
constexpr size_t kFewPlaces = 1024;
// Where there are few places, one comes soon after itself, and an addition would wait for the one before it: so four
// lanes take turns.
constexpr size_t kLanes = 4;
constexpr size_t kMaxPlacesInLanes = 512;
// A word holds the count of rows and two amounts, of kBits bits each.
constexpr size_t kAmountsInWord = 2;
constexpr unsigned kBits = 21;
constexpr int64_t kMask = (int64_t{1} << kBits) - 1;

}  // namespace

std::optional<DenseGroupCounter> DenseGroupCounter::Make(std::vector<const CachedColumn*> dimensions,
                                                         std::vector<const CachedColumn*> amounts, uint64_t needed) {
  if (needed == 0 || dimensions.size() > kMaxDimensions) return std::nullopt;
  const auto is_kept = [](const CachedColumn* cached) { return cached != nullptr; };
  if (!std::all_of(dimensions.begin(), dimensions.end(), is_kept)) return std::nullopt;
  if (!std::all_of(amounts.begin(), amounts.end(), is_kept)) return std::nullopt;
  if (dimensions.size() == 1 && dimensions[0]->lists()) {
    if (!amounts.empty() || dimensions[0]->ids.width() > 2) return std::nullopt;
    return DenseGroupCounter(std::move(dimensions), {});
  }
  const auto is_bytes = [](const CachedColumn* cached) { return !cached->lists() && cached->ids.width() == 1; };
  if (!std::all_of(dimensions.begin(), dimensions.end(), is_bytes)) return std::nullopt;
  if (!std::all_of(amounts.begin(), amounts.end(), is_bytes)) return std::nullopt;
  DenseGroupCounter tally(std::move(dimensions), std::move(amounts));
  if (tally.places_ > kMaxPlaces || tally.places_ > std::max<uint64_t>(kFewPlaces, needed)) return std::nullopt;
  return tally;
}

DenseGroupCounter::DenseGroupCounter(std::vector<const CachedColumn*> dimensions,
                                     std::vector<const CachedColumn*> amounts)
    : dimensions_(std::move(dimensions)), amounts_(std::move(amounts)), counts_(1 + amounts_.size()) {
  for (const CachedColumn* dimension : dimensions_) {
    sizes_.push_back(size_t{dimension->ids.greatest()} + 1);
    places_ *= sizes_.back();
  }
}

void DenseGroupCounter::Add(const RowSet& rows, uint32_t size) {
  lane_ = places_ <= kMaxPlacesInLanes ? places_ : 0;
  words_.resize(lane_ == 0 ? places_ : kLanes * lane_);
  const auto add = [&](size_t count, auto&& row_at) {
    if (!dimensions_[0]->lists()) return AddBytes(count, row_at);
    dimensions_[0]->ids.width() == 1 ? AddLists<uint8_t>(count, row_at) : AddLists<uint16_t>(count, row_at);
  };
  if (rows.Cardinality() == size) return add(size, [](size_t i) { return i; });
  const std::vector<uint32_t> some = rows.ToVector();
  add(some.size(), [first = some.data()](size_t i) { return first[i]; });
}

template <typename RowAt>
void DenseGroupCounter::AddBytes(size_t size, RowAt&& row_at) {
  if (dimensions_.size() == 1) return AddAmounts<1>(size, row_at);
  if (dimensions_.size() == 2) return AddAmounts<2>(size, row_at);
  AddAmounts<3>(size, row_at);
}

template <size_t Dimensions, typename RowAt>
void DenseGroupCounter::AddAmounts(size_t size, RowAt&& row_at) {
  if (amounts_.empty()) AddWords<Dimensions, 0>(0, size, row_at);
  for (size_t begin = 0; begin < amounts_.size(); begin += kAmountsInWord) {
    if (amounts_.size() - begin == 1) {
      AddWords<Dimensions, 1>(begin, size, row_at);
    } else {
      AddWords<Dimensions, 2>(begin, size, row_at);
    }
  }
}

template <size_t Dimensions, size_t Amounts, typename RowAt>
void DenseGroupCounter::AddWords(size_t begin, size_t size, RowAt&& row_at) {
  std::array<const uint8_t*, Dimensions> ids;
  std::array<size_t, Dimensions> steps;
  for (size_t d = 0, step = 1; d < Dimensions; step *= sizes_[d++]) {
    ids[d] = dimensions_[d]->ids.template data<uint8_t>();
    steps[d] = step;
  }
  std::array<const uint8_t*, Amounts + 1> amounts = {};
  int64_t greatest = 1;
  for (size_t a = 0; a < Amounts; ++a) {
    amounts[a] = amounts_[begin + a]->ids.template data<uint8_t>();
    greatest = std::max<int64_t>(greatest, amounts_[begin + a]->ids.greatest());
  }
  const auto place_of = [&](size_t row) {
    size_t place = ids[0][row];
    for (size_t d = 1; d < Dimensions; ++d) place += ids[d][row] * steps[d];
    return place;
  };
  const auto word_of = [&](size_t row) {
    int64_t word = 1;
    for (size_t a = 0; a < Amounts; ++a) word |= int64_t{amounts[a][row]} << (kBits * (a + 1));
    return word;
  };
  // No field of a word can run over before that many rows.
  const size_t most = Amounts == 0 ? size : static_cast<size_t>(kMask / greatest);
  int64_t* const words = words_.data();
  const size_t lane = lane_;
  for (size_t i = 0; i < size;) {
    const size_t end = std::min(size, i + most);
    for (; i + kLanes <= end; i += kLanes) {
      for (size_t l = 0; l < kLanes; ++l) {
        const size_t row = row_at(i + l);
        words[l * lane + place_of(row)] += word_of(row);
      }
    }
    for (; i < end; ++i) words[place_of(row_at(i))] += word_of(row_at(i));
    Flush(begin, Amounts);
  }
}

template <typename T, typename RowAt>
void DenseGroupCounter::AddLists(size_t size, RowAt&& row_at) {
  // Short lists are copied one behind the other, without asking how long they are, which a processor could not foresee.
  constexpr size_t kShort = PackedIds::kBehind / sizeof(T);
  constexpr size_t kRows = 256;
  std::array<T, kRows * kShort + kShort> together;
  int64_t* const words = words_.data();
  const size_t lane = lane_;
  const auto count = [words, lane](const T* ids, size_t many) {
    size_t n = 0;
    for (; n + kLanes <= many; n += kLanes) {
      for (size_t l = 0; l < kLanes; ++l) ++words[l * lane + ids[n + l]];
    }
    for (; n < many; ++n) ++words[ids[n]];
  };
  // Most lists are a missing value alone: these are not added up one by one. Which lists they are cannot be predicted,
  // so that there is no branch for them.
  size_t with_values = 0;
  static_assert(ValueIds::kMissing == 0);
  const uint32_t* const begins = dimensions_[0]->begins.data();
  const T* const ids = dimensions_[0]->ids.template data<T>();
  for (size_t i = 0; i < size;) {
    T* next = together.data();
    for (const size_t end = std::min(size, i + kRows); i < end; ++i) {
      const size_t row = row_at(i);
      const T* const list = ids + begins[row];
      const size_t many = begins[row + 1] - begins[row];
      const size_t has_values = (size_t{list[0]} + std::numeric_limits<T>::max()) >> std::numeric_limits<T>::digits;
      with_values += has_values;
      if (many > kShort) {
        count(list, many);
        continue;
      }
      std::memcpy(next, list, kShort * sizeof(T));
      next += many * has_values;
    }
    count(together.data(), static_cast<size_t>(next - together.data()));
  }
  words[ValueIds::kMissing] += static_cast<int64_t>(size - with_values);
  Flush(0, 0);
}

void DenseGroupCounter::Flush(size_t begin, size_t amounts) {
  if (amounts == 0 && lane_ == 0) return counts_[0].swap(words_);
  for (std::vector<int64_t>& counts : counts_) counts.resize(places_);
  for (size_t first = 0; first < words_.size(); first += places_) {
    const int64_t* const words = words_.data() + first;
    if (amounts == 0) {
      for (size_t place = 0; place < places_; ++place) counts_[0][place] += words[place];
      continue;
    }
    for (size_t field = begin == 0 ? 0 : 1; field <= amounts; ++field) {
      std::vector<int64_t>& counts = counts_[field == 0 ? 0 : begin + field];
      for (size_t place = 0; place < places_; ++place) counts[place] += words[place] >> (kBits * field) & kMask;
    }
  }
  std::fill(words_.begin(), words_.end(), 0);
}

}  // namespace muster::execute
