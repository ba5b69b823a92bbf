#include "grammar/parameters/parameter_values.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "grammar/build_literal.h"
#include "grammar/parse.h"

namespace muster::grammar {
namespace {

// `likely pathogenic`: in a statement its words are joined by single blanks, a parameter is taken as it is.
bool IsWordsWithoutQuotes(std::string_view text, const Literal& read) {
  constexpr std::string_view kBlanks = " \t\r\n\f\v";
  if ((read.kind != Literal::Kind::kWord && read.kind != Literal::Kind::kQuoted) || read.exactly) return false;
  const size_t first = std::min(text.find_first_not_of(kBlanks), text.size());
  text = text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
  return !text.starts_with('"') && !text.starts_with('\'') && text.find_first_of(kBlanks) != std::string_view::npos;
}

// The value that `text` is by itself, as it would be behind `is`; else a quoted text.
Literal ReadValue(const std::string& text) {
  if (std::optional<Literal> plain = ReadPlainLiteral(text)) return *std::move(plain);
  Literal value;
  // A text in which a comment, a further criterion or statement could hide is no single value, and parses as something
  // else than the one comparison that is looked for here.
  const ParseResult parsed = Parse(absl::StrCat("list x where x is ", text));
  const auto* list = parsed.statements.size() == 1 ? std::get_if<List>(&parsed.statements[0].query) : nullptr;
  const auto* compare =
      list == nullptr || list->limit || list->where == nullptr ? nullptr : std::get_if<Compare>(&list->where->node);
  const bool single = compare != nullptr && compare->op == Compare::Op::kIs && compare->values.size() == 1 &&
                      compare->values[0].kind != Literal::Kind::kParameter && text.find("--") == std::string::npos &&
                      text.find(';') == std::string::npos;
  if (single && !IsWordsWithoutQuotes(text, compare->values[0])) return compare->values[0];
  value.kind = Literal::Kind::kQuoted;
  value.text = text;
  return value;
}

}  // namespace

const std::vector<Literal>* ParameterReader::Read(const Literal& parameter, bool list_may_stand,
                                                  std::vector<Diagnostic>* diagnostics) {
  const std::string& name = parameter.text;
  asked_.insert(name);
  const auto single = values_.single.find(name);
  const auto list = values_.lists.find(name);
  const bool is_single = single != values_.single.end();
  const bool is_list = list != values_.lists.end();
  const auto error = [&](std::string code, std::string message,
                         std::vector<std::string> hints) -> const std::vector<Literal>* {
    diagnostics->push_back({Severity::kError, std::move(code), std::move(message), parameter.span.begin,
                            parameter.span.end, std::move(hints)});
    return nullptr;
  };
  if (!is_single && !is_list) return error("missing-parameter", absl::StrCat("$", name, " has no value"), {Given()});
  if (is_single && is_list) {
    return error("list-parameter", absl::StrCat("$", name, " has a value and a list of values as well"),
                 {"give one of them"});
  }
  if (is_list && !list_may_stand) {
    return error("list-parameter", absl::StrCat("$", name, " is a list, and one value stands here"),
                 {"give one value for it, or write in $" + name + " where several may stand"});
  }
  if (is_list && list->second.empty()) {
    return error("empty-list", absl::StrCat("the list $", name, " has no values"),
                 {"leave the criterion out of the text when there is nothing to look for"});
  }
  size_t bytes = is_single ? single->second.size() : 0;
  if (is_list) {
    for (const std::string& value : list->second) bytes += value.size();
  }
  if (bytes > max_bytes_ || bytes_ > max_bytes_ - bytes) {
    return error("text-too-long",
                 absl::StrCat("with the value of $", name, " (", bytes,
                              " bytes) put here, the query is longer than max_text_bytes allows"),
                 {});
  }
  if (is_list) {
    in_lists_ += list->second.size();
    if (in_lists_ > max_values_) {
      return error(
          "too-many-terms",
          absl::StrCat("with the ", list->second.size(), " values of $", name,
                       " put here, the query has more terms and values than max_terms allows (", max_values_, ")"),
          {});
    }
  }
  bytes_ += bytes;
  auto known = read_.find(name);
  if (known == read_.end()) {
    std::vector<Literal> values;
    if (is_single) values.push_back(ReadValue(single->second));
    if (is_list) {
      values.reserve(list->second.size());
      for (const std::string& value : list->second) values.push_back(ReadValue(value));
    }
    known = read_.emplace(name, std::move(values)).first;
  }
  return &known->second;
}

std::string ParameterReader::Given() const {
  std::vector<std::string> given;
  for (const auto& [name, text] : values_.single) given.push_back("$" + name);
  for (const auto& [name, values] : values_.lists) given.push_back("$" + name);
  return given.empty() ? "no parameters were given" : absl::StrCat("given: ", absl::StrJoin(given, ", "));
}

std::optional<Diagnostic> ParameterReader::Unused() const {
  std::vector<std::string> unused;
  for (const auto& [name, text] : values_.single) {
    if (!asked_.contains(name)) unused.push_back(absl::StrCat("$", name));
  }
  for (const auto& [name, values] : values_.lists) {
    if (!asked_.contains(name)) unused.push_back(absl::StrCat("$", name));
  }
  if (unused.empty()) return std::nullopt;
  return Diagnostic{Severity::kWarning,
                    "unused-parameter",
                    absl::StrCat(absl::StrJoin(unused, ", "), unused.size() == 1 ? " has a value" : " have values",
                                 " that nothing in the text asks for"),
                    0,
                    0,
                    {"look for a name that is spelt otherwise in the text, or leave the value out"}};
}

}  // namespace muster::grammar
