// Runs one command in a compute system of its own, from its creation to its exit, by cgo: no Python is involved.
//
//	PKG_CONFIG_PATH=$(dirname $(hcsffi embedded --path)) go run .
package main

/*
#cgo pkg-config: hcsffi
#cgo CFLAGS: -std=c11
#include <hcsffi.h>
*/
import "C"

import (
	"fmt"
	"io"
	"os"
	"unicode/utf16"
	"unsafe"
)

const (
	system = `{"Owner":"go","SchemaVersion":{"Major":2,"Minor":1},"ShouldTerminateOnLastHandleClosed":true,
		"Container":{"GuestOs":{"HostName":"example"}}}`
	command = `{"CommandArgs":["sh","-c","echo hello from $HOSTNAME; exit 7"],"CreateStdOutPipe":true}`
)

// wide gives a text as UTF-16 with its zero; the call it is for has to keep it alive, which an argument does.
func wide(text string) *C.WCHAR {
	units := append(utf16.Encode([]rune(text)), 0)
	return (*C.WCHAR)(unsafe.Pointer(&units[0]))
}

// take reads and frees a document that a function handed out.
func take(document C.PWSTR) string {
	defer C.hcsffi_local_free(unsafe.Pointer(document))
	var units []uint16
	for at := unsafe.Pointer(document); at != nil && *(*uint16)(at) != 0; at = unsafe.Add(at, 2) {
		units = append(units, *(*uint16)(at))
	}
	return string(utf16.Decode(units))
}

// finish makes a call with an operation of its own and waits for its answer; started is for calls that start a process.
func finish(function string, started *C.HCS_PROCESS_INFORMATION, call func(C.HCS_OPERATION) C.HRESULT) {
	operation := C.HcsCreateOperation(nil, nil)
	defer C.HcsCloseOperation(operation)
	var document C.PWSTR
	result := call(operation)
	if result >= 0 && started != nil {
		result = C.HcsWaitForOperationResultAndProcessInfo(operation, 30000, started, &document)
	} else if result >= 0 {
		result = C.HcsWaitForOperationResult(operation, 30000, &document)
	}
	if text := take(document); result < 0 {
		panic(fmt.Sprintf("%s: 0x%08X %s", function, uint32(result), text))
	}
}

func main() {
	var made C.HCS_SYSTEM
	finish("HcsCreateComputeSystem", nil, func(operation C.HCS_OPERATION) C.HRESULT {
		return C.HcsCreateComputeSystem(wide("hello-go"), wide(system), operation, nil, &made)
	})
	defer C.HcsCloseComputeSystem(made) // the last handle: its document says that the system ends with it
	finish("HcsStartComputeSystem", nil, func(operation C.HCS_OPERATION) C.HRESULT {
		return C.HcsStartComputeSystem(made, operation, nil)
	})
	var process C.HCS_PROCESS
	var started C.HCS_PROCESS_INFORMATION
	finish("HcsCreateProcess", &started, func(operation C.HCS_OPERATION) C.HRESULT {
		return C.HcsCreateProcess(made, wide(command), operation, nil, &process)
	})
	defer C.HcsCloseProcess(process)
	output := os.NewFile(uintptr(started.StdOutput), "stdout") // a descriptor, and ours to close
	io.Copy(os.Stdout, output)
	output.Close()
	var status C.PWSTR
	if result := C.HcsWaitForProcessExit(process, 30000, &status); result < 0 {
		panic(fmt.Sprintf("HcsWaitForProcessExit: 0x%08X", uint32(result)))
	}
	fmt.Println("exit:", take(status))
}
