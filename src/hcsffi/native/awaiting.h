/* What a loop awaits of an operation, made in C; see awaiting.c for the mechanism. */
#ifndef HCSFFI_AWAITING_H
#define HCSFFI_AWAITING_H

/* Put the type `Pump` and the functions `resuming` and `columns` into a dictionary of Python, whose address is given, as is that of its
 * interpreter's sys.modules.
 * threads: any that runs Python; GIL: taken here; errors: 0 when the types cannot be made, or when another interpreter of this process than
 * the asking one would get them. */
int hcsffi_awaiting_install(void *dictionary, void *modules);
#endif
