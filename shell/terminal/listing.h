// Labels and values under each other, for reports.
#ifndef MUSTER_SHELL_TERMINAL_LISTING_H_
#define MUSTER_SHELL_TERMINAL_LISTING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster::shell {

/// Lines "label   value  remark": labels to the left, values to the right.
class Listing {
 public:
  void Add(std::string_view label, std::string_view value, std::string_view remark = "");
  void Add(std::string_view label, uint64_t value, std::string_view remark = "");
  bool empty() const { return lines_.empty(); }
  /// Each line begins with `indent` blanks. `label_width` and `value_width` are at least as wide as needed.
  std::string Render(int indent = 0, int label_width = 0, int value_width = 0) const;
  int label_width() const;
  int value_width() const;

 private:
  struct Line {
    std::string label, value, remark;
  };
  std::vector<Line> lines_;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_TERMINAL_LISTING_H_
