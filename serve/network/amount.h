// Numbers of people in the tables of nodes, and their sums.
#ifndef MUSTER_SERVE_NETWORK_AMOUNT_H_
#define MUSTER_SERVE_NETWORK_AMOUNT_H_

#include <cstdint>
#include <optional>

#include "muster/table.h"
#include "serve/json/json.h"

namespace muster::serve {

/// A number, or the sum of several.
struct Amount {
  int64_t value = 0;
  bool shown = false;  ///< at least one of them has a value
  int64_t low = 0;
  std::optional<int64_t> high = 0;
  bool exact = true;
  bool empty = false;     ///< an empty cell, which is not a number
  bool complete = true;   ///< each of them has a value, whether with bounds or not
  bool withheld = false;  ///< each of them is withheld

  void Add(const Amount& other) {
    if (empty && other.empty) return;
    // Of a number and of nothing, only the least is known.
    if (empty || other.empty) exact = false;
    if (empty || other.empty) high = std::nullopt;
    complete = complete && other.complete && !empty && !other.empty;
    withheld = withheld && other.withheld;
    empty = false;
    value += other.value;
    shown = shown || other.shown;
    low += other.low;
    high = high.has_value() && other.high.has_value() ? std::optional(*high + *other.high) : std::nullopt;
    exact = exact && other.exact;
  }
};

/// Of a number nothing is known.
inline constexpr Amount kUnknownAmount{0, false, 0, std::nullopt, false, false, false, false};

/// Nullopt: the cell is not a number of people.
std::optional<Amount> AmountOf(const Json& cell);

/// For a difference: as shown to guests, it may be negative, and has no bounds.
std::optional<Amount> DifferenceOf(const Json& cell);

/// `whole`: all nodes have answered.
Json CellOf(Amount amount, ColumnRole role, bool whole);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NETWORK_AMOUNT_H_
