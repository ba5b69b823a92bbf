#include "shell/terminal/interrupt.h"

namespace muster::shell {
namespace {

volatile std::sig_atomic_t interrupted_flag = 0;

void Note(int) { interrupted_flag = 1; }

}  // namespace

InterruptScope::InterruptScope() {
  interrupted_flag = 0;
  struct sigaction action = {};
  action.sa_handler = Note;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, &old_interrupt_);
  sigaction(SIGTERM, &action, &old_terminate_);
}

InterruptScope::~InterruptScope() {
  sigaction(SIGINT, &old_interrupt_, nullptr);
  sigaction(SIGTERM, &old_terminate_, nullptr);
}

bool InterruptScope::interrupted() const { return interrupted_flag != 0; }

}  // namespace muster::shell
