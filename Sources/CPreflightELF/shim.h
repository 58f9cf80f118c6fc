// libelf (elfutils): the generic interface, and with it the constants of <elf.h>.
#include <libelf.h>
#include <gelf.h>
