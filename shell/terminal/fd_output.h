// An output stream on a file descriptor that knows why it failed.
#ifndef MUSTER_SHELL_TERMINAL_FD_OUTPUT_H_
#define MUSTER_SHELL_TERMINAL_FD_OUTPUT_H_

#include <array>
#include <streambuf>

namespace muster::shell {

/// Buffers; flush the stream to have everything written. Does not close the descriptor.
class FdOutput final : public std::streambuf {
 public:
  explicit FdOutput(int descriptor);
  /// The errno of the first write that failed; 0: none did. Nothing is written after it.
  int error() const { return error_; }

 protected:
  int_type overflow(int_type character) override;
  int sync() override;

 private:
  int descriptor_;
  int error_ = 0;
  std::array<char, 1 << 14> buffer_;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_TERMINAL_FD_OUTPUT_H_
