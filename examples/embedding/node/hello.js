// Runs one command in a compute system of its own, from its creation to its exit, by koffi: no Python is involved.
//
//   npm install && HCSFFI_HOST=$(hcsffi embedded --path) node hello.js
"use strict";

const fs = require("node:fs");
const koffi = require("koffi");

const host = koffi.load(process.env.HCSFFI_HOST);
// Documents are freed by whoever reads them: koffi does, with the function that is named here.
const text = koffi.disposable("HcsText", "str16", host.func("void hcsffi_local_free(void *memory)"));
const started = koffi.struct("HCS_PROCESS_INFORMATION", {
  ProcessId: "uint32_t", Reserved: "uint32_t", StdInput: "intptr_t", StdOutput: "intptr_t", StdError: "intptr_t",
});
const handle = koffi.out(koffi.pointer("void *"));
const document = koffi.out(koffi.pointer(text));

const createOperation = host.func("HcsCreateOperation", "void *", ["void *", "void *"]);
const closeOperation = host.func("HcsCloseOperation", "void", ["void *"]);
const waitForOperation = host.func("HcsWaitForOperationResult", "int32_t", ["void *", "uint32_t", document]);
const waitForStart = host.func("HcsWaitForOperationResultAndProcessInfo", "int32_t",
  ["void *", "uint32_t", koffi.out(koffi.pointer(started)), document]);
const createSystem = host.func("HcsCreateComputeSystem", "int32_t", ["str16", "str16", "void *", "void *", handle]);
const startSystem = host.func("HcsStartComputeSystem", "int32_t", ["void *", "void *", "str16"]);
const closeSystem = host.func("HcsCloseComputeSystem", "void", ["void *"]);
const createProcess = host.func("HcsCreateProcess", "int32_t", ["void *", "str16", "void *", "void *", handle]);
const waitForExit = host.func("HcsWaitForProcessExit", "int32_t", ["void *", "uint32_t", document]);
const closeProcess = host.func("HcsCloseProcess", "void", ["void *"]);

const SYSTEM = {
  Owner: "node", SchemaVersion: { Major: 2, Minor: 1 }, ShouldTerminateOnLastHandleClosed: true,
  Container: { GuestOs: { HostName: "example" } },
};
const COMMAND = { CommandArgs: ["sh", "-c", "echo hello from $HOSTNAME; exit 7"], CreateStdOutPipe: true };

// What blocks runs on another thread, closing too: a close waits for callbacks that are running.
const elsewhere = (call, ...given) =>
  new Promise((resolve, reject) => call.async(...given, (error, result) => (error ? reject(error) : resolve(result))));

// Makes a call with an operation of its own and waits for its answer; `started` is for calls that start a process.
async function finish(name, call, started) {
  const operation = createOperation(null, null);
  const answer = [null];
  let result = call(operation);
  if (result >= 0 && started) result = await elsewhere(waitForStart, operation, 30000, started, answer);
  else if (result >= 0) result = await elsewhere(waitForOperation, operation, 30000, answer);
  await elsewhere(closeOperation, operation);
  if (result < 0) throw new Error(`${name}: 0x${(result >>> 0).toString(16)} ${answer[0]}`);
}

async function main() {
  const system = [null], program = [null], status = [null];
  await finish("HcsCreateComputeSystem", (operation) => createSystem("hello-node", JSON.stringify(SYSTEM), operation, null, system));
  await finish("HcsStartComputeSystem", (operation) => startSystem(system[0], operation, null));
  const streams = {};
  await finish("HcsCreateProcess", (operation) =>
    createProcess(system[0], JSON.stringify(COMMAND), operation, null, program), streams);
  // A stream is a file descriptor, and ours to close: the stream does.
  for await (const piece of fs.createReadStream(null, { fd: Number(streams.StdOutput) })) process.stdout.write(piece);
  await elsewhere(waitForExit, program[0], 30000, status);
  console.log(`exit: ${status[0]}`);
  await elsewhere(closeProcess, program[0]);
  await elsewhere(closeSystem, system[0]); // the last handle: its document says that the system ends with it
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
