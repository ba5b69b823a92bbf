// A process that reads a catalogue while this one writes it: fault_reader, started and asked.
#ifndef MUSTER_TESTS_FAULT_READER_PROCESS_H_
#define MUSTER_TESTS_FAULT_READER_PROCESS_H_

#include <sys/types.h>

#include <string>

namespace muster::fault {

class ReaderProcess {
 public:
  /// Nothing is opened yet.
  explicit ReaderProcess(const std::string& path);
  ~ReaderProcess();
  ReaderProcess(const ReaderProcess&) = delete;
  ReaderProcess& operator=(const ReaderProcess&) = delete;

  /// "open": opens the catalogue, for the first time or anew. "refresh": goes to the newest version. "ask": nothing.
  /// What the reader then says of the catalogue as StateOf does; an error begins with "error". Empty when the process
  /// has ended, which it does by itself when it takes longer than a minute.
  std::string Do(const std::string& command);

 private:
  pid_t process_ = -1;
  int socket_ = -1;
};

}  // namespace muster::fault

#endif  // MUSTER_TESTS_FAULT_READER_PROCESS_H_
