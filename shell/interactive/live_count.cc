#include "shell/interactive/live_count.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shell/terminal/concat.h"
#include "shell/terminal/human.h"

namespace muster::shell {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view kBlanks = " \t\n";
/// How many shorter texts are tried if the whole one is not a statement yet.
constexpr size_t kMaxCuts = 4;
/// With less time than this left nothing more is asked.
constexpr std::chrono::microseconds kLeast{300};
/// How many completions are counted.
constexpr size_t kMaxCounted = 24;

bool IsBlank(char c) { return kBlanks.find(c) != std::string_view::npos; }

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// A word outside quotation marks, parentheses and comments.
struct OuterWord {
  std::string word;  ///< in lower case
  size_t begin = 0;
};

/// The statement that ends a text.
struct TypedStatement {
  size_t begin = 0;        ///< in the text
  std::string study_date;  ///< the statement before it that gives one, with its ';'
  std::string text;        ///< without the ';' at its end
  std::vector<OuterWord> words;
};

TypedStatement LastStatement(std::string_view text) {
  const size_t last = text.find_last_not_of(" \t\n;");
  text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
  TypedStatement statement;
  int depth = 0;
  for (size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '"' || c == '\'') {
      ++i;
      while (i < text.size() && text[i] != c) i += text[i] == '\\' ? 2 : 1;
      ++i;
    } else if (text.substr(i).starts_with("--")) {
      i = std::min(text.find('\n', i), text.size());
    } else if (c == ';') {
      ++i;
      if (statement.words.size() >= 2 && statement.words[0].word == "study" && statement.words[1].word == "date") {
        statement.study_date = text.substr(statement.begin, i - statement.begin);
      }
      statement.words.clear();
      depth = 0;
      statement.begin = i;
    } else if (c == '(' || c == ')') {
      depth += c == '(' ? 1 : -1;
      ++i;
    } else if (IsBlank(c)) {
      ++i;
    } else {
      const size_t begin = i;
      while (i < text.size() && !IsBlank(text[i]) &&
             std::string_view("();\"'").find(text[i]) == std::string_view::npos) {
        ++i;
      }
      if (depth == 0) statement.words.push_back({Lower(text.substr(begin, i - begin)), begin});
    }
  }
  statement.text = text.substr(std::min(statement.begin, text.size()));
  for (OuterWord& word : statement.words) word.begin -= statement.begin;
  return statement;
}

bool Asks(const TypedStatement& statement) {
  if (statement.words.empty()) return false;
  constexpr std::string_view kAsking[] = {"count", "funnel", "impact", "list", "summarise", "summarize"};
  return std::find(std::begin(kAsking), std::end(kAsking), statement.words[0].word) != std::end(kAsking);
}

bool IsSummary(const TypedStatement& statement) {
  return !statement.words.empty() && (statement.words[0].word == "summarise" || statement.words[0].word == "summarize");
}

/// Where the statement can be cut so that what is left may be whole: the longest first. The first is its end, or where
/// its breakdown begins.
std::vector<size_t> Cuts(const TypedStatement& statement) {
  std::vector<size_t> cuts;
  const bool summary = IsSummary(statement);
  size_t end = statement.text.size();
  for (size_t i = 1; i < statement.words.size(); ++i) {
    const std::string& word = statement.words[i].word;
    const bool of_use = i + 1 < statement.words.size() && (statement.words[i + 1].word == "commercial" ||
                                                           statement.words[i + 1].word == "non-commercial");
    if (word == "by" && !of_use) {
      end = statement.words[i].begin;
      break;
    }
    const bool joint = word == "and" || word == "or" || word == "where" || word == "except";
    if (joint || (summary && word == "of")) cuts.push_back(statement.words[i].begin);
  }
  cuts.push_back(end);
  std::reverse(cuts.begin(), cuts.end());
  return cuts;
}

/// Asks until the time is over.
class Counter {
 public:
  Counter(CatalogueHandle& catalogue, const QueryOptions& options, std::string study_date,
          std::chrono::microseconds budget)
      : catalogue_(catalogue), options_(options), study_date_(std::move(study_date)), end_(Clock::now() + budget) {
    // Values that are set for other statements are nothing to warn of here.
    options_.max_cells = 10'000;
  }

  bool over() const { return over_; }

  /// The first number of the answer to "count ..."; nullopt if it is not a complete statement, or the time is over.
  std::optional<int64_t> Count(const std::string& text) {
    const std::optional<std::vector<Answer>> answers = Ask(text);
    if (!answers.has_value() || answers->size() != 1 || !(*answers)[0].table.has_value()) return std::nullopt;
    const Table& table = *(*answers)[0].table;
    if (table.rows.size() != 1 || table.rows[0].empty()) return std::nullopt;
    const int64_t* count = std::get_if<int64_t>(&table.rows[0][0]);
    return count == nullptr ? std::nullopt : std::optional(*count);
  }

