// Where the interactive shell gets its lines from.
#ifndef MUSTER_SHELL_INTERACTIVE_LINE_SOURCE_H_
#define MUSTER_SHELL_INTERACTIVE_LINE_SOURCE_H_

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <utility>
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
  /// The file that the lines come from; empty when it has no name.
  virtual std::string_view name() const { return ""; }
  /// The number of the line read last, from 1; 0 where lines are not numbered.
  virtual size_t line_number() const { return 0; }
  /// What Read gives are whole statements or commands, which may have several lines.
  virtual bool whole() const { return false; }
  /// Has `text` stand in the line at the next Read, to be changed and entered. False: nobody is there to do so.
  virtual bool Offer(std::string_view) { return false; }
  /// Gives the terminal back as it was found, for another program, until the next Read.
  virtual void GiveBack() {}
  /// Somebody is typing: prompts are shown and a mistake does not end the program with an error.
  virtual bool interactive() const = 0;
};

/// Lines of a stream, without prompts.
class StreamLines final : public LineSource {
 public:
  /// `in` must outlive it.
  explicit StreamLines(std::istream& in, std::string name = "") : in_(in), name_(std::move(name)) {}
  Outcome Read(std::string_view, std::string_view, std::string* line) override {
    ++line_number_;
    return std::getline(in_, *line) ? Outcome::kLine : Outcome::kEnd;
  }
  std::string_view name() const override { return name_; }
  size_t line_number() const override { return line_number_; }
  bool interactive() const override { return false; }

 private:
  std::istream& in_;
  std::string name_;
  size_t line_number_ = 0;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_LINE_SOURCE_H_
