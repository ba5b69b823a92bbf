// Whether a column that no rule reads distinguishes several kinds of values or codes.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_UNREAD_KINDS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_UNREAD_KINDS_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muster::import {

/// Looks at the cells of a column that no rule of the mapping names, one after another.
class UnreadKinds {
 public:
  explicit UnreadKinds(std::string_view name);
  /// `cell` that is not empty, and no marker of a missing value.
  void Add(std::string_view cell);
  /// Whether it is called as what says what was measured.
  bool HasNameOfTests() const;
  /// Whether it says what was measured, and has several values.
  bool AreTests() const;
  /// Whether it names the system or edition of codes, and has several values.
  bool AreSystems() const;
  /// Whether it names materials that are not the same to a test: serum and urine, but not serum and plasma.
  bool AreMaterials() const;
  /// Whether it is called as what names materials.
  bool HasNameOfMaterials() const;
  /// Whether it tells values that were taken fasting from others.
  bool AreStatesOfFasting() const;
  /// Whether it names species or models, of which one is people and another is not.
  bool AreSpecies() const;
  /// "HB", "CREA" and so on.
  std::string Values() const;

 private:
  static constexpr size_t kMost = 12;
  bool AreSeveral() const { return values_.size() > 1 && values_.size() < kMost; }

  // Whether the name is in the list, in any of its spellings.
  bool IsCalled(std::span<const std::string_view> names) const;

  std::vector<std::string> names_;   // the spellings of the name: letters, in lower case
  std::vector<std::string> values_;  // different ones, at most kMost
};

/// "blood" of serum and plasma, "urine": the material to a test; "" where it is not known.
std::string MaterialInWord(std::string_view cell);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_UNREAD_KINDS_H_
