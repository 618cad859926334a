//go:build windows

// A client that knows nothing of hcsffi: hcsshim's own packages, as they are released, drive whatever computenetwork.dll and
// computestorage.dll lie in System32.
//
// It prints a line for every step it has taken and looked at; steps.txt beside it has them all. The first thing that is not as hcsshim's
// callers rely on it ends the program, with what it was and with status 1.
package main

import (
	"fmt"
	"os"

	"github.com/sirupsen/logrus"
)

// said tells that a step was taken and that what it should have done was there.
func said(format string, arguments ...any) { fmt.Printf(format+"\n", arguments...) }

// fail ends the program.
func fail(format string, arguments ...any) {
	fmt.Printf("failed: "+format+"\n", arguments...)
	os.Exit(1)
}

// done fails with the error of a call.
func done(what string, err error) {
	if err != nil {
		fail("%s: %v", what, err)
	}
}

// answer is what a call returned, which must be no error.
func answer[T any](value T, err error) T {
	if err != nil {
		fail("a call that answers %T: %v", value, err)
	}
	return value
}

// expect compares; the values are printed where they differ.
func expect[T comparable](what string, expected, actual T) {
	if expected != actual {
		fail("%s: %v and not %v", what, actual, expected)
	}
}

func main() {
	logrus.SetLevel(logrus.WarnLevel) // hcsshim tells on stderr which features it has found
	networkLife()
	storageLife()
	said("all steps taken")
}
