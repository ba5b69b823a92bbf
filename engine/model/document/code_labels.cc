#include "engine/model/document/code_labels.h"

#include "engine/model/text/codec.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

constexpr uint8_t kForm = 1;
constexpr std::string_view kPrefix = "labels/";

}  // namespace

std::string LabelKey(std::string_view label) {
  std::string key;
  for (const char c : label) {
    if (IsAsciiAlnum(c)) key.push_back(AsciiLower(c));
    if ((c & 0x80) != 0) key.push_back(c);
  }
  return key;
}

std::string CodeLabelsDocument(std::string_view code) { return Concat({kPrefix, code}); }

std::string EncodeCodeLabels(const std::vector<std::string>& labels) {
  std::string out;
  PutByte(kForm, out);
  PutVarint(labels.size(), out);
  for (const std::string& label : labels) PutString(label, out);
  return out;
}

absl::StatusOr<std::vector<std::string>> DecodeCodeLabels(std::string_view bytes) {
  ByteReader reader(bytes);
  uint8_t form = 0;
  size_t size = 0;
  bool good = reader.Byte(form) && form == kForm && reader.Count(1, size);
  std::vector<std::string> labels(good ? size : 0);
  for (std::string& label : labels) good = good && reader.String(label);
  if (!good || reader.remaining() > 0) return absl::DataLossError("the document of a code's labels is damaged");
  return labels;
}

absl::StatusOr<std::vector<std::string>> LabelsOf(const std::map<std::string, std::string>& documents,
                                                  std::string_view code) {
  const auto found = documents.find(CodeLabelsDocument(code));
  if (found == documents.end()) return std::vector<std::string>();
  return DecodeCodeLabels(found->second);
}

std::vector<std::string> CodesWithLabels(const std::map<std::string, std::string>& documents) {
  std::vector<std::string> codes;
  for (auto document = documents.lower_bound(std::string(kPrefix));
       document != documents.end() && document->first.starts_with(kPrefix); ++document) {
    codes.push_back(document->first.substr(kPrefix.size()));
  }
  return codes;
}

}  // namespace muster::model
