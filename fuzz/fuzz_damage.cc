// Bytes as damage to the files of a catalogue: which file, where, what. Whatever is done, opening, asking and checking
// it must end with an error or with the answers that it had, or `check` must find it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muster/catalogue.h"

namespace {

namespace fs = std::filesystem;
using muster::Answer;
using muster::Catalogue;

constexpr const char* kQuestions =
    "count individuals; count individuals where has phenotype HP:0000001; count individuals by sex; "
    "count phenotypes where onset >= 10 years; list individuals where sex is female limit 5; "
    "count individuals where in girls; count individuals where has no phenotype";

std::string Obo() {
  std::string text = "format-version: 1.2\nontology: hp\ndata-version: 1\n\n[Term]\nid: HP:0000001\nname: All\n\n";
  for (int i = 2; i < 60; ++i) {
    text += "[Term]\nid: HP:00000" + std::to_string(10 + i) + "\nname: term " + std::to_string(i) +
            "\nis_a: HP:0000001\n\n";
  }
  return text;
}

std::string People(int begin, int end) {
  std::string lines;
  for (int i = begin; i < end; ++i) {
    lines += R"({"id":"p)" + std::to_string(i) + R"(","subject":{"id":"x","sex":")" + (i % 3 == 0 ? "FEMALE" : "MALE") +
             R"("},"phenotypicFeatures":[{"type":{"id":"HP:00000)" + std::to_string(12 + i % 58) +
             R"(","label":""},"onset":{"age":{"iso8601duration":"P)" + std::to_string(i % 70) + "Y\"}}}]}\n";
  }
  return lines;
}

// The answers as text; nothing when there is an error.
std::string Ask(const Catalogue& catalogue) {
  const auto answers = catalogue.Query(kQuestions);
  if (!answers.ok()) return "";
  std::string text;
  for (const Answer& answer : *answers) {
    if (!answer.table.has_value()) return "";
    for (const auto& row : answer.table->rows) {
      for (const muster::Cell& cell : row) {
        if (const auto* number = std::get_if<int64_t>(&cell)) text += std::to_string(*number);
        if (const auto* word = std::get_if<std::string>(&cell)) text += *word;
        text += '|';
      }
      text += '\n';
    }
  }
  return text;
}

fs::path TemporaryFolder() {
  std::error_code error;
  const fs::path base = fs::is_directory("/dev/shm", error) ? fs::path("/dev/shm") : fs::temp_directory_path();
  std::string pattern = (base / "muster-damage-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) std::abort();
  return pattern;
}

class Sound {
 public:
  Sound() : folder_(TemporaryFolder()) {
    const fs::path path = folder_ / "sound";
    {
      auto catalogue = Catalogue::Open(path.string(), {.create_if_missing = true, .query_threads = 1});
      if (!catalogue.ok() || !(*catalogue)->ImportText(Obo(), {}).ok()) std::abort();
      for (int i = 0; i < 3; ++i) {
        if (!(*catalogue)->ImportText(People(i * 100, i * 100 + 130), {}).ok()) std::abort();
      }
      if (!(*catalogue)->Query("define cohort girls as individuals where sex is female").ok()) std::abort();
      if (!(*catalogue)->Delete("default", {"p7", "p100"}).ok()) std::abort();
      answers_ = Ask(**catalogue);
    }
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream stream(entry.path(), std::ios::binary);
      files_.emplace_back(fs::relative(entry.path(), path), std::string(std::istreambuf_iterator<char>(stream), {}));
    }
    // The folder lists them in any order.
    std::sort(files_.begin(), files_.end());
    if (answers_.empty()) std::abort();
  }
  ~Sound() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  const std::string& answers() const { return answers_; }
  std::vector<std::pair<fs::path, std::string>> files() const { return files_; }
  fs::path copy() const { return folder_ / "copy"; }

 private:
  const fs::path folder_;
  std::string answers_;
  std::vector<std::pair<fs::path, std::string>> files_;  // contents by name
};

// Takes numbers off the front of the bytes; 0 when there are none left.
class Decisions {
 public:
  Decisions(const uint8_t* data, size_t size) : bytes_(reinterpret_cast<const char*>(data), size) {}
  bool empty() const { return bytes_.empty(); }
  uint8_t Byte() {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<uint8_t>(bytes_[0]);
    bytes_.remove_prefix(1);
    return byte;
  }
  // Below n, from three bytes.
  size_t Below(size_t n) {
    const size_t number = Byte() | size_t{Byte()} << 8 | size_t{Byte()} << 16;
    return n == 0 ? 0 : number % n;
  }

 private:
  std::string_view bytes_;
};

void Damage(Decisions& decisions, std::vector<std::pair<fs::path, std::string>>* files) {
  std::string& file = (*files)[decisions.Byte() % files->size()].second;
  const uint8_t what = decisions.Byte() % 6;
  const size_t at = decisions.Below(file.size());
  switch (what) {
    case 0:
      if (!file.empty()) file[at] = static_cast<char>(file[at] ^ (1 << (decisions.Byte() % 8)));
      break;
    case 1:
      if (!file.empty()) file[at] = static_cast<char>(decisions.Byte());
      break;
    case 2:
      file.resize(at);
      break;
    case 3: {
      const size_t size = std::min(decisions.Below(5000), file.size() - at);
      std::fill_n(file.begin() + static_cast<ptrdiff_t>(at), size, '\0');
      break;
    }
    case 4:
      file.append(decisions.Below(100), static_cast<char>(decisions.Byte()));
      break;
    default:
      file = (*files)[decisions.Byte() % files->size()].second;
      break;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Sound sound;
  Decisions decisions(data, size);
  const bool read_only = (decisions.Byte() & 1) != 0;
  auto files = sound.files();
  for (int i = 0; i < 4 && !decisions.empty(); ++i) Damage(decisions, &files);
  const fs::path copy = sound.copy();
  fs::remove_all(copy);
  for (const auto& [name, bytes] : files) {
    fs::create_directories((copy / name).parent_path());
    std::ofstream(copy / name, std::ios::binary) << bytes;
  }
  const auto catalogue = Catalogue::Open(copy.string(), {.read_only = read_only, .query_threads = 1});
  if (!catalogue.ok()) return 0;
  const std::string answers = Ask(**catalogue);
  const auto checked = (*catalogue)->Check({});
  if (!answers.empty() && answers != sound.answers() && checked.ok() && checked->problems.empty()) {
    std::fprintf(stderr, "other answers, and check finds nothing:\n%s\ninstead of\n%s\n", answers.c_str(),
                 sound.answers().c_str());
    std::abort();
  }
  if (!read_only) {
    // What can be written is not worse than before.
    (*catalogue)->ImportText(People(1000, 1001), {}).status().IgnoreError();
    Ask(**catalogue);
  }
  return 0;
}
