#include "grammar/completion/expected_words.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "grammar/atn/atn.h"
#include "grammar/atn/configurations.h"
#include "grammar/atn/lexer.h"
#include "grammar/generated/CohortQueryParser.h"

namespace muster::grammar {
namespace {

using Parser = generated::CohortQueryParser;
using Set = atn::Configurations::Set;

// Keywords as they are written. What is left out here is never offered.
constexpr std::pair<uint16_t, std::string_view> kWords[] = {{Parser::AFTER, "after"},
                                                            {Parser::AGED, "aged"},
                                                            {Parser::ANALYSE, "analyse"},
                                                            {Parser::AND, "and"},
                                                            {Parser::ANOTHER, "another"},
                                                            {Parser::AS, "as"},
                                                            {Parser::AT, "at"},
                                                            {Parser::BANDS, "bands"},
                                                            {Parser::BEFORE, "before"},
                                                            {Parser::BETWEEN, "between"},
                                                            {Parser::BUT, "but"},
                                                            {Parser::BY, "by"},
                                                            {Parser::CERTAINLY, "certainly"},
                                                            {Parser::COMMERCIAL, "commercial"},
                                                            {Parser::COMPARE, "compare"},
                                                            {Parser::COUNT, "count"},
                                                            {Parser::DEFINE, "define"},
                                                            {Parser::DESCRIBE, "describe"},
                                                            {Parser::DISTINCT, "distinct"},
                                                            {Parser::DROP, "drop"},
                                                            {Parser::EXACTLY, "exactly"},
                                                            {Parser::EXCEPT, "except"},
                                                            {Parser::EXCLUDED, "excluded"},
                                                            {Parser::EXPLAIN, "explain"},
                                                            {Parser::FIRST, "first"},
                                                            {Parser::FOR, "for"},
                                                            {Parser::FUNNEL, "funnel"},
                                                            {Parser::GESTATION, "gestation"},
                                                            {Parser::GROUPS, "groups"},
                                                            {Parser::HAS, "has"},
                                                            {Parser::HAVING, "having"},
                                                            {Parser::IMPACT, "impact"},
                                                            {Parser::IN, "in"},
                                                            {Parser::IS, "is"},
                                                            {Parser::LAST, "last"},
                                                            {Parser::LEAST, "least"},
                                                            {Parser::LIKE, "like"},
                                                            {Parser::LIMIT, "limit"},
                                                            {Parser::LIST, "list"},
                                                            {Parser::MISSING, "missing"},
                                                            {Parser::MOST, "most"},
                                                            {Parser::NO, "no"},
                                                            {Parser::NONE, "none"},
                                                            {Parser::NON_COMMERCIAL, "non-commercial"},
                                                            {Parser::NOT, "not"},
                                                            {Parser::OBSERVED, "observed"},
                                                            {Parser::OF, "of"},
                                                            {Parser::ON, "on"},
                                                            {Parser::OR, "or"},
                                                            {Parser::OVERLAPS, "overlaps"},
                                                            {Parser::POSSIBLY, "possibly"},
                                                            {Parser::RECORDED, "recorded"},
                                                            {Parser::SHOW, "show"},
                                                            {Parser::STARTS, "starts"},
                                                            {Parser::STUDY, "study"},
                                                            {Parser::SUMMARISE, "summarise"},
                                                            {Parser::TERMS, "terms"},
                                                            {Parser::TIMES, "times"},
                                                            {Parser::TO, "to"},
                                                            {Parser::TOP, "top"},
                                                            {Parser::USABLE, "usable"},
                                                            {Parser::WHERE, "where"},
                                                            {Parser::WITH, "with"},
                                                            {Parser::WITHIN, "within"},
                                                            {Parser::EQUAL, "="},
                                                            {Parser::NOT_EQUAL, "!="},
                                                            {Parser::LESS, "<"},
                                                            {Parser::LESS_EQUAL, "<="},
                                                            {Parser::GREATER, ">"},
                                                            {Parser::GREATER_EQUAL, ">="}};

std::string_view WordOf(uint16_t type) {
  const auto* found =
      std::find_if(std::begin(kWords), std::end(kWords), [&](const auto& word) { return word.first == type; });
  return found == std::end(kWords) ? std::string_view() : found->second;
}

uint16_t OpeningParenthesis() {
  static const uint16_t type = atn::SharedLexer().Next("(", 0).type;
  return type;
}

const atn::Atn& Network() {
  static const auto* network = new atn::Atn(atn::ParserAtn());
  return *network;
}

// All ways through the grammar that a text has taken so far.
class Ways {
 public:
  Ways() : configurations_(Network(), /*follow_any_call=*/false) {
    ways_ = configurations_.EpsilonClosure(configurations_.Start(Network().start));
  }