  std::optional<std::vector<Answer>> Ask(const std::string& text) {
    const auto left = std::chrono::duration_cast<std::chrono::microseconds>(end_ - Clock::now());
    if (left < kLeast || options_.stop.stop_requested()) {
      over_ = true;
      return std::nullopt;
    }
    QueryOptions options = options_;
    options.timeout = left;
    std::erase_if(options.parameters,
                  [&](const auto& set) { return text.find("$" + set.first) == std::string_view::npos; });
    absl::StatusOr<std::vector<Answer>> answers = catalogue_.Query(study_date_ + text, options);
    if (!answers.ok()) return std::nullopt;
    for (Answer& answer : *answers) {
      for (Diagnostic& diagnostic : answer.diagnostics) {
        diagnostic.begin -= std::min(diagnostic.begin, study_date_.size());
        diagnostic.end -= std::min(diagnostic.end, study_date_.size());
        if (diagnostic.code == "deadline" || diagnostic.code == "cancelled") over_ = true;
      }
    }
    if (over_) return std::nullopt;
    return *std::move(answers);
  }

 private:
  CatalogueHandle& catalogue_;
  QueryOptions options_;
  const std::string study_date_;
  const Clock::time_point end_;
  bool over_ = false;
};

/// The statement up to `cut`, as a count.
std::string CountUpTo(const TypedStatement& statement, size_t cut) {
  const OuterWord& first = statement.words[0];
  if (IsSummary(statement)) {
    // summarise individuals of FIELD where ...: without what is measured.
    const auto at = [&](std::string_view word) {
      for (const OuterWord& one : statement.words) {
        if (one.word == word) return std::min(one.begin, cut);
      }
      return cut;
    };
    const size_t of = at("of"), where = at("where");
    const size_t begin = first.begin + first.word.size();
    if (of < where) {
      return Concat("count", statement.text.substr(begin, of - begin), statement.text.substr(where, cut - where));
    }
  }
  return Concat("count", statement.text.substr(first.begin + first.word.size(), cut - first.begin - first.word.size()));
}

std::string CountedName(const TypedStatement& statement) {
  return statement.words.size() > 1 ? statement.words[1].word.substr(0, statement.words[1].word.find(',')) : "";
}

std::string Signed(int64_t change) {
  return change < 0 ? Concat(Grouped(static_cast<uint64_t>(-change)), " fewer")
                    : Concat(Grouped(static_cast<uint64_t>(change)), " more");
}

/// Marks the mistakes of the statement up to `cut`, and says what the first is.
void FindMistakes(const TypedStatement& statement, size_t cut, Counter* counter, LiveView* view) {
  constexpr std::string_view kExplain = "explain ";
  const std::optional<std::vector<Answer>> answers = counter->Ask(Concat(kExplain, statement.text.substr(0, cut)));
  if (!answers.has_value()) return;
  for (const Answer& answer : *answers) {
    for (const Diagnostic& diagnostic : answer.diagnostics) {
      if (diagnostic.severity != Severity::kError || diagnostic.begin < kExplain.size()) continue;
      if (diagnostic.code == "unclosed-quote") continue;  // it is being typed
      const size_t begin = diagnostic.begin - kExplain.size();
      const size_t end = diagnostic.end - kExplain.size();
      // What touches the end may yet become something.
      if (end >= std::min(cut, statement.text.size()) || begin >= end) continue;
      view->mistakes.push_back({statement.begin + begin, statement.begin + end});
      if (view->mistakes.size() > 1) continue;
      view->lines.push_back(Concat("~ ", diagnostic.message));
      if (!diagnostic.hints.empty()) view->lines.push_back(Concat("  ", diagnostic.hints[0]));
    }
  }
}

// Behind no and not, who would remain says nothing of what is meant: sibling before disease.
bool EndsInNo(const TypedStatement& statement) {
  if (statement.words.empty()) return false;
  const std::string& last = statement.words.back().word;
  const bool is_not = statement.words.size() > 1 && statement.words[statement.words.size() - 2].word == "is";
  return last == "no" || (last == "not" && !is_not);
}

// Whether the name in `item` begins with what was typed, and not one of its later words: `"mel` of MONDO:1 "melanoma".
bool IsNameBegunBy(std::string_view typed, std::string_view item) {
  if (!typed.empty() && typed.front() == '"') typed.remove_prefix(1);
  const size_t quote = item.find('"');
  if (typed.empty() || quote == item.npos) return false;
  const std::string_view name = item.substr(quote + 1);
  return name.size() >= typed.size() && std::equal(typed.begin(), typed.end(), name.begin(), [](char a, char b) {
           return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
         });
}

}  // namespace

