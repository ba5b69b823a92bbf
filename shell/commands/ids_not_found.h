// Ids of people that a command did not find, and where they may be.
#ifndef MUSTER_SHELL_COMMANDS_IDS_NOT_FOUND_H_
#define MUSTER_SHELL_COMMANDS_IDS_NOT_FOUND_H_

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace muster::shell {

class IdsNotFound {
 public:
  /// All of `ids`, until SawPerson() is told of somebody.
  IdsNotFound(const std::set<std::string>& ids, std::string dataset);
  void SawPerson(std::string_view id, std::string_view dataset);
  /// The first ten that are not in the dataset: ": \"P1 \" (without the blank it exists), \"P2\" (exists in dataset
  /// b)". Nothing if `not_found` are not, and others are: not everybody was told of.
  std::string InWords(size_t not_found) const;

 private:
  struct Wanted {
    std::string id;
    bool is_there = false;
    std::string near;       ///< an id of the dataset that differs in blanks and capitals only
    std::string elsewhere;  ///< another dataset with this id
  };

  std::string dataset_;
  std::map<std::string, std::vector<Wanted>, std::less<>> wanted_;  // by id without blanks and capitals
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_COMMANDS_IDS_NOT_FOUND_H_
