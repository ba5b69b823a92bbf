// Where the interactive shell gets its lines from.
#ifndef MUSTER_SHELL_LINE_SOURCE_H_
#define MUSTER_SHELL_LINE_SOURCE_H_

#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace muster::shell {

class LineSource {
 public:
  enum class Outcome {
    kLine,
    kCancelled,  ///< the person gave up the line (Ctrl-C)
    kEnd,
  };

  virtual ~LineSource() = default;
  /// Reads the next line, without its newline. `prompt` is shown where somebody is there to see it; `before` is the
  /// part of the statement that has been typed already, for completion.
  virtual Outcome Read(std::string_view prompt, std::string_view before, std::string* line) = 0;
  /// Remembers a whole statement or command for later sessions.
  virtual void Remember(std::string_view) {}
  /// What has been remembered, oldest first.
  virtual std::vector<std::string> History() const { return {}; }
  /// Somebody is typing: prompts are shown and a mistake does not end the program with an error.
  virtual bool interactive() const = 0;
};

/// Lines of a stream, without prompts.
class StreamLines final : public LineSource {
 public:
  /// `in` must outlive it.
  explicit StreamLines(std::istream& in) : in_(in) {}
  Outcome Read(std::string_view, std::string_view, std::string* line) override {
    return std::getline(in_, *line) ? Outcome::kLine : Outcome::kEnd;
  }
  bool interactive() const override { return false; }

 private:
  std::istream& in_;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_LINE_SOURCE_H_
