#include "engine/model/text/plain_text.h"

namespace muster::model {
namespace {

struct Replacement {
  std::string_view typographic, plain;
};
constexpr Replacement kReplacements[] = {
    {"\u00A0", " "}, {"\u2002", " "}, {"\u2003", " "}, {"\u2009", " "}, {"\u202F", " "},
    {"\u2010", "-"}, {"\u2011", "-"}, {"\u2012", "-"}, {"\u2013", "-"}, {"\u2014", "-"},
    {"\u2212", "-"}, {"\u2018", "'"}, {"\u2019", "'"}, {"\u02BC", "'"}, {"\u00AD", ""},
    {"\u200B", ""},  {"\u200C", ""},  {"\u200D", ""},  {"\uFEFF", ""},
};

}  // namespace

std::string PlainText(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    size_t taken = 1;
    std::string_view put = text.substr(0, 1);
    for (const Replacement& one : kReplacements) {
      if (!text.starts_with(one.typographic)) continue;
      taken = one.typographic.size();
      put = one.plain;
    }
    out += put;
    text.remove_prefix(taken);
  }
  return out;
}

}  // namespace muster::model
