// People as bits of a word, and criteria about them as sets: what the low-effect rule is tested on.
#ifndef MUSTER_TESTS_UNIT_RELEASE_SMALL_PEOPLE_H_
#define MUSTER_TESTS_UNIT_RELEASE_SMALL_PEOPLE_H_

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/release/low_effect/low_effect.h"
#include "grammar/parse.h"
#include "grammar/syntax.h"

namespace muster::release {

using PeopleBits = std::bitset<512>;

/// Terms by code: who has them. A row has one term, and a person one row of each; the condition of a row is about the
/// person.
using Terms = std::map<std::string, PeopleBits>;

/// Who satisfies criteria of `has phenotype TERMS [with (...)]`, put together in any way.
class SmallPeople final : public PeopleCounter {
 public:
  SmallPeople(Terms terms, size_t size) : terms_(std::move(terms)) {
    for (size_t i = 0; i < size; ++i) all_.set(i);
  }

  PeopleBits Of(const grammar::Expr* expr) const {
    if (expr == nullptr) return all_;
    if (const auto* node = std::get_if<grammar::And>(&expr->node)) {
      PeopleBits people = all_;
      for (const auto& operand : node->operands) people &= Of(operand.get());
      return people;
    }
    if (const auto* node = std::get_if<grammar::Or>(&expr->node)) {
      PeopleBits people;
      for (const auto& operand : node->operands) people |= Of(operand.get());
      return people;
    }
    if (const auto* node = std::get_if<grammar::Not>(&expr->node)) return all_ & ~Of(node->operand.get());
    if (const auto* node = std::get_if<grammar::AtLeastOf>(&expr->node)) {
      std::vector<int> counts(all_.size());
      for (const auto& operand : node->operands) {
        const PeopleBits people = Of(operand.get());
        for (size_t i = 0; i < all_.size(); ++i) counts[i] += people[i] ? 1 : 0;
      }
      PeopleBits people;
      for (size_t i = 0; i < all_.size(); ++i) people[i] = all_[i] && counts[i] >= node->count;
      return people;
    }
    const auto& has = std::get<grammar::Has>(expr->node);
    const PeopleBits with = Of(has.with.get());
    std::vector<int> rows(all_.size());
    for (const grammar::Literal& term : has.terms) {
      const PeopleBits people = terms_.at(term.text) & with;
      for (size_t i = 0; i < all_.size(); ++i) rows[i] += people[i] ? 1 : 0;
    }
    PeopleBits people;
    for (size_t i = 0; i < all_.size(); ++i) {
      const int count = has.quantity ? has.quantity->count : 1;
      const bool exactly = has.quantity && has.quantity->kind == grammar::Quantity::Kind::kExactly;
      const bool most = has.quantity && has.quantity->kind == grammar::Quantity::Kind::kAtMost;
      people[i] = all_[i] && (exactly ? rows[i] == count : most ? rows[i] <= count : rows[i] >= count);
    }
    return people;
  }

  bool CountsPeople() const override { return counts_people; }
  absl::StatusOr<std::optional<uint64_t>> Count(const grammar::Expr* where) override {
    ++questions;
    return Of(where).count();
  }
  absl::StatusOr<std::optional<uint64_t>> Differ(const grammar::Expr* a, const grammar::Expr* b,
                                                 uint64_t /*enough*/) override {
    ++questions;
    return (Of(a) ^ Of(b)).count();
  }
  absl::StatusOr<std::optional<uint64_t>> LostInGroup(const grammar::Expr* where, const grammar::Dimension& asked,
                                                      const grammar::Dimension& fewer, size_t group,
                                                      uint64_t /*enough*/) override {
    // Where rows are counted, each term is a row of its own, also of who stays in the group by another.
    PeopleBits lost, kept;
    std::set<std::string> still;
    for (const grammar::Literal& value : fewer.groups[group].values) still.insert(value.text);
    for (const grammar::Literal& value : asked.groups[group].values) {
      (still.contains(value.text) ? kept : lost) |= terms_.at(value.text);
    }
    return ((counts_people ? lost & ~kept : lost) & Of(where)).count();
  }

  bool counts_people = true;
  int questions = 0;

 private:
  Terms terms_;
  PeopleBits all_;
};

/// The criteria of `count individuals where TEXT`.
inline grammar::Count Asked(const std::string& text) {
  grammar::ParseResult parsed = grammar::Parse("count individuals where " + text);
  if (parsed.statements.size() != 1) throw std::invalid_argument(text);
  return std::move(std::get<grammar::Count>(parsed.statements[0].query));
}

}  // namespace muster::release

#endif  // MUSTER_TESTS_UNIT_RELEASE_SMALL_PEOPLE_H_