  void Read(uint16_t type) { ways_ = configurations_.Move(ways_, type); }
  bool empty() const { return ways_.empty(); }
  size_t size() const { return ways_.size(); }
  bool Allows(const Set& from, uint16_t type) { return !configurations_.Move(from, type).empty(); }
  Set Behind(const Set& from, uint16_t type) { return configurations_.Move(from, type); }
  const Set& ways() const { return ways_; }

  // The types that may come behind `from`.
  std::vector<uint16_t> Types(const Set& from) {
    std::vector<uint16_t> types;
    for (uint16_t type = 1; type <= Parser::UNKNOWN; ++type) {
      if (Allows(from, type)) types.push_back(type);
    }
    return types;
  }

  // `word`, and what must come behind it as long as that is one of a few keywords.
  void AddPhrases(const std::string& words, const Set& behind, int more, std::vector<std::string>* phrases) {
    std::vector<uint16_t> types = more > 0 ? Types(behind) : std::vector<uint16_t>();
    std::erase(types, uint16_t{Parser::PARAMETER});  // nobody needs to be offered one
    const bool list = types.size() <= 4 && std::erase(types, OpeningParenthesis()) > 0;
    if (list && types.empty()) return phrases->push_back(words + " (");
    const bool forced = !types.empty() && types.size() <= 3 &&
                        std::all_of(types.begin(), types.end(), [](uint16_t t) { return !WordOf(t).empty(); });
    if (!forced) return phrases->push_back(words);
    if (list) phrases->push_back(words + " (");
    for (const uint16_t type : types) {
      AddPhrases(absl::StrCat(words, " ", std::string(WordOf(type))), Behind(behind, type), more - 1, phrases);
    }
  }

 private:
  atn::Configurations configurations_;
  Set ways_;
};

}  // namespace

ExpectedWords ExpectedBehind(std::string_view before) {
  // Texts and nests longer than anybody types would take long.
  constexpr size_t kMaxTokens = 400;
  constexpr size_t kMaxWays = 4000;
  std::vector<uint16_t> types;
  Token token;
  while (true) {
    token = atn::SharedLexer().Next(before, token.end);
    if (token.type == kEndOfText) break;
    if (before.substr(token.begin, token.end - token.begin) == ";") {
      types.clear();
    } else {
      types.push_back(token.type);
    }
  }
  ExpectedWords expected;
  if (types.size() > kMaxTokens) return expected;
  Ways ways;
  for (const uint16_t type : types) {
    ways.Read(type);
    if (ways.empty() || ways.size() > kMaxWays) return expected;
  }
  for (const uint16_t type : ways.Types(ways.ways())) {
    if (type == Parser::WORD) expected.name = true;
    if (type == Parser::CODE) expected.term = true;
    if (type == Parser::NUMBER) expected.number = true;
    if (type == Parser::UNIT) expected.unit = true;
    if (WordOf(type).empty()) continue;
    ways.AddPhrases(std::string(WordOf(type)), ways.Behind(ways.ways(), type), 2, &expected.keywords);
  }
  return expected;
}

}  // namespace muster::grammar
