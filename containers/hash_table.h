// Hash tables that are unchanged if there is no memory for an insertion.
#ifndef MUSTER_CONTAINERS_HASH_TABLE_H_
#define MUSTER_CONTAINERS_HASH_TABLE_H_

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <tuple>
#include <type_traits>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"

namespace muster {

/// Wraps one of Abseil's tables, and adds only complete elements, after making room for them. Abseil's tables record
/// that they have grown, and contain an element, before they have the memory for it; after a std::bad_alloc, lookups or
/// the destructor read memory that is not theirs, or do not end. Here memory is reserved first: an insertion that
/// throws has changed nothing. Moving elements must not throw.
///
/// Otherwise as Abseil's: not thread-safe, no stable pointers, no order.
template <typename Base>
class HashTable : private Base {
 public:
  using typename Base::const_iterator;
  using typename Base::const_reference;
  using typename Base::difference_type;
  using typename Base::iterator;
  using typename Base::key_type;
  using typename Base::reference;
  using typename Base::size_type;
  using typename Base::value_type;

  HashTable() = default;
  template <typename Iterator>
  HashTable(Iterator first, Iterator last) {
    insert(first, last);
  }
  HashTable(std::initializer_list<value_type> elements) : HashTable(elements.begin(), elements.end()) {}
  HashTable(const HashTable& other) : Base(0, other.hash_function(), other.key_eq()) {
    reserve(other.size());
    insert(other.begin(), other.end());
  }
  HashTable(HashTable&& other) noexcept : Base(std::move(other)), placed_(std::exchange(other.placed_, 0)) {}
  HashTable& operator=(HashTable other) noexcept {
    swap(other);
    return *this;
  }
  ~HashTable() = default;

  using Base::begin;
  using Base::capacity;
  using Base::cbegin;
  using Base::cend;
  using Base::contains;
  using Base::count;
  using Base::empty;
  using Base::end;
  using Base::erase;
  using Base::find;
  using Base::size;

  void clear() {
    Base::clear();
    placed_ = 0;
  }
  void swap(HashTable& other) noexcept {
    Base::swap(other);
    std::swap(placed_, other.placed_);
  }
  friend void swap(HashTable& a, HashTable& b) noexcept { a.swap(b); }
  friend bool operator==(const HashTable& a, const HashTable& b) {
    return static_cast<const Base&>(a) == static_cast<const Base&>(b);
  }

  /// Room for `n` elements in all.
  void reserve(size_t n) {
    if (n > Room(capacity())) Rebuild(n);
  }
  std::pair<iterator, bool> insert(const value_type& element) {
    const auto found = FindSame(element);
    return found != end() ? std::pair(found, false) : Place(Movable(element));
  }
  std::pair<iterator, bool> insert(value_type&& element) {
    const auto found = FindSame(element);
    return found != end() ? std::pair(found, false) : Place(Movable(std::move(element)));
  }
  template <typename Iterator>
  void insert(Iterator first, Iterator last) {
    for (; first != last; ++first) insert(*first);
  }
  template <typename... Args>
  std::pair<iterator, bool> emplace(Args&&... args) {
    Movable element(std::forward<Args>(args)...);
    const auto found = FindSame(element);
    return found != end() ? std::pair(found, false) : Place(std::move(element));
  }

 protected:
  /// An element on its way into the table.
  using Movable = typename Base::init_type;
  static_assert(std::is_nothrow_move_constructible_v<Movable>);

  /// `element` is not there yet.
  std::pair<iterator, bool> Place(Movable element) {
    if (placed_ >= Room(capacity())) {
      // As in Abseil, erased elements free their room only when the table is rehashed.
      const size_t room = Room(capacity());
      Rebuild(size() + 1 > room / 4 * 3 ? room + 1 : room);
    }
    ++placed_;
    return Base::insert(std::move(element));
  }

 private:
  template <typename Element>
  iterator FindSame(const Element& element) {
    if constexpr (std::is_same_v<key_type, value_type>) {
      return find(element);
    } else {
      return find(element.first);
    }
  }
  // The number of elements that Abseil puts, at least, into a table of `capacity` slots before it grows.
  static constexpr size_t Room(size_t capacity) { return capacity == 7 ? 6 : capacity - capacity / 8; }
  void Rebuild(size_t n) {
    if (n < size()) n = size();
    Base next(n == 7 ? 8 : n + (n - 1) / 7, this->hash_function(), this->key_eq());
    // From here on nothing is allocated.
    for (auto it = Base::begin(); it != Base::end();) next.insert(Base::extract(it++));
    Base::swap(next);
    placed_ = size();
  }

  size_t placed_ = 0;  // since it was built; no fewer than the slots that are taken or were erased
};

/// See HashTable.
template <typename Key, typename Value, typename Hash = typename absl::flat_hash_map<Key, Value>::hasher,
          typename Equal = typename absl::flat_hash_map<Key, Value, Hash>::key_equal>
class HashMap : public HashTable<absl::flat_hash_map<Key, Value, Hash, Equal>> {
  using Table = HashTable<absl::flat_hash_map<Key, Value, Hash, Equal>>;

 public:
  using mapped_type = Value;
  using typename Table::iterator;
  using typename Table::key_type;

  using Table::Table;

  template <typename K = key_type, typename... Args>
  std::pair<iterator, bool> try_emplace(K&& key, Args&&... args) {
    const auto found = this->find(key);
    if (found != this->end()) return {found, false};
    return this->Place(typename Table::Movable(std::piecewise_construct, std::forward_as_tuple(std::forward<K>(key)),
                                               std::forward_as_tuple(std::forward<Args>(args)...)));
  }
  template <typename K = key_type, typename V = Value>
  std::pair<iterator, bool> insert_or_assign(K&& key, V&& value) {
    const auto found = this->find(key);
    if (found == this->end()) return try_emplace(std::forward<K>(key), std::forward<V>(value));
    found->second = std::forward<V>(value);
    return {found, false};
  }
  template <typename K = key_type>
  Value& operator[](K&& key) {
    return try_emplace(std::forward<K>(key)).first->second;
  }
  /// The key has to be there.
  template <typename K = key_type>
  const Value& at(const K& key) const {
    return this->find(key)->second;
  }
};

/// See HashTable.
template <typename Key, typename Hash = typename absl::flat_hash_set<Key>::hasher,
          typename Equal = typename absl::flat_hash_set<Key, Hash>::key_equal>
class HashSet : public HashTable<absl::flat_hash_set<Key, Hash, Equal>> {
 public:
  using HashTable<absl::flat_hash_set<Key, Hash, Equal>>::HashTable;
};

}  // namespace muster

#endif  // MUSTER_CONTAINERS_HASH_TABLE_H_
