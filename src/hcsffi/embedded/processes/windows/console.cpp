/* Pseudo consoles. A console host, conhost.exe, stands between the process and two pipes: it draws what the
 * process does to its console as text and control sequences, and reads keys the same way. What has to be
 * kept in mind, by the documentation of CreatePseudoConsole and its sisters unless said otherwise:
 *
 * - The process's ends of the pipes must be synchronous (ours need not be), and must be closed here once the console is made: the
 *   console host has duplicates, and the reader of its output would never come to an end.
 * - The process gets its standard handles from the console only where it was given none. Without
 *   STARTF_USESTDHANDLES and three NULLs Windows duplicates redirected streams of the client into it, whatever
 *   is said about inheritance (microsoft/terminal issues 4585 and 11276), and its output goes there.
 * - ClosePseudoConsole sends CTRL_CLOSE_EVENT to whoever is still attached. Before build 26100 it returns
 *   when they are gone and the output has been read or its reader closed, so it never runs on a thread that
 *   others wait for. It is what ends the output, so it comes with the end of the process, not with that of
 *   the handle; descendants that stayed lose their console, as behind a terminal that is closed.
 * - Of the flags, PSEUDOCONSOLE_INHERIT_CURSOR makes the console host ask for the cursor and wait until it is told; nobody here would.
 *   Newer console hosts ask what the terminal is (ESC [ c) at their start, and some wait up to three seconds for an answer
 *   (microsoft/terminal pull request 20536): who reads the output is the terminal, and may answer at the input.
 *
 * Wine 8 has all of it but two things, by its kernelbase: ResizePseudoConsole is E_NOTIMPL, and the
 * process is attached to the console with its three standard handles left NULL, so that only what opens
 * CONIN$ and CONOUT$ finds it. Its ClosePseudoConsole waits for the console host in every case.
 */
#ifdef _WIN32
#include "processes/windows/tree.h"

namespace hcsffi {

namespace {

using CreateFunction = HRESULT(WINAPI*)(COORD, HANDLE, HANDLE, DWORD, void**);
using ResizeFunction = HRESULT(WINAPI*)(void*, COORD);
using CloseFunction = void(WINAPI*)(void*);

// The three functions came together, so they are used together or not at all.
struct ConsoleFunctions {
    CreateFunction create = nullptr;
    ResizeFunction resize = nullptr;
    CloseFunction close = nullptr;
    bool present() const { return create && resize && close; }
};

template <typename Function>
Function entry_point(HMODULE library, const char* name) {
    return reinterpret_cast<Function>(reinterpret_cast<void*>(GetProcAddress(library, name)));
}

const ConsoleFunctions& console_functions() {
    static const ConsoleFunctions functions = [] {
        const HMODULE library = GetModuleHandleW(L"kernel32.dll");
        ConsoleFunctions found;
        found.create = entry_point<CreateFunction>(library, "CreatePseudoConsole");
        found.resize = entry_point<ResizeFunction>(library, "ResizePseudoConsole");
        found.close = entry_point<CloseFunction>(library, "ClosePseudoConsole");
        return found;
    }();
    return functions;
}

COORD native_size(ConsoleSize size) {
    COORD native = {};
    native.X = static_cast<SHORT>(size.columns);
    native.Y = static_cast<SHORT>(size.rows);
    return native;
}

bool fits(ConsoleSize size) { return size.rows > 0 && size.columns > 0 && size.rows <= 0x7FFF && size.columns <= 0x7FFF; }

}  // namespace

SpawnOutcome PseudoConsole::open(ConsoleSize size, UniqueFd read_end, UniqueFd write_end, const UniqueFd& input,
                                 std::shared_ptr<PseudoConsole>* console) {
    if (!console_functions().present())
        return refusal(SpawnReason::not_supported, "this Windows has no pseudo consoles (1809 is the first that does)");
    if (!fits(size)) return refusal(SpawnReason::bad_argument, "a console has between 1 and 32767 rows and columns");
    auto made = std::make_shared<PseudoConsole>();
    if (SpawnOutcome copied = duplicate_handle(input, &made->typing_); !copied.ok()) return copied;
    void* native = nullptr;
    const HRESULT result = console_functions().create(native_size(size), native_handle(read_end), native_handle(write_end), 0, &native);
    if (FAILED(result)) return refusal(SpawnReason::broken, "making a pseudo console failed", static_cast<DWORD>(result));
    made->console_ = native;
    *console = std::move(made);
    return {};
}

PseudoConsole::~PseudoConsole() { close(); }

void PseudoConsole::close() {
    void* console = nullptr;
    {
        const std::scoped_lock lock(mutex_);
        console = std::exchange(console_, nullptr);
        typing_.reset();
    }
    if (console) console_functions().close(console);
}

SpawnOutcome PseudoConsole::resize(ConsoleSize size) {
    if (!fits(size)) return refusal(SpawnReason::bad_argument, "a console has between 1 and 32767 rows and columns");
    const std::scoped_lock lock(mutex_);
    if (!console_) return refusal(SpawnReason::process_gone, "the console has been closed");
    const HRESULT result = console_functions().resize(console_, native_size(size));
    if (SUCCEEDED(result)) return {};
    const SpawnReason reason = result == E_NOTIMPL ? SpawnReason::not_supported : SpawnReason::broken;  // Wine 8 does not do it
    return refusal(reason, "resizing the console failed", static_cast<DWORD>(result));
}

SpawnOutcome PseudoConsole::type_end_of_input() {
    const std::scoped_lock lock(mutex_);
    if (!typing_) return refusal(SpawnReason::process_gone, "the console has been closed");
    return write_aside(typing_, "\x1a\r");  // a line that starts with Ctrl-Z ends a program's input; the return key hands it over
}

void PseudoConsole::close_later(std::shared_ptr<PseudoConsole> console) {
    auto* kept = new std::shared_ptr<PseudoConsole>(std::move(console));
    const auto closing = [](PTP_CALLBACK_INSTANCE instance, void* context) {
        CallbackMayRunLong(instance);
        const std::unique_ptr<std::shared_ptr<PseudoConsole>> owned(static_cast<std::shared_ptr<PseudoConsole>*>(context));
        (*owned)->close();
    };
    if (!TrySubmitThreadpoolCallback(closing, kept, nullptr)) {
        (*kept)->close();
        delete kept;
    }
}

}  // namespace hcsffi
#endif
