#include "grammar/parse_limits.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/stack_left.h"
#include "grammar/generated/CohortQueryParser.h"

namespace muster::grammar {
namespace {

using Parser = generated::CohortQueryParser;

// Deeper ones could need more stack than a thread has, whatever the limits say.
constexpr size_t kMaxDepth = 1000;

// What the recursive parts of the engine take of the stack, at most: for everything else, and for each level.
constexpr size_t kStackBesides = size_t{64} << 10;
constexpr size_t kStackOfALevel = size_t{4} << 10;
// Levels for which any stack has room that a thread may have (docs/embedding.md).
constexpr size_t kAlwaysFits = 40;

size_t DepthThatFits() {
  const std::optional<size_t> left = StackLeft();
  if (!left.has_value()) return kMaxDepth;
  return std::max(kAlwaysFits, (*left - std::min(*left, kStackBesides)) / kStackOfALevel);
}

// How deep criteria are nested, token by token: in parentheses, and under `not` and `with`.
class NestingDepth {
 public:
  size_t depth() const { return depth_; }

  /// Reads the next token, which has this text.
  void Read(const Token& token, std::string_view text) {
    switch (token.type) {
      case Parser::EXCEPT:  // these put criteria under a `not`
      case Parser::MOST:
      case Parser::NONE:
      case Parser::NOT:
      case Parser::WITH:
        ++levels_.back(), ++depth_;
        break;
      case Parser::AND:
      case Parser::BUT:
      case Parser::OR:
        EndCriterion();
        break;
      default:
        ReadSign(text);
    }
  }

 private:
  void ReadSign(std::string_view text) {
    if (text == "(") {
      levels_.push_back(0);
      ++depth_;
    } else if (text == ")" && levels_.size() > 1) {
      depth_ -= levels_.back() + 1;
      levels_.pop_back();
    } else if (text == "," || text == ";") {
      EndCriterion();
    }
  }

  /// What `not` and `with` have begun ends with the criterion.
  void EndCriterion() { depth_ -= std::exchange(levels_.back(), 0); }

  std::vector<size_t> levels_ = {0};  // per open parenthesis: the depth of `not` and `with` inside it
  size_t depth_ = 0;
};

bool IsNameOrValue(const Token& token) {
  switch (token.type) {
    case Parser::CODE:
    case Parser::WORD:
    case Parser::NUMBER:
    case Parser::DATE:
    case Parser::DURATION:
    case Parser::STRING:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool WithinLimits(const ParseTree& tree, const ParseLimits& limits, std::vector<Diagnostic>* diagnostics) {
  const size_t most_depth = std::min(limits.max_depth, kMaxDepth);
  size_t terms = 0;
  size_t fits = kAlwaysFits;
  NestingDepth nesting;
  for (const Token& token : tree.tokens) {
    const auto refuse = [&](std::string code, std::string message) {
      diagnostics->push_back({Severity::kError, std::move(code), std::move(message), token.begin, token.end, {}});
      return false;
    };
    if (IsNameOrValue(token)) {
      ++terms;
    } else {
      nesting.Read(token, tree.text.substr(token.begin, token.end - token.begin));
    }
    if (nesting.depth() > most_depth) {
      return refuse("too-deep", absl::StrCat("the query is nested more than ", most_depth, " deep"));
    }
    if (nesting.depth() > fits) {
      if (fits == kAlwaysFits) fits = std::max(DepthThatFits(), kAlwaysFits + 1);
      if (nesting.depth() > fits) {
        return refuse("too-deep", absl::StrCat("the query is nested more than ", fits,
                                               " deep, which needs more stack than the thread has"));
      }
    }
    if (terms > limits.max_terms) {
      return refuse("too-many-terms", absl::StrCat("the query has more than ", limits.max_terms, " names and values"));
    }
  }
  return true;
}

}  // namespace muster::grammar
