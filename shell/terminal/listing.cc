#include "shell/terminal/listing.h"

#include <algorithm>

#include "shell/terminal/display_width.h"
#include "shell/terminal/human.h"

namespace muster::shell {

void Listing::Add(std::string_view label, std::string_view value, std::string_view remark) {
  lines_.push_back({Printable(label), Printable(value), Printable(remark)});
}

void Listing::Add(std::string_view label, uint64_t value, std::string_view remark) {
  lines_.push_back({Printable(label), Grouped(value), Printable(remark)});
}

int Listing::label_width() const {
  int width = 0;
  for (const Line& line : lines_) width = std::max(width, DisplayWidth(line.label));
  return width;
}

int Listing::value_width() const {
  int width = 0;
  for (const Line& line : lines_) width = std::max(width, DisplayWidth(line.value));
  return width;
}

std::string Listing::Render(int indent, int label_width, int value_width) const {
  label_width = std::max(label_width, Listing::label_width());
  value_width = std::max(value_width, Listing::value_width());
  std::string out;
  for (const Line& line : lines_) {
    out += std::string(static_cast<size_t>(indent), ' ') + PadRight(line.label, label_width) + "  " +
           PadLeft(line.value, value_width);
    if (!line.remark.empty()) out += "  " + line.remark;
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  }
  return out;
}

}  // namespace muster::shell