LiveView LiveCount(CatalogueHandle& catalogue, std::string_view text, const QueryOptions& options,
                   std::chrono::microseconds budget, std::stop_token stop) {
  LiveView view;
  const TypedStatement statement = LastStatement(text);
  if (!Asks(statement)) return view;
  QueryOptions stoppable = options;
  stoppable.stop = std::move(stop);
  Counter counter(catalogue, stoppable, statement.study_date, budget);
  const std::vector<size_t> cuts = Cuts(statement);
  std::optional<int64_t> now, before;
  bool whole = false;
  size_t failed = 0;
  for (size_t i = 0; i < cuts.size() && i <= kMaxCuts && !counter.over(); ++i) {
    const std::optional<int64_t> count = counter.Count(CountUpTo(statement, cuts[i]));
    if (!count.has_value()) {
      if (!now.has_value()) ++failed;
      continue;
    }
    if (now.has_value()) {
      before = count;
      break;
    }
    now = count;
    whole = i == 0;
  }
  if (now.has_value()) {
    std::string line =
        Concat("= ", Grouped(static_cast<uint64_t>(*now)), " ", CountedName(statement), whole ? "" : " so far");
    if (before.has_value()) Append(line, ", ", Signed(*now - *before), " by the last criterion");
    view.lines.push_back(std::move(line));
  }
  // Of a text that is not finished only the grammar is checked: names are, in the part before its last criterion.
  for (size_t i = 0; i < failed && view.mistakes.empty() && !counter.over(); ++i) {
    FindMistakes(statement, cuts[i], &counter, &view);
  }
  view.unfinished = counter.over();
  if (view.unfinished && view.lines.empty()) view.lines.push_back("= ...");
  return view;
}

Completions CountedCompletions(CatalogueHandle& catalogue, std::string_view text, Completions completions,
                               const QueryOptions& options, std::chrono::microseconds budget) {
  const TypedStatement statement = LastStatement(text);
  if (!Asks(statement) || completions.begin > text.size()) return completions;
  Counter counter(catalogue, options, statement.study_date, budget);
  struct Counted {
    Completion item;
    std::optional<int64_t> count;
  };
  std::vector<Counted> counted;
  for (Completion& item : completions.items) {
    std::optional<int64_t> count;
    if (counted.size() < kMaxCounted && !counter.over()) {
      const TypedStatement with = LastStatement(Concat(text.substr(0, completions.begin), item.text));
      count = counter.Count(CountUpTo(with, Cuts(with)[0]));
    }
    counted.push_back({std::move(item), count});
  }
  // Says nothing if all have the same number of people.
  constexpr size_t kSeveral = 3;
  std::vector<int64_t> counts;
  for (const Counted& one : counted) {
    if (one.count.has_value()) counts.push_back(*one.count);
  }
  const bool alike = counts.size() >= kSeveral &&
                     std::count(counts.begin(), counts.end(), counts[0]) == static_cast<std::ptrdiff_t>(counts.size());
  for (Counted& one : counted) {
    if (alike) one.count.reset();
  }
  // Units in the order of their frequency.
  const bool units = std::any_of(counted.begin(), counted.end(),
                                 [](const Counted& one) { return one.item.description.starts_with("unit "); });
  const std::string_view typed = text.substr(completions.begin);
  const auto comes_first = [&](const Counted& a, const Counted& b) {
    const bool a_begins = IsNameBegunBy(typed, a.item.text);
    if (a_begins != IsNameBegunBy(typed, b.item.text)) return a_begins;
    if (a.count.has_value() != b.count.has_value()) return a.count.has_value();
    return a.count.has_value() && *a.count > *b.count;
  };
  // A list of which the time was enough for a part only keeps its order, so that it is not another one on a busy
  // machine.
  const bool some_only = counter.over() && counted.size() > counts.size();
  const bool denied = EndsInNo(LastStatement(text.substr(0, completions.begin)));
  if (!units && !some_only && !denied) std::stable_sort(counted.begin(), counted.end(), comes_first);
  size_t width = 0;
  for (const Counted& one : counted) {
    if (one.count.has_value()) width = std::max(width, Grouped(static_cast<uint64_t>(*one.count)).size());
  }
  completions.items.clear();
  for (Counted& one : counted) {
    if (one.count.has_value()) {
      const std::string number = Grouped(static_cast<uint64_t>(*one.count));
      one.item.description = Concat(std::string(width - number.size(), ' '), number, "  ", one.item.description);
    }
    completions.items.push_back(std::move(one.item));
  }
  return completions;
}

}  // namespace muster::shell
