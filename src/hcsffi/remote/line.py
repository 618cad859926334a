"""The client's end of a connection to a service: one for the process, as the library in it would be.

Actors: whoever calls, on any thread, which sends a frame at once where the socket takes it and leaves the rest to the line's own thread;
that thread, which reads frames and gives each answer to what was registered with its request, as a library's own thread would call back. So
no event loop owns the connection: handles outlive loops, and a handle that is dropped anywhere is closed.

Every request is answered once: by the service, or by the loss of the connection, which the line's thread tells to all that wait. A request
that nobody waits for any more stays registered with something that gives back what its answer owns, until the service says ``gone`` or the
answer comes that was on its way.

Descriptors come beside the bytes, in the order of the frames that speak of them, and are owned here from the moment they were received.
A peer that says nothing for ``KEEP_ALIVE_S`` is asked; if then not a byte comes for ``SILENCE_S``, the connection counts as broken.
"""

from __future__ import annotations

import array
import atexit
import contextlib
import itertools
import os
import selectors
import socket
import threading
import time
from collections import deque
from functools import cached_property
from typing import TYPE_CHECKING, Final

from hcsffi.remote import frame
from hcsffi.remote.address import ConnectionRefused
from hcsffi.remote.credential import peer_user
from hcsffi.remote.frame import Frame, FrameReader, Malformed, pack
from hcsffi.remote.pump import Pump
from hcsffi.uncopyable import Uncopyable

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Sequence

    Taken = Callable[[Frame | None], None]
    """What takes an answer on the line's thread; ``None`` when the connection was lost."""

KEEP_ALIVE_S: Final = 5.0
SILENCE_S: Final = 15.0
GREETING_S: Final = 10.0
_GREETING_THROUGH_PROGRAM_S: Final = 30.0
_NO_GREETING: Final = "the service hung up before it greeted"
_OF_STREAMS: Final = frozenset({"bytes", "end", "more"})
_AT_ONCE: Final = 1 << 20
_MOST_DESCRIPTORS: Final = 253
"""As many as Linux passes in one message (SCM_MAX_FD)."""
_NOTES_SIZE: Final = socket.CMSG_SPACE(_MOST_DESCRIPTORS * 4) if hasattr(socket, "CMSG_SPACE") else 0
_CLOSE_ON_EXEC: Final = getattr(socket, "MSG_CMSG_CLOEXEC", 0)
_serials = itertools.count(1)


