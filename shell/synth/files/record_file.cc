#include "shell/synth/files/record_file.h"

#include <cerrno>
#include <cstring>

namespace muster::synth {
namespace {

constexpr size_t kBufferBytes = size_t{1} << 20;
constexpr std::string_view kBetween = ",\n";

std::string Problem(const std::filesystem::path& path) {
  return "cannot write " + path.string() + ": " + std::strerror(errno);
}

}  // namespace

std::string WriteFile(const std::filesystem::path& path, const std::string& text) {
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  return file ? "" : Problem(path);
}

RecordFile::RecordFile(const std::filesystem::path& path, Form form) : path_(path), form_(form) {
  errno = 0;
  file_.open(path, std::ios::binary | std::ios::trunc);
  if (!file_) problem_ = Problem(path);
  text_.reserve(kBufferBytes + (size_t{1} << 16));
  if (form == Form::kArray) text_ = "[\n";
}

std::string RecordFile::Write(std::string_view text) {
  if (!problem_.empty()) return problem_;
  errno = 0;
  if (!file_.write(text.data(), static_cast<std::streamsize>(text.size()))) problem_ = Problem(path_);
  return problem_;
}

std::string RecordFile::Pass() {
  if (text_.size() < kBufferBytes) return problem_;
  // The separator behind the last record has to be removed.
  const size_t now = form_ == Form::kArray ? text_.size() - kBetween.size() : text_.size();
  std::string problem = Write(std::string_view(text_).substr(0, now));
  text_.erase(0, now);
  return problem;
}

std::string RecordFile::Close() {
  if (form_ == Form::kArray) {
    if (text_.ends_with(kBetween)) text_.resize(text_.size() - kBetween.size());
    text_.append("\n]\n");
  }
  if (std::string problem = Write(text_); !problem.empty()) return problem;
  errno = 0;
  file_.close();
  return file_ ? "" : Problem(path_);
}

}  // namespace muster::synth
