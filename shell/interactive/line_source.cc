#include "shell/interactive/line_source.h"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "shell/editor/statement_end.h"

namespace muster::shell {
namespace {

/// Whether a statement goes on with this line: no statement and no command begins so.
bool GoesOn(std::string_view line) {
  constexpr std::string_view kInside[] = {"and",   "as", "at",  "but", "by", "except", "has", "having", "in",  "is",
                                          "limit", "no", "not", "of",  "on", "or",     "top", "where",  "with"};
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  std::string word;
  for (const char c : line) {
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) break;
    word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  if (!word.empty()) return std::find(std::begin(kInside), std::end(kInside), word) != std::end(kInside);
  return !line.empty() && static_cast<unsigned char>(line[0]) < 0x80 && line[0] != '.';
}

}  // namespace

LineSource::Outcome StreamLines::Read(std::string_view, std::string_view, std::string* line) {
  ++line_number_;
  goes_on_ = false;
  if (!ahead_.empty()) {
    *line = std::move(ahead_.front());
    ahead_.pop_front();
  } else if (!std::getline(in_, *line)) {
    return Outcome::kEnd;
  }
  if (line->find_first_not_of(" \t\r") != std::string::npos) return Outcome::kLine;
  const auto says = [](const std::string& next) { return LastCharacter(next) != 0; };
  std::string next;
  while (std::none_of(ahead_.begin(), ahead_.end(), says) && std::getline(in_, next)) ahead_.push_back(next);
  const auto first = std::find_if(ahead_.begin(), ahead_.end(), says);
  goes_on_ = first != ahead_.end() && GoesOn(*first);
  return Outcome::kLine;
}

}  // namespace muster::shell
