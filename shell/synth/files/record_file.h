// A file of JSON records that is written bit by bit.
#ifndef MUSTER_SHELL_SYNTH_FILES_RECORD_FILE_H_
#define MUSTER_SHELL_SYNTH_FILES_RECORD_FILE_H_

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace muster::synth {

/// Writes the whole file. Returns an empty string, or what went wrong.
std::string WriteFile(const std::filesystem::path& path, const std::string& text);

class RecordFile {
 public:
  enum class Form {
    kLines,  ///< each record is followed by "\n"
    kArray,  ///< each record is followed by ",\n"; brackets are added automatically
  };

  RecordFile(const std::filesystem::path& path, Form form);

  /// Records are appended here, each with what follows it.
  std::string& text() { return text_; }
  /// Writes what has come together, now and then. Returns an empty string, or what went wrong.
  std::string Pass();
  /// Ends the file. Returns an empty string, or what went wrong.
  std::string Close();

 private:
  std::string Write(std::string_view text);

  std::filesystem::path path_;
  Form form_;
  std::ofstream file_;
  std::string problem_;  // of opening it
  std::string text_;
};

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_FILES_RECORD_FILE_H_
