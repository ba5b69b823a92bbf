#include "shell/terminal/wrap_words.h"

#include <algorithm>
#include <utility>

#include "shell/terminal/display_width.h"

namespace muster::shell {

std::vector<std::string> WrapWords(std::string_view text, int width) {
  std::vector<std::string> lines;
  std::string line;
  const std::string printable = Printable(text);
  for (size_t begin = 0; begin < printable.size();) {
    size_t end = std::min(printable.find_first_of(" \n", begin), printable.size());
    std::string word = printable.substr(begin, end - begin);
    begin = end + 1;
    while (DisplayWidth(word) > width) {
      if (!line.empty()) lines.push_back(std::exchange(line, ""));
      size_t cut = 0;
      while (cut < word.size() && DisplayWidth(word.substr(0, cut + 1)) <= width) ++cut;
      while (cut > 1 && (static_cast<unsigned char>(word[cut]) & 0xC0) == 0x80) --cut;
      lines.push_back(word.substr(0, cut));
      word.erase(0, cut);
    }
    if (!line.empty() && DisplayWidth(line) + 1 + DisplayWidth(word) > width) lines.push_back(std::exchange(line, ""));
    if (!line.empty() && !word.empty()) line += ' ';
    line += word;
  }
  if (!line.empty() || lines.empty()) lines.push_back(line);
  return lines;
}

std::vector<std::string> WrapIndented(std::string_view text, int width) {
  if (DisplayWidth(text) <= width) return {std::string(text)};
  const size_t indent = std::min(text.find_first_not_of(' '), text.size());
  const int deeper = static_cast<int>(indent) + 2;
  if (deeper + 8 > width) return WrapWords(text, width);
  std::vector<std::string> lines = WrapWords(text.substr(indent), width - deeper);
  for (size_t i = 0; i < lines.size(); ++i) lines[i].insert(0, i == 0 ? indent : static_cast<size_t>(deeper), ' ');
  return lines;
}

}  // namespace muster::shell