class Line(Uncopyable):
    """One connection.

    Args:
        end: the connected socket; owned by the line from here on.
        address: where it leads, for errors.
        version: this library's version, which the greeting names.
        program: what carries the connection, to be ended with it; ``None`` where it is a socket of the service's own.

    Raises:
        ConnectionRefused: the peer greets otherwise than a service does.

    Blocks:
        Until the peer has greeted, at most 10 s.

    Attributes:
        loss: why the connection is lost, empty while it is not.
        welcome: what the service said of itself: its version, its library, whether that is an embedded host, and what it offers.
        serial: which connection of this process it is.
        living: the handles opened over it that are not closed; kept by those who own them.
    """

    def __init__(self, end: socket.socket, address: str, version: str, program: subprocess.Popen[bytes] | None = None) -> None:
        self.address = address
        self.loss = ""
        self.serial = next(_serials)
        self.living: set[int] = set()
        self.keep_alive_s = KEEP_ALIVE_S
        self.silence_s = SILENCE_S
        self._process = os.getpid()
        self._end = end
        self._reader = FrameReader(at_once=_AT_ONCE)
        self._descriptors: deque[int] = deque()
        self._numbers = itertools.count(1)
        self._waiting: dict[int, Taken] = {}
        self._watches: dict[int, Taken] = {}
        self._lock = threading.Lock()  # guards _outgoing, and what is registered against a loss meanwhile
        self._outgoing: deque[memoryview] = deque()
        self._early: list[Frame] = []
        self._program = program
        self._selector = selectors.DefaultSelector()
        self._pump = Pump(self._selector, self._send_of_stream)
        self.welcome = self._greet(version)
        self._wake_end, self._waking_end = socket.socketpair()
        self._wake_end.settimeout(0)
        self._waking_end.settimeout(0)
        end.settimeout(0)
        self._thread = threading.Thread(target=self._run, name="hcsffi connection", daemon=True)
        self._thread.start()
        if program is not None:
            atexit.register(self.close)  # the program ends with the connection

    @property
    def is_forked(self) -> bool:
        """Whether this process is a fork of the one that connected."""
        return os.getpid() != self._process

    def _greet(self, version: str) -> dict[str, object]:
        try:
            return self._welcomed(version)
        except (BrokenPipeError, ConnectionResetError) as error:
            self._end.close()
            raise ConnectionRefused(_NO_GREETING) from error
        except OSError as error:
            self._end.close()
            raise ConnectionRefused(f"no greeting: {error}") from error
        except Malformed as error:
            self._end.close()
            raise ConnectionRefused("it does not greet as a service does") from error
        except BaseException:
            self._end.close()
            raise

    def _welcomed(self, version: str) -> dict[str, object]:
        """What the service says of itself, once it has let this client in."""
        self._end.settimeout(GREETING_S if self._program is None else _GREETING_THROUGH_PROGRAM_S)
        self._end.sendall(pack(["hello", version, frame.PROTOCOL]))
        while not self._early:
            with self._reader.room() as room:
                count = self._end.recv_into(room)
            if not count:
                raise ConnectionRefused(_NO_GREETING)
            self._early += self._reader.take(count)
        greeting = self._early.pop(0)
        if greeting.word(0) == "bye":
            raise ConnectionRefused(greeting.word(1))
        told = greeting.head[1] if greeting.word(0) == "welcome" and len(greeting.head) > 1 else None
        if not isinstance(told, dict):
            raise Malformed("no greeting")
        return told

    @cached_property
    def offers(self) -> frozenset[str]:
        """The native functions that the service's library has."""
        told = self.welcome.get("offers")
        return frozenset(map(str, told)) if isinstance(told, list) else frozenset()

    def request(self, sort: str, *rest: object, texts: Sequence[bytes | None] = (), taken: Taken) -> int:
        """Send a request and say what takes its answer.

        Args:
            sort: of the frame.
            *rest: what follows the number in its head.
            texts: its texts.
            taken: called once, on the line's thread, or here where the connection is lost already.

        Returns:
            Its number.

        Raises:
            TooLarge: no service would take the frame; nothing was sent.
        """
        number = next(self._numbers)
        packed = pack([sort, number, *rest], texts)
        with self._lock:
            lost = bool(self.loss)
            if not lost:
                self._waiting[number] = taken
                self._send(packed)
        if lost:
            taken(None)
        return number

    def ask(self, sort: str, *rest: object, texts: Sequence[bytes | None] = ()) -> Frame | None:
        """Send a request and wait for its answer; ``None`` when the connection is lost.

        Blocks:
            As long as the service takes.

        Raises:
            TooLarge: no service would take the frame; nothing was sent.
        """
        answers: list[Frame | None] = []
        answered = threading.Event()

        def take(answer: Frame | None) -> None:
            answers.append(answer)
            answered.set()

        self.request(sort, *rest, texts=texts, taken=take)
        answered.wait()
        return answers[0]

    def tell(self, sort: str, *rest: object) -> None:
        """Send what is not answered; nothing happens on a lost connection, nor in a fork."""
        with self._lock:
            if not self.loss and not self.is_forked:
                self._send(pack([sort, *rest]))

    def drop(self, number: int, late: Taken) -> None:
        """Nobody waits for this answer any more.

        Args:
            number: the request's.
            late: takes the answer in the waiter's place where it was on its way already, and gives back what it owns.
        """
        with self._lock:
            if number not in self._waiting:
                return
            self._waiting[number] = late
            self._send(pack(["drop", number]))

    def watch(self, number: int, taken: Taken) -> None:
        """Say what takes the events of a registration, on the line's thread; ``None`` when the connection is lost."""
        with self._lock:
            lost = bool(self.loss)
            if not lost:
                self._watches[number] = taken
        if lost:
            taken(None)

    def unwatch(self, number: int) -> None:
        """Events of this registration go nowhere from now on."""
        if self._watches.pop(number, None) is not None:
            self.tell("unwatch", number)

    def next_number(self) -> int:
        """A number that no other request or registration of this connection has."""
        return next(self._numbers)

    def take_stream(self, told: object, *, reads: bool) -> int:
        """The program's end of a stream that an answer speaks of; only for what takes an answer.

        Args:
            told: ``True`` where its descriptor came beside the frame, else the number of a stream of frames.
            reads: whether the program reads from it.

        Returns:
            A descriptor, which belongs to the caller.

        Raises:
            Malformed: there is none.
        """
        if told is not True:
            return self._pump.open(frame.as_number(told), reads=reads)
        if not self._descriptors:
            raise Malformed("a stream without its descriptor")
        return self._descriptors.popleft()

    def close(self, reason: str = "the connection was closed here") -> None:
        """End the connection: the service closes what was opened over it. Safe twice.

        Blocks:
            Until the line's thread has ended, unless that thread calls.
        """
        if self.is_forked:
            self._end.close()  # the parent's connection goes on
            return
        with self._lock:
            self.loss = self.loss or reason
        with contextlib.suppress(OSError):
            self._waking_end.send(b"\0")
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _send(self, packed: bytes) -> None:
        """Send what the socket takes and leave the rest to the line's thread; under the lock."""
        sent = 0
        if not self._outgoing:
            try:
                sent = self._end.send(packed)
            except BlockingIOError:
                pass
            except OSError:
                return  # the line's thread reads the end of the connection, and tells everybody
            if sent == len(packed):
                return
        self._outgoing.append(memoryview(packed)[sent:])
        if len(self._outgoing) == 1:
            with contextlib.suppress(OSError):  # full: it is awake
                self._waking_end.send(b"\0")

    def _send_of_stream(self, head: list[object], texts: list[bytes | None]) -> None:
        with self._lock:
            if not self.loss:
                self._send(pack(head, texts))

    def _run(self) -> None:
        with self._selector as selector:
            selector.register(self._end, selectors.EVENT_READ)
            selector.register(self._wake_end, selectors.EVENT_READ)
            try:
                reason = self._serve(selector)
            except Malformed as error:
                reason = f"the service sent {error}"
            except OSError as error:
                reason = error.strerror or str(error)
            except Exception as error:  # noqa: BLE001 - whoever waits has to hear of it, whatever the service made of its answers
                reason = f"the service sent what nobody can read: {error!r}"
            self._pump.close()
        self._lose(reason)

    def _serve(self, selector: selectors.BaseSelector) -> str:
        """Read and write until the connection ends; the reason."""
        heard, asked = time.monotonic(), 0.0
        for one in self._early:
            self._take(one)
        while not self.loss:
            ready = selector.select(self.keep_alive_s)
            now = time.monotonic()
            for key, _ in ready:
                if key.fileobj is self._wake_end:
                    self._wake_end.recv(64)
                elif key.fileobj is not self._end:
                    self._pump.move(key.data)
                elif self._hear():
                    heard, asked = now, 0.0
            self._write(selector)
            # Counted from the question on: this process may have been stopped, and then the silence was its own.
            if asked and now - asked > self.silence_s:
                return f"the service has said nothing for {self.silence_s:g} s"
            if not asked and now - heard >= self.keep_alive_s:
                asked = now
                self.tell("ping")
        return self.loss

    def _hear(self) -> bool:
        """Read frames and hand them out; whether anything came.

        Raises:
            OSError: the connection ended.
        """
        try:
            count = self._receive()
        except BlockingIOError:
            return False
        if not count:
            raise ConnectionResetError(0, "the service hung up")
        for one in self._reader.take(count):
            self._take(one)
        return True

    def _receive(self) -> int:
        with self._reader.room() as room:
            count, notes, flags, _ = self._end.recvmsg_into([room], _NOTES_SIZE, _CLOSE_ON_EXEC)
        for level, kind, packed in notes:
            if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
                found = array.array("i")
                found.frombytes(packed[: len(packed) - len(packed) % found.itemsize])
                self._descriptors += found
        if flags & socket.MSG_CTRUNC:
            raise OSError(0, "this process has no room for the descriptors of a process's streams")
        return count

    def _take(self, one: Frame) -> None:
        sort = one.word(0)
        if sort == "event":
            watcher = self._watches.get(one.number(1))
            if watcher is not None:
                watcher(one)
        elif sort in _OF_STREAMS:
            granted = one.number(2) if sort == "more" else 0
            self._pump.take(sort, one.number(1), granted, one.piece)
        elif sort == "bye":
            raise OSError(0, f"the service says: {one.word(1)}")
        elif sort != "pong":
            taken = self._waiting.pop(one.number(1), None)
            if taken is None:
                raise Malformed(f"an answer to nothing: {sort}")
            if sort != "gone":
                try:
                    taken(one)
                except BaseException:
                    self._waiting[one.number(1)] = taken  # an answer that cannot be read is none: it hears of the loss, as all do
                    raise

    def _write(self, selector: selectors.BaseSelector) -> None:
        with self._lock:
            while self._outgoing:
                packed = self._outgoing[0]
                try:
                    sent = self._end.send(packed)
                except BlockingIOError:
                    break
                if sent < len(packed):
                    self._outgoing[0] = packed[sent:]
                else:
                    self._outgoing.popleft()
            wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if self._outgoing else 0)
        if selector.get_key(self._end).events != wanted:
            selector.modify(self._end, wanted)

    def _lose(self, reason: str) -> None:
        with self._lock:
            self.loss = self.loss or reason
            waiting, self._waiting = list(self._waiting.values()), {}
            watching, self._watches = list(self._watches.values()), {}
            self._outgoing.clear()
        for one in (self._end, self._wake_end, self._waking_end):
            one.close()
        while self._descriptors:
            os.close(self._descriptors.popleft())
        if self._program is not None:
            atexit.unregister(self.close)
            self._program.kill()
            self._program.wait()
        for taken in (*waiting, *watching):
            taken(None)


def connect_unix(address: str, path: str, version: str) -> Line:
    """Connect to the service that listens at a Unix socket.

    Args:
        address: as errors name it.
        path: of the socket.
        version: this library's version.

    Raises:
        ConnectionRefused: there is none, or none that may be spoken to.

    Blocks:
        Until the service has greeted, at most 10 s.
    """
    family = getattr(socket, "AF_UNIX", None)
    if family is None or not hasattr(socket, "CMSG_SPACE"):
        raise ConnectionRefused("programs on Windows cannot connect to a Unix socket with this Python")
    end = socket.socket(family, socket.SOCK_STREAM)
    try:
        end.settimeout(GREETING_S)
        end.connect(path)
    except OSError as error:
        end.close()
        raise ConnectionRefused(error.strerror or str(error)) from error
    user = peer_user(end)
    if user not in {None, 0, os.getuid()}:
        end.close()
        raise ConnectionRefused(f"it belongs to another user, {user}")
    return Line(end, address, version)
