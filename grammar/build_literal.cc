#include "grammar/build_literal.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "grammar/atn/lexer.h"
#include "grammar/generated/CohortQueryParser.h"

namespace muster::grammar {
namespace {

using Parser = generated::CohortQueryParser;

std::string ToLower(std::string_view text) {
  std::string lower(text);
  absl::AsciiStrToLower(&lower);
  return lower;
}

std::string JoinWords(ParseNode node) {
  std::string text;
  text.reserve(node.text().size());
  for (const ParseNode child : node) {
    if (!text.empty()) text += ' ';
    text += child.text();
  }
  absl::AsciiStrToLower(&text);
  return text;
}

std::string Unquote(std::string_view quoted) {
  std::string text;
  for (size_t i = 1; i + 1 < quoted.size(); ++i) {
    if (quoted[i] == '\\' && i + 2 < quoted.size()) ++i;
    text += quoted[i];
  }
  return text;
}

// What to write for the statement around `verb`, which is the group or order before its `by`: all of it but that.
std::string WithoutVerb(ParseNode verb) {
  constexpr size_t kMost = 300;
  const std::string_view text = verb.whole_text();
  const Span span = verb.span();
  const size_t before = text.substr(0, span.begin).rfind(';');
  const size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const size_t end = std::min(text.find(';', span.end), text.size());
  const std::string statement = absl::StrCat(std::string(text.substr(begin, span.begin - begin)),
                                             std::string(text.substr(span.end, end - span.end)));
  const std::string on_one_line =
      absl::StrJoin(absl::StrSplit(statement, absl::ByAnyChar(" \t\r\n"), absl::SkipEmpty()), " ");
  const std::string word = ToLower(verb.text());
  const std::string lead =
      word == "group" ? "write by alone" : "leave it out, as rows have an order; to count by what stands behind it";
  const bool whole = statement.size() <= kMost && statement.find("--") == std::string::npos;
  return whole ? absl::StrCat(lead, ": ", on_one_line) : lead;
}

}  // namespace

Literal LiteralBuilder::BuildValue(ParseNode node) {
  const ParseNode written = node.first();
  if (written.IsRule(Parser::RuleAmount)) return BuildAmount(written);
  if (written.IsRule(Parser::RuleTerm)) return BuildTerm(written);
  Literal literal;
  literal.span = written.span();
  literal.text = written.text();
  literal.kind = written.IsToken(Parser::DURATION) ? Literal::Kind::kDuration
                 : written.IsToken(Parser::DATE)   ? Literal::Kind::kDate
                                                   : Literal::Kind::kWord;
  return literal;
}

std::vector<Literal> LiteralBuilder::BuildValues(ParseNode node) {
  std::vector<Literal> values;
  values.reserve(node.Count(Parser::RuleValue) + node.Count(Parser::RuleListed));
  for (const ParseNode child : node) {
    if (child.IsRule(Parser::RuleValue)) values.push_back(BuildValue(child));
    if (child.IsRule(Parser::RuleListed)) values.push_back(BuildListed(child));
  }
  return values;
}

Literal LiteralBuilder::BuildListed(ParseNode node) {
  const ParseNode written = node.first();
  if (written.IsRule(Parser::RuleValue)) return BuildValue(written);
  if (written.IsRule(Parser::RuleTerm)) return BuildTerm(written);
  Literal literal;
  literal.span = node.span();
  for (const ParseNode child : node) {
    const std::string word = ToLower(child.text());
    if (!literal.text.empty() && (word == "group" || word == "order")) {  // where sex is female group by
      Report(child, "syntax", absl::StrCat("'", std::string(child.text()), "' cannot stand here"),
             {WithoutVerb(child)});
    }
    if (!literal.text.empty()) {
      literal.text += ' ';
      literal.kind = Literal::Kind::kQuoted;  // as if it were: the canonical form is the same
    }
    literal.text += child.text();
  }
  if (ToLower(literal.text) == "study date") {  // the one of the statement before; a quoted one is a term
    literal.kind = Literal::Kind::kWord;
    literal.text = "study date";
  }
  return literal;
}

Literal LiteralBuilder::BuildPoint(ParseNode node) {
  if (const auto value = node.Find(Parser::RuleValue)) return BuildValue(*value);
  Literal literal;
  literal.kind = Literal::Kind::kMoment;
  literal.span = node.span();
  const auto name = node.Find(Parser::RuleName);
  for (const ParseNode child : node) {
    if (child.IsRule(Parser::RuleFactor)) {
      literal.factor = BuildNumber(child.first());
    } else if (name.has_value()) {
      if (child.IsRule(Parser::RuleWord)) literal.event = BuildWord(child).text;
    } else {
      literal.text += (literal.text.empty() ? "" : " ") + ToLower(child.text());
    }
  }
  if (name.has_value()) literal.text = BuildName(*name).text;
  return literal;
}

Literal LiteralBuilder::BuildDuration(ParseNode node) {
  const ParseNode written = node.first();
  if (written.IsRule(Parser::RuleAmount)) return BuildAmount(written);
  if (written.IsToken(Parser::PARAMETER)) return BuildParameter(written);
  Literal literal;
  literal.span = written.span();
  literal.kind = Literal::Kind::kDuration;
  literal.text = written.text();
  return literal;
}

Literal LiteralBuilder::BuildWidth(ParseNode node) {
  const ParseNode written = node.first();
  return written.IsToken(Parser::PARAMETER) ? BuildParameter(written) : BuildAmount(written);
}

Literal LiteralBuilder::BuildParameter(ParseNode token) {
  Literal literal;
  literal.kind = Literal::Kind::kParameter;
  literal.text = token.text().substr(1);
  literal.span = token.span();
  return literal;
}

Literal LiteralBuilder::BuildAmount(ParseNode node) {
  Literal literal;
  literal.span = node.span();
  literal.text = node.text();
  literal.kind = Literal::Kind::kNumber;
  // Numbers, each perhaps followed by its unit; mostly one.
  size_t numbers = 0;
  for (const ParseNode child : node) {
    if (child.IsToken(Parser::OF)) continue;
    if (child.IsToken(Parser::GESTATION)) {
      literal.gestation = true;
    } else if (child.is_token()) {
      if (numbers++ > 0) literal.parts.push_back({literal.number, std::exchange(literal.unit, "")});
      literal.number = BuildNumber(child);
    } else {
      literal.unit = BuildUnit(child);
    }
  }
  if (numbers > 1) {
    literal.kind = Literal::Kind::kCompound;
    literal.parts.push_back({std::exchange(literal.number, 0), std::exchange(literal.unit, "")});
  }
  return literal;
}

Literal LiteralBuilder::BuildTerm(ParseNode node) {
  Literal literal;
  literal.span = node.span();
  for (const ParseNode child : node) {
    switch (child.kind()) {
      case Parser::EXACTLY:
        literal.exactly = true;
        break;
      case Parser::CODE:
        literal.kind = Literal::Kind::kCode;
        literal.text = child.text();
        break;
      case Parser::PARAMETER:
        literal.kind = Literal::Kind::kParameter;
        literal.text = child.text().substr(1);
        break;
      default:  // a quoted name: the label of a code, or all there is
        if (literal.kind == Literal::Kind::kCode) {
          literal.label = Unquote(child.text());
          literal.label_span = child.span();
        } else {
          literal.kind = Literal::Kind::kQuoted;
          literal.text = Unquote(child.text());
        }
    }
  }
  return literal;
}

LiteralBuilder::TermList LiteralBuilder::BuildTerms(ParseNode node) {
  TermList terms;
  bool except = false;
  for (const ParseNode child : node) {
    except = except || child.IsToken(Parser::EXCEPT);
    if (!child.IsRule(Parser::RuleAnyTerm)) continue;
    std::vector<Literal>& to = except ? terms.except : terms.any;
    to.reserve(child.Count(Parser::RuleTerm));
    for (const ParseNode term : child) {
      if (term.IsRule(Parser::RuleTerm)) to.push_back(BuildTerm(term));
      if (term.IsToken(Parser::PARAMETER)) to.push_back(BuildParameter(term));
    }
  }
  return terms;
}

Literal LiteralBuilder::BuildAsOf(ParseNode node) {
  if (const auto value = node.Find(Parser::RuleValue)) return BuildValue(*value);
  Literal literal;
  literal.kind = Literal::Kind::kWord;
  literal.span = {node.FindToken(Parser::STUDY)->span().begin, node.span().end};
  literal.text = "study " + BuildWord(*node.Find(Parser::RuleWord)).text;
  return literal;
}

std::string LiteralBuilder::BuildUnit(ParseNode node) {
  return node.first().IsToken(Parser::STRING) ? Unquote(node.text()) : std::string(node.text());
}

Name LiteralBuilder::BuildName(ParseNode node) { return {JoinWords(node), node.span()}; }

Name LiteralBuilder::BuildWord(ParseNode node) { return {ToLower(node.text()), node.span()}; }

CohortRef LiteralBuilder::BuildCohort(ParseNode node) {
  const ParseNode written = node.IsRule(Parser::RuleCohort) ? node.first() : node;
  if (written.IsToken(Parser::PARAMETER)) return {std::string(written.text().substr(1)), written.span(), true};
  const bool quoted = written.IsToken(Parser::STRING);
  return {quoted ? Unquote(written.text()) : std::string(written.text()), written.span()};
}

int LiteralBuilder::BuildInteger(ParseNode token) {
  constexpr int kMax = 1'000'000'000;  // one more is still an int
  const std::string text(token.text());
  int value = 0;
  if (!absl::SimpleAtoi(text, &value) || value < 0 || value > kMax) {
    Report(token, "bad-number", absl::StrCat("'", text, "' is not a whole number from 0 to ", kMax));
    return 0;
  }
  return value;
}

int LiteralBuilder::BuildInteger(ParseNode node, Placeholder* from) {
  const ParseNode written = node.first();
  if (!written.IsToken(Parser::PARAMETER)) return BuildInteger(written);
  *from = {std::string(written.text().substr(1)), written.span()};
  return 0;
}

double LiteralBuilder::BuildNumber(ParseNode node, Placeholder* from) {
  const ParseNode written = node.first();
  if (!written.IsToken(Parser::PARAMETER)) return BuildNumber(written);
  *from = {std::string(written.text().substr(1)), written.span()};
  return 0;
}

double LiteralBuilder::BuildNumber(ParseNode token) {
  const std::string text(token.text());
  double value = 0;
  if (!absl::SimpleAtod(text, &value) || value - value != 0) {
    Report(token, "bad-number", absl::StrCat("'", text, "' is too large a number"));
    return 0;
  }
  return value;
}

void LiteralBuilder::Report(ParseNode node, std::string code, std::string message, std::vector<std::string> hints) {
  const Span span = node.span();
  diagnostics_->push_back(
      {Severity::kError, std::move(code), std::move(message), span.begin, span.end, std::move(hints)});
}

std::optional<Literal> ReadPlainLiteral(const std::string& text) {
  constexpr size_t kMaxLength = 100;
  if (text.size() > kMaxLength || text.find("--") != std::string::npos) return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), absl::ascii_isprint)) return std::nullopt;
  const Token first = atn::SharedLexer().Next(text, 0);
  if (first.begin != 0 || first.type == kEndOfText) return std::nullopt;
  Literal value;
  value.text = text;
  if (first.type == Parser::NUMBER) {
    value.kind = Literal::Kind::kNumber;
    if (!absl::SimpleAtod(text.substr(0, first.end), &value.number) || !std::isfinite(value.number)) {
      return std::nullopt;
    }
    if (first.end == text.size()) return value;
    const Token unit = atn::SharedLexer().Next(text, first.end);
    if (unit.type != Parser::WORD || unit.end != text.size()) return std::nullopt;
    value.unit = text.substr(unit.begin);
    return value;
  }
  if (first.end != text.size()) return std::nullopt;
  switch (first.type) {
    case Parser::CODE:
      value.kind = Literal::Kind::kCode;
      return value;
    case Parser::DATE:
      value.kind = Literal::Kind::kDate;
      return value;
    case Parser::DURATION:
      value.kind = Literal::Kind::kDuration;
      return value;
    case Parser::WORD:
      value.kind = Literal::Kind::kWord;
      return value;
    default:
      return std::nullopt;
  }
}

}  // namespace muster::grammar
