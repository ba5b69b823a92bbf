"""A program in a pseudo-terminal, and what is on its screen: as much of a terminal as the editor needs."""
import errno, fcntl, os, pty, re, select, signal, struct, sys, termios, time, unicodedata

ESCAPE = re.compile(rb"\x1b\[([0-9;?]*)([A-Za-z])")


class Screen:
    """Rows of characters; rows that scroll out at the top are kept in `above`."""

    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.cells, self.above = [[] for _ in range(rows)], []
        self.row = self.column = 0
        self.modes = set()
        self._bytes = b""

    def feed(self, data):
        self._bytes += data
        while self._bytes:
            if self._bytes[0] == 0x1B:
                match = ESCAPE.match(self._bytes)
                if not match:
                    if len(self._bytes) < 24 and b"\x1b" not in self._bytes[1:]: return
                    sys.exit(f"an escape sequence that is not known: {self._bytes[:24]!r}")
                self._escape(match.group(1).decode(), match.group(2).decode())
                self._bytes = self._bytes[match.end():]
                continue
            length = 1 if self._bytes[0] < 0x80 else 2 if self._bytes[0] < 0xE0 else 3 if self._bytes[0] < 0xF0 else 4
            if len(self._bytes) < length: return
            self._put(self._bytes[:length].decode("utf-8"))
            self._bytes = self._bytes[length:]

    def _put(self, character):
        if character == "\r": self.column = 0
        elif character == "\n": self._line_feed()
        elif character == "\a": pass
        else:
            width = 2 if unicodedata.east_asian_width(character) in "WF" else 0 if unicodedata.combining(character) else 1
            if self.column + width > self.columns:
                self.column = 0
                self._line_feed()
            line = self.cells[self.row]
            while len(line) < self.column: line.append(" ")
            line[self.column:self.column + max(width, 1)] = [character] + [""] * (width - 1)
            self.column += width

    def _line_feed(self):
        if self.row + 1 < self.rows: self.row += 1
        else:
            self.above.append(self.cells.pop(0))
            self.cells.append([])

    def _escape(self, numbers, letter):
        number = int(numbers) if numbers.isdigit() else 1
        if letter == "A": self.row = max(0, self.row - number)
        elif letter == "C": self.column = min(self.columns - 1, self.column + number)
        elif letter == "J":
            first = 0 if numbers == "2" else self.row
            self.cells[self.row] = [] if numbers == "2" else self.cells[self.row][:self.column]
            for row in range(first if numbers == "2" else first + 1, self.rows): self.cells[row] = []
        elif letter == "H": self.row = self.column = 0
        elif letter == "h": self.modes.add(numbers)
        elif letter == "l": self.modes.discard(numbers)
        elif letter != "m": sys.exit(f"an escape sequence that is not known: {numbers}{letter}")

    def resize(self, columns, rows):
        """As terminals do that wrap their lines anew."""
        at = sum(len(line) for line in self.cells[:self.row]) * 0 + self.row
        wrapped, cursor = [], 0
        for index, line in enumerate(self.cells):
            pieces = [line[i:i + columns] for i in range(0, max(len(line), 1), columns)]
            if index == at: cursor = len(wrapped) + min(self.column // columns, len(pieces) - 1)
            wrapped += pieces
        while wrapped and not wrapped[-1] and len(wrapped) > cursor + 1: wrapped.pop()
        surplus = max(0, len(wrapped) - rows)
        self.above += wrapped[:surplus]
        self.cells = wrapped[surplus:] + [[] for _ in range(rows - len(wrapped) + surplus)]
        self.row, self.column = max(0, cursor - surplus), self.column % columns
        self.columns, self.rows = columns, rows

    def lines(self):
        return ["".join(line).rstrip() for line in self.cells]

    def text(self):
        return "\n".join("".join(line).rstrip() for line in self.above + self.cells).rstrip()


class Terminal:
    def __init__(self, arguments, environment, columns=80, rows=24):
        self.screen = Screen(columns, rows)
        self.raw = b""
        self.ended = False
        self.child, self.master = pty.fork()
        if self.child == 0:
            os.execve(arguments[0], [str(a) for a in arguments], environment)
        self._size(columns, rows)

    def _size(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns, rows):
        self.screen.resize(columns, rows)
        self._size(columns, rows)

    def send(self, text):
        os.write(self.master, text if isinstance(text, bytes) else text.encode("utf-8"))

    def read(self, seconds):
        """Takes what comes within `seconds`; False when nothing came, or the program has ended."""
        if not select.select([self.master], [], [], seconds)[0]: return False
        try:
            data = os.read(self.master, 65536)
        except OSError as error:
            if error.errno != errno.EIO: raise
            data = b""
        if not data:
            self.ended = True
            return False
        self.raw += data
        self.screen.feed(data)
        return True

    def wait_for(self, holds, what, seconds=60):
        """Reads until `holds()`; it is no measurement: the seconds are for machines that are busy."""
        end = time.monotonic() + seconds
        while not holds():
            if self.ended or time.monotonic() > end:
                self.kill()
                sys.exit(f"waited for {what} in vain{', the program has ended' * self.ended}; on the screen:\n{self.screen.text()}\n{self.raw[-600:]!r}")
            self.read(0.2)

    def settle(self):
        """Until nothing more comes for a while."""
        while self.read(0.4): pass

    def wait_text(self, text, seconds=60):
        self.wait_for(lambda: text in self.screen.text(), repr(text), seconds)

    def end(self, seconds=60):
        """Waits for the end of the program and returns its exit code."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            self.read(0.1)
            pid, status = os.waitpid(self.child, os.WNOHANG)
            if pid: return os.waitstatus_to_exitcode(status)
        self.kill()
        sys.exit(f"the program does not end; on the screen:\n{self.screen.text()}")

    def kill(self):
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)
