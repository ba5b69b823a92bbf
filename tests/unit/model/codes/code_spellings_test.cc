// The number of the spellings goes on with the spellings.
#include "engine/model/document/code_spellings.h"

#include <zlib.h>

#include <map>
#include <string>
#include <string_view>

#include "engine/model/codes/code_prefix.h"
#include "engine/model/record/dictionary.h"
#include "gtest/gtest.h"

namespace muster::model {
namespace {

constexpr std::string_view kLocals[] = {"0006975", "6975",   "d008382", "C123",  "c123",     "e119",
                                        "E11.9-",  "H36.0*", "250.2",   "25000", "V1005",    "DE11",
                                        "81403",   "k401",   "00331",   "db331", "00000044", "ORPHA5",
                                        "1.0",     "073-4",  "PS100",   "#1547", "E11.90 G", "I10X"};

// Every known prefix, in three spellings, with codes of all forms behind it.
std::string AllSpellings() {
  std::string all;
  for (const std::string_view prefix : KnownPrefixes()) {
    for (const std::string_view local : kLocals) {
      for (const std::string_view between : {":", "_", " "}) {
        const std::string written = std::string(prefix).append(between).append(local);
        all += NormalizeCode(written) + "\n";
      }
    }
  }
  for (const char* address :
       {"http://purl.obolibrary.org/obo/HP_0001250", "http://snomed.info/sct|73211009",
        "http://hl7.org/fhir/sid/icd-10#E11.9", "http://www.orpha.net/ORDO/Orphanet_558", "urn:miriam:icd:C50.9",
        "urn:oid:2.16.840.1.113883.6.174|154700", "DB00331", "https://rarediseases.info.nih.gov/diseases/6975/marfan",
        "LOINC:4548\xe2\x80\x93"
        "4",
        "E\xCC\x81pilepsie"}) {
    all += NormalizeCode(address) + "\n";
  }
  return all;
}

TEST(CodeSpellingsTest, ANewSpellingHasANewNumber) {
  const std::string all = AllSpellings();
  const auto sum = static_cast<uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(all.data()), all.size()));
  EXPECT_EQ(kCodeSpellings, 3u);
  EXPECT_EQ(sum, 599778899u) << "NormalizeCode spells some code in another way: questions would not find the codes of "
                                "catalogues that are there. Raise kCodeSpellings, and write number and sum here.";
}

// What is stored is spelled again when the number is raised: where the spelling of a spelling is another, questions
// would not find it then.
TEST(CodeSpellingsTest, ASpellingIsItsOwn) {
  std::string all = AllSpellings();
  for (size_t begin = 0, end; begin < all.size(); begin = end + 1) {
    end = all.find('\n', begin);
    const std::string code = all.substr(begin, end - begin);
    EXPECT_EQ(NormalizeCode(code), code);
  }
}

TEST(CodeSpellingsTest, TheDocumentSaysNumberAndVersion) {
  using Documents = std::map<std::string, std::string>;
  EXPECT_EQ(SpellingsIn({}).number, 0u);
  const CodeSpellings read = SpellingsIn(Documents{{std::string(kCodeSpellingsDocument), EncodeSpellings({7, 12})}});
  EXPECT_EQ(read.number, 7u);
  EXPECT_EQ(read.since, 12u);
  EXPECT_FALSE(read.are_present());
  EXPECT_EQ(SpellingsIn(Documents{{std::string(kCodeSpellingsDocument), "x"}}).number, 0u);
}

}  // namespace
}  // namespace muster::model
