#include "storage/codec/posting_page.h"

namespace muster::storage {

std::string EncodePage(std::span<const EncodedPosting> postings) {
  std::string page;
  AppendVarint(postings.size(), &page);
  uint64_t least = postings.front().value;
  for (const EncodedPosting& posting : postings) {
    AppendVarint(posting.value - least, &page);
    AppendVarint(posting.bytes.size(), &page);
    least = uint64_t{posting.value} + 1;
  }
  for (const EncodedPosting& posting : postings) page += posting.bytes;
  return page;
}

}  // namespace muster::storage
