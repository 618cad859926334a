# The compiled cffi module: `lib` holds every function of hcs_cdef.h and of the shim's headers; their C prototypes are its types.
from typing import Any

ffi: Any
lib: Any
