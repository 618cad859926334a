//! Runs one command in a compute system of its own, from its creation to its exit, by libloading: no Python is involved.
//!
//!     HCSFFI_HOST=$(hcsffi embedded --path) cargo run

use libloading::{Library, Symbol};
use std::{env, ffi::c_void, fs::File, io, os::fd::FromRawFd, ptr::null_mut};

type Handle = *mut c_void;

const SYSTEM: &str = r#"{"Owner":"rust","SchemaVersion":{"Major":2,"Minor":1},"ShouldTerminateOnLastHandleClosed":true,
    "Container":{"GuestOs":{"HostName":"example"}}}"#;
const COMMAND: &str = r#"{"CommandArgs":["sh","-c","echo hello from $HOSTNAME; exit 7"],"CreateStdOutPipe":true}"#;

/// HCS_PROCESS_INFORMATION.
#[repr(C)]
struct Started {
    process_id: u32,
    reserved: u32,
    input: Handle,
    output: Handle,
    error: Handle,
}

/// A text as UTF-16 with its zero.
fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

struct Host(Library);

impl Host {
    /// # Safety
    /// The type has to be that of the function in hcsffi.h.
    unsafe fn function<T>(&self, name: &str) -> Symbol<'_, T> {
        self.0.get(name.as_bytes()).expect(name)
    }

    /// Reads and frees a document that a function handed out.
    fn take(&self, document: *mut u16) -> String {
        let mut units = Vec::new();
        unsafe {
            let mut at = document;
            while !at.is_null() && *at != 0 {
                units.push(*at);
                at = at.add(1);
            }
            self.function::<unsafe extern "C" fn(*mut u16)>("hcsffi_local_free")(document);
        }
        String::from_utf16_lossy(&units)
    }

    /// Makes a call with an operation of its own and waits for its answer; `started` is for calls that start a process.
    fn finish(&self, name: &str, started: Option<&mut Started>, call: impl FnOnce(Handle) -> i32) {
        let mut document = null_mut();
        unsafe {
            let create = self.function::<unsafe extern "C" fn(Handle, Handle) -> Handle>("HcsCreateOperation");
            let wait = self.function::<unsafe extern "C" fn(Handle, u32, *mut *mut u16) -> i32>("HcsWaitForOperationResult");
            let wait_for_process = self.function::<unsafe extern "C" fn(Handle, u32, *mut Started, *mut *mut u16) -> i32>(
                "HcsWaitForOperationResultAndProcessInfo",
            );
            let operation = create(null_mut(), null_mut());
            let mut result = call(operation);
            if result >= 0 {
                result = match started {
                    Some(process) => wait_for_process(operation, 30000, process, &mut document),
                    None => wait(operation, 30000, &mut document),
                };
            }
            self.function::<unsafe extern "C" fn(Handle)>("HcsCloseOperation")(operation);
            let text = self.take(document);
            assert!(result >= 0, "{name}: {result:#010X} {text}");
        }
    }
}

fn main() -> io::Result<()> {
    let path = env::var("HCSFFI_HOST").expect("HCSFFI_HOST names the library: hcsffi embedded --path");
    let host = Host(unsafe { Library::new(path) }.expect("the library loads"));
    let (mut system, mut process, mut status) = (null_mut(), null_mut(), null_mut());
    type Create = unsafe extern "C" fn(*const u16, *const u16, Handle, Handle, *mut Handle) -> i32;
    type Start = unsafe extern "C" fn(Handle, Handle, *const u16) -> i32;
    type Run = unsafe extern "C" fn(Handle, *const u16, Handle, Handle, *mut Handle) -> i32;
    type Close = unsafe extern "C" fn(Handle);
    let (id, document, command) = (wide("hello-rust"), wide(SYSTEM), wide(COMMAND));
    unsafe {
        let create = host.function::<Create>("HcsCreateComputeSystem");
        let start = host.function::<Start>("HcsStartComputeSystem");
        let run = host.function::<Run>("HcsCreateProcess");
        let wait = host.function::<unsafe extern "C" fn(Handle, u32, *mut *mut u16) -> i32>("HcsWaitForProcessExit");
        host.finish("HcsCreateComputeSystem", None, |operation| create(id.as_ptr(), document.as_ptr(), operation, null_mut(), &mut system));
        host.finish("HcsStartComputeSystem", None, |operation| start(system, operation, std::ptr::null()));
        let mut started = Started { process_id: 0, reserved: 0, input: null_mut(), output: null_mut(), error: null_mut() };
        host.finish("HcsCreateProcess", Some(&mut started), |operation| run(system, command.as_ptr(), operation, null_mut(), &mut process));
        // A stream is a file descriptor, and ours to close.
        io::copy(&mut File::from_raw_fd(started.output as i32), &mut io::stdout())?;
        assert!(wait(process, 30000, &mut status) >= 0, "HcsWaitForProcessExit");
        println!("exit: {}", host.take(status));
        host.function::<Close>("HcsCloseProcess")(process);
        host.function::<Close>("HcsCloseComputeSystem")(system); // the last handle: its document says that the system ends with it
    }
    Ok(())
}
