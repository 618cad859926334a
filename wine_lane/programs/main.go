// The programs that tests run inside compute systems, for Windows: sh and the few it is used with. The shell is mvdan.cc/sh, which is packaged
// by Debian; this file gives it traps for signals, and is each program by the name it was started with.
//
// A trap runs before the next command after its signal, as POSIX has it. Windows delivers Ctrl-C and Ctrl-Break as an interrupt, and closing, logging off
// and shutting down as a termination.
package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
	"unsafe"

	"mvdan.cc/sh/v3/interp"
	"mvdan.cc/sh/v3/syntax"
)

var programs = map[string]func([]string) int{
	"sh": shell, "cat": cat, "wc": wc, "sleep": sleep, "env": environment, "seq": seq, "head": head, "yes": yes,
	"taskkill": taskkill, "true": builtin, "false": builtin, "printf": builtin, "echo": builtin, "pwd": builtin, "test": builtin,
}

// A process of a pseudo console is attached to it by Windows and gets its handles as standard streams. Wine 8 attaches it, too, but leaves
// the three NULL: what the console is asked for by its names is there.
func openConsole() {
	streams := []struct {
		number int
		stream **os.File
		name   string
	}{{syscall.STD_INPUT_HANDLE, &os.Stdin, "CONIN$"}, {syscall.STD_OUTPUT_HANDLE, &os.Stdout, "CONOUT$"}, {syscall.STD_ERROR_HANDLE, &os.Stderr, "CONOUT$"}}
	for _, each := range streams {
		if handle, err := syscall.GetStdHandle(each.number); err == nil && handle != 0 {
			continue
		}
		if opened, err := os.OpenFile(each.name, os.O_RDWR, 0); err == nil {
			*each.stream = opened
		}
	}
}

func main() {
	openConsole()
	name := strings.ToLower(strings.TrimSuffix(filepath.Base(os.Args[0]), filepath.Ext(os.Args[0])))
	program, known := programs[name]
	if !known {
		fmt.Fprintf(os.Stderr, "%s: no such program\n", name)
		os.Exit(127)
	}
	os.Exit(program(append([]string{name}, os.Args[1:]...)))
}

func fail(name string, err error) int {
	fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
	return 1
}

// Signals by the number and names that scripts use.
var numbers = map[string]os.Signal{
	"2": os.Interrupt, "INT": os.Interrupt, "SIGINT": os.Interrupt,
	"15": syscall.SIGTERM, "TERM": syscall.SIGTERM, "SIGTERM": syscall.SIGTERM,
	"1": syscall.SIGTERM, "HUP": syscall.SIGTERM, "SIGHUP": syscall.SIGTERM,
}

type traps struct {
	mutex   sync.Mutex
	scripts map[os.Signal]string
	pending []os.Signal
	arrived chan os.Signal

	answered bool // a trap's script has been put in front of a command
}

func (t *traps) set(script string, names []string) bool {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	for _, name := range names {
		number, known := numbers[name]
		if !known {
			return false
		}
		t.scripts[number] = script
		signal.Notify(t.arrived, number)
	}
	return true
}

func (t *traps) collect() {
	for number := range t.arrived {
		t.mutex.Lock()
		if t.scripts[number] != "" {
			t.pending = append(t.pending, number)
		}
		t.mutex.Unlock()
	}
}

// The script of a signal that has come and was not answered yet.
func (t *traps) next() string {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if len(t.pending) == 0 {
		return ""
	}
	number := t.pending[0]
	t.pending = t.pending[1:]
	return t.scripts[number]
}

// Looks at every command before it runs: takes over traps for signals, and puts the script of a pending one in front.
func (t *traps) call(_ context.Context, arguments []string) ([]string, error) {
	if len(arguments) > 2 && arguments[0] == "trap" && t.set(arguments[1], arguments[2:]) {
		return []string{"true"}, nil
	}
	if len(arguments) > 1 && arguments[0] == "echo" && !strings.HasPrefix(arguments[1], "-") {
		arguments = []string{"printf", "%s\\n", strings.Join(arguments[1:], " ")} // one write, as every other shell does it
	}
	if t.answered && arguments[0] == "exit" && len(arguments) == 2 {
		if status, err := strconv.Atoi(arguments[1]); err == nil {
			os.Exit(status) // the interpreter forgets the status of an exit inside eval inside a loop
		}
	}
	script := t.next()
	if script == "" {
		return arguments, nil
	}
	t.answered = true
	words := make([]string, len(arguments))
	for i, argument := range arguments {
		word, err := syntax.Quote(argument, syntax.LangBash)
		if err != nil {
			return nil, err
		}
		words[i] = word
	}
	return []string{"eval", script + "\n" + strings.Join(words, " ")}, nil
}

func interpret(name, script string, parameters ...string) int {
	parsed, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(script), name)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	signals := &traps{scripts: map[os.Signal]string{}, arrived: make(chan os.Signal, 8)}
	go signals.collect()
	runner, err := interp.New(interp.StdIO(os.Stdin, os.Stdout, os.Stderr), interp.Params(append([]string{"--"}, parameters...)...), interp.CallHandler(signals.call))
	if err != nil {
		return fail(name, err)
	}
	err = runner.Run(context.Background(), parsed)
	if status, exited := interp.IsExitStatus(err); exited {
		return int(status)
	}
	if err != nil {
		return fail(name, err)
	}
	return 0
}

