// The parse tree of a text: its nodes by the rules of the grammar, in one array.
#ifndef MUSTER_GRAMMAR_ATN_PARSE_TREE_H_
#define MUSTER_GRAMMAR_ATN_PARSE_TREE_H_

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "grammar/atn/token.h"
#include "grammar/text/span.h"

namespace muster::grammar {

/// Nodes are in preorder: in the order in which they begin, each before its children.
struct ParseTree {
  struct Entry {
    uint16_t kind = 0;      ///< the rule, or the token's type
    bool is_token = false;  ///< else a rule's
    uint32_t first = 0;     ///< tokens [first, end)
    uint32_t end = 0;
    uint32_t next = 0;  ///< the entry behind this one and all in it
  };
  std::string_view text;
  std::vector<Token> tokens;  ///< ends with kEndOfText
  std::vector<Entry> entries;
};

/// One node of a tree. The tree must outlive it.
class ParseNode {
 public:
  ParseNode(const ParseTree& tree, uint32_t index) : tree_(&tree), index_(index) {}

  /// The rule, or the token's type.
  uint16_t kind() const { return entry().kind; }
  bool is_token() const { return entry().is_token; }
  bool IsRule(uint16_t rule) const { return !entry().is_token && entry().kind == rule; }
  bool IsToken(uint16_t type) const { return entry().is_token && entry().kind == type; }

  Span span() const {
    if (entry().first == entry().end) return {tree_->text.size(), tree_->text.size()};
    return {tree_->tokens[entry().first].begin, tree_->tokens[entry().end - 1].end};
  }
  std::string_view whole_text() const { return tree_->text; }
  std::string_view text() const { return tree_->text.substr(span().begin, span().end - span().begin); }

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = ParseNode;
    using difference_type = std::ptrdiff_t;
    using pointer = const ParseNode*;
    using reference = ParseNode;

    Iterator(const ParseTree& tree, uint32_t index) : tree_(&tree), index_(index) {}
    ParseNode operator*() const { return {*tree_, index_}; }
    Iterator& operator++() {
      index_ = tree_->entries[index_].next;
      return *this;
    }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    const ParseTree* tree_;
    uint32_t index_;
  };
  /// The nodes right below, in the order of the text.
  Iterator begin() const { return {*tree_, index_ + 1}; }
  Iterator end() const { return {*tree_, entry().next}; }
  ParseNode first() const { return *begin(); }

  /// The first node right below of this rule; of this type of token.
  std::optional<ParseNode> Find(uint16_t rule) const {
    for (const ParseNode node : *this) {
      if (node.IsRule(rule)) return node;
    }
    return std::nullopt;
  }
  std::optional<ParseNode> FindToken(uint16_t type) const {
    for (const ParseNode node : *this) {
      if (node.IsToken(type)) return node;
    }
    return std::nullopt;
  }
  bool Has(uint16_t type) const { return FindToken(type).has_value(); }
  /// How many nodes right below are of this rule.
  size_t Count(uint16_t rule) const {
    size_t count = 0;
    for (const ParseNode node : *this) count += node.IsRule(rule) ? 1 : 0;
    return count;
  }

 private:
  const ParseTree::Entry& entry() const { return tree_->entries[index_]; }

  const ParseTree* tree_;
  uint32_t index_;
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_ATN_PARSE_TREE_H_