func shell(arguments []string) int {
	if len(arguments) > 2 && arguments[1] == "-c" {
		return interpret("sh", arguments[2], arguments[min(4, len(arguments)):]...)
	}
	var script []byte
	var err error
	if len(arguments) > 1 {
		script, err = os.ReadFile(arguments[1])
	} else {
		script, err = io.ReadAll(os.Stdin)
	}
	if err != nil {
		return fail("sh", err)
	}
	return interpret("sh", string(script), arguments[min(2, len(arguments)):]...)
}

func min(left, right int) int {
	if left < right {
		return left
	}
	return right
}

func builtin(arguments []string) int { return interpret(arguments[0], arguments[0]+` "$@"`, arguments[1:]...) }

func cat(arguments []string) int {
	if len(arguments) == 1 {
		arguments = append(arguments, "-")
	}
	for _, name := range arguments[1:] {
		input := os.Stdin
		if name != "-" {
			opened, err := os.Open(name)
			if err != nil {
				return fail("cat", err)
			}
			defer opened.Close()
			input = opened
		}
		if _, err := io.CopyBuffer(struct{ io.Writer }{os.Stdout}, struct{ io.Reader }{input}, make([]byte, 1<<16)); err != nil {
			return fail("cat", err)
		}
	}
	return 0
}

func wc(arguments []string) int {
	input, err := io.ReadAll(os.Stdin)
	if err != nil {
		return fail("wc", err)
	}
	if len(arguments) > 1 && arguments[1] == "-l" {
		fmt.Println(bytes.Count(input, []byte("\n")))
	} else {
		fmt.Println(len(input))
	}
	return 0
}

func sleep(arguments []string) int {
	seconds, err := strconv.ParseFloat(arguments[1], 64)
	if err != nil {
		return fail("sleep", err)
	}
	time.Sleep(time.Duration(seconds * float64(time.Second)))
	return 0
}

func environment([]string) int {
	for _, row := range os.Environ() {
		fmt.Println(row)
	}
	return 0
}

func seq(arguments []string) int {
	bounds := []int{1, 1}
	for i, word := range arguments[1:] {
		number, err := strconv.Atoi(word)
		if err != nil {
			return fail("seq", err)
		}
		if len(arguments) == 2 {
			i = 1
		}
		bounds[i] = number
	}
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	for number := bounds[0]; number <= bounds[1]; number++ {
		fmt.Fprintln(output, number)
	}
	return 0
}

// head -c COUNT [FILE]
func head(arguments []string) int {
	if len(arguments) < 3 || arguments[1] != "-c" {
		return fail("head", fmt.Errorf("only -c COUNT [FILE] is known"))
	}
	count, err := strconv.ParseInt(arguments[2], 10, 64)
	if err != nil {
		return fail("head", err)
	}
	var input io.Reader = os.Stdin
	if len(arguments) > 3 && arguments[3] == "/dev/zero" {
		input = zeros{}
	}
	if _, err := io.CopyN(struct{ io.Writer }{os.Stdout}, input, count); err != nil && err != io.EOF {
		return fail("head", err)
	}
	return 0
}

type zeros struct{}

func (zeros) Read(room []byte) (int, error) {
	for i := range room {
		room[i] = 0
	}
	return len(room), nil
}

func yes(arguments []string) int {
	word := "y\n"
	if len(arguments) > 1 {
		word = arguments[1] + "\n"
	}
	block := []byte(strings.Repeat(word, 4096))
	for {
		if _, err := os.Stdout.Write(block); err != nil {
			return 1
		}
	}
}

// What `taskkill /T /F /PID number` of Windows does: it ends a process and whoever has it as a parent, and so on. Wine's knows no /T.
func taskkill(arguments []string) int {
	asked := strings.ToUpper(strings.Join(arguments[1:], " "))
	root, err := strconv.ParseUint(strings.TrimPrefix(asked, "/T /F /PID "), 10, 32)
	if err != nil {
		return fail("taskkill", err)
	}
	children, err := processesByParent()
	if err != nil {
		return fail("taskkill", err)
	}
	for waiting := []uint32{uint32(root)}; len(waiting) > 0; waiting = waiting[1:] {
		waiting = append(waiting, children[waiting[0]]...)
		if err := terminate(waiting[0]); err != nil {
			return fail("taskkill", err)
		}
	}
	return 0
}

func processesByParent() (map[uint32][]uint32, error) {
	snapshot, err := syscall.CreateToolhelp32Snapshot(syscall.TH32CS_SNAPPROCESS, 0)
	if err != nil {
		return nil, err
	}
	defer syscall.CloseHandle(snapshot)
	found := map[uint32][]uint32{}
	entry := syscall.ProcessEntry32{}
	entry.Size = uint32(unsafe.Sizeof(entry))
	for err = syscall.Process32First(snapshot, &entry); err == nil; err = syscall.Process32Next(snapshot, &entry) {
		found[entry.ParentProcessID] = append(found[entry.ParentProcessID], entry.ProcessID)
	}
	return found, nil
}

func terminate(process uint32) error {
	handle, err := syscall.OpenProcess(syscall.PROCESS_TERMINATE, false, process)
	if err != nil {
		return err
	}
	defer syscall.CloseHandle(handle)
	return syscall.TerminateProcess(handle, 1)
}
