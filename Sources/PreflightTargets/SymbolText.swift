// swift-format-ignore-file
// Which symbol@node the libraries of glibc define, and since when: the symbol history, embedded as text.
//
// Made by ci/targets/update-symbols from Debian's libc6 packages (`--check` only compares); never edited by hand. It is read
// when a question about a symbol is asked, and then only the names are looked through (SymbolHistory.swift).
//
// LINES   Words are separated by single blanks.
//
//   preflight-symbols 1                    the version of this format; always the first line
//   library LETTER SONAME                  the letter of a library below; `l` is the dynamic loader
//   architecture LETTER NAME LOADER BASE RELEASE...
//                                          what `uname -m` says, the soname of the loader, the first node of the architecture
//                                          and the glibc releases that were read
//   source LETTER VERSION...               the versions of the packages that were read
//   = [O] [LETTERS/LIST]... [LIST]         opens a group of symbols with one history. `O`: data objects, not functions. LIST
//                                          is that of the architectures LETTERS; the one without is for all others.
//    SYMBOL...                             a line that begins with a blank has symbols of the group
//
// LIST   `-` (no such symbol), or NODE=STATES joined by commas, ascending. NODE stands for GLIBC_NODE, but GCC_3.0 for itself.
//        A node below the architecture's base stands for the base (`2.0` is GLIBC_2.17 on aarch64), and of several that come to
//        stand for the same node the last counts, as in glibc's own Versions files. The symbol exists with a node in every
//        release from that node's number on.
// STATES The letters of the libraries that define it. Then, for each change: `>FROM:` or `>FROM-TO:` and the new letters: the change
//        came with release FROM, or with one of FROM to TO. A capital letter is a definition that is not the default although no
//        newer node is there (for compatibility alone): an unversioned reference does not find it, unless the node is the library's
//        first. `+` marks the default where a newer node exists; else the newest node of a release is the default.
//
// What is left out: GLIBC_PRIVATE, markers (GLIBC_ABI_*), and the placeholders in the remains of merged libraries.

let symbolText: StaticString = #"""
preflight-symbols 1
library c libc.so.6
library m libm.so.6
library p libpthread.so.0
library d libdl.so.2
library r librt.so.1
library u libutil.so.1
library a libanl.so.1
library s libresolv.so.2
library n libnsl.so.1
library v libmvec.so.1
library t libthread_db.so.1
library b libBrokenLocale.so.1
library g libc_malloc_debug.so.0
architecture x x86_64 ld-linux-x86-64.so.2 2.2.5 2.31 2.36 2.41 2.43 2.44
source x 2.31-13+deb11u14 2.36-9+deb12u14 2.41-12+deb13u4 2.43-7 2.44-3
architecture a aarch64 ld-linux-aarch64.so.1 2.17 2.31 2.36 2.41 2.43 2.44
source a 2.31-13+deb11u11 2.36-9+deb12u14 2.41-12+deb13u4 2.43-7 2.44-3
architecture i i686 ld-linux.so.2 2.0 2.31 2.36 2.41 2.43 2.44
source i 2.31-13+deb11u11 2.36-9+deb12u14 2.41-12+deb13u4 2.43-7 2.44-3
architecture h armv7l ld-linux-armhf.so.3 2.4 2.31 2.36 2.41 2.43 2.44
source h 2.31-13+deb11u11 2.36-9+deb12u14 2.41-12+deb13u4 2.43-7 2.44-3
architecture p ppc64le ld64.so.2 2.17 2.36 2.41 2.43 2.44
source p 2.36-9+deb12u14 2.41-12+deb13u4 2.43-7 2.44-3
architecture s s390x ld64.so.1 2.2 2.36 2.41 2.43 2.44
source s 2.36-9+deb12u14 2.41-12+deb13u4 2.43-7 2.44-3
architecture r riscv64 ld-linux-riscv64-lp64d.so.1 2.27 2.41 2.43 2.44
source r 2.41-12+deb13u4 2.43-7 2.44-1
architecture l loongarch64 ld-linux-loongarch-lp64d.so.1 2.36 2.43 2.44
source l 2.43-7 2.44-3
architecture e armv5tel ld-linux.so.3 2.4 2.36 2.41
source e 2.36-9+deb12u14 2.41-12+deb13u4
architecture m mips64el ld.so.1 2.0 2.36
source m 2.36-9+deb12u14
architecture n mipsel ld.so.1 2.0 2.36
source n 2.36-9+deb12u14
= 2.0=c
 _IO_adjust_column _IO_default_doallocate _IO_default_finish _IO_default_pbackfail _IO_default_uflow
 _IO_default_xsgetn _IO_default_xsputn _IO_doallocbuf _IO_feof _IO_ferror _IO_fflush _IO_fgets _IO_file_close
 _IO_file_doallocate _IO_file_open _IO_file_read _IO_file_seek _IO_file_stat _IO_flush_all _IO_flush_all_linebuffered
 _IO_fputs _IO_fread _IO_free_backup_area _IO_ftell _IO_fwrite _IO_getc _IO_getline _IO_gets _IO_init _IO_init_marker
 _IO_link_in _IO_marker_delta _IO_marker_difference _IO_padn _IO_peekc_locked _IO_putc _IO_puts _IO_remove_marker
 _IO_seekmark _IO_seekoff _IO_seekpos _IO_setb _IO_setbuffer _IO_setvbuf _IO_sgetn _IO_sputbackc _IO_str_init_readonly
 _IO_str_init_static _IO_str_overflow _IO_str_pbackfail _IO_str_seekoff _IO_str_underflow _IO_sungetc
 _IO_switch_to_get_mode _IO_un_link _IO_ungetc _IO_unsave_markers __adjtimex __argz_count __argz_next __argz_stringify
 __assert_fail __assert_perror_fail __bsd_getpgrp __bzero __clone __cmsg_nxthdr __dcgettext __dgettext __dup2 __ffs
 __getdelim __getpagesize __getpgid __getpid __gettimeofday __gmtime_r __isinf __isinff __isnan __isnanf __iswctype
 __libc_calloc __libc_free __libc_init_first __libc_malloc __libc_memalign __libc_pvalloc __libc_realloc __libc_valloc
 __mbrlen __mbrtowc __mempcpy __monstartup __nss_configure_lookup __overflow __pipe __profile_frequency __res_randomid
 __sbrk __sched_get_priority_max __sched_get_priority_min __sched_getparam __sched_getscheduler __sched_setscheduler
 __sched_yield __select __setpgid __sigpause __stpcpy __stpncpy __strcasecmp __strdup __strerror_r __strtod_internal
 __strtof_internal __strtok_r __strtol_internal __strtoll_internal __strtoul_internal __strtoull_internal
 __sysv_signal __uflow __underflow __wait __waitpid __wcstod_internal __wcstof_internal __wcstol_internal
 __wcstoll_internal __wcstoul_internal __wcstoull_internal __xpg_basename _exit _mcleanup _obstack_allocated_p
 _obstack_begin _obstack_begin_1 _obstack_free _obstack_memory_used _obstack_newchunk _tolower _toupper a64l abort abs
 access acct addmntent adjtime adjtimex alarm alphasort argz_add argz_add_sep argz_append argz_count argz_create
 argz_create_sep argz_delete argz_extract argz_insert argz_next argz_replace argz_stringify asctime asctime_r atof
 atoi atol atoll basename bcmp bcopy bind bindresvport bindtextdomain brk bsd_signal bsearch btowc bzero
 canonicalize_file_name catclose catgets catopen cfmakeraw chdir chflags chmod chroot clearenv clearerr
 clearerr_unlocked clock clone closedir closelog confstr creat ctermid ctime ctime_r cuserid daemon dcgettext
 delete_module dgettext difftime dirfd dirname div drand48 drand48_r dup dup2 dysize ecvt ecvt_r endaliasent endfsent
 endgrent endhostent endmntent endnetent endnetgrent endprotoent endpwent endrpcent endservent endspent endttyent
 endusershell endutent envz_add envz_entry envz_get envz_merge envz_remove envz_strip erand48 erand48_r err error
 error_at_line errx ether_aton ether_aton_r ether_hostton ether_line ether_ntoa ether_ntoa_r ether_ntohost euidaccess
 execl execle execlp execv execve execvp exit fchdir fchflags fchmod fchown fcloseall fcvt fcvt_r fdatasync feof
 feof_unlocked ferror ferror_unlocked fexecve fflush fflush_unlocked ffs fgetc fgetgrent fgetgrent_r fgetpwent
 fgetpwent_r fgets fgetspent fgetspent_r fileno fileno_unlocked flock fpathconf fputc fputc_unlocked fputs fread
 freeaddrinfo freopen fseek fstatfs ftell ftime ftok ftruncate fts_children fts_close fts_open fts_read fts_set ftw
 fwrite gcvt get_avphys_pages get_current_dir_name get_nprocs get_nprocs_conf get_phys_pages getaddrinfo
 getaliasbyname getaliasent getc getc_unlocked getchar getchar_unlocked getcwd getdelim getdirentries getdomainname
 getdtablesize getegid getenv geteuid getfsent getfsfile getfsspec getgid getgrent getgrgid getgrnam getgroups
 gethostbyaddr gethostbyname gethostbyname2 gethostent gethostid gethostname getitimer getline getlogin getlogin_r
 getmntent getmntent_r getnetbyaddr getnetbyname getnetent getnetgrent getnetgrent_r getopt getopt_long
 getopt_long_only getpagesize getpass getpeername getpgid getpgrp getpid getppid getpriority getprotobyname
 getprotobynumber getprotoent getpw getpwent getpwnam getpwuid getresgid getresuid getrpcbyname getrpcbynumber
 getrpcent getrusage gets getservbyname getservbyport getservent getsid getsockname getsockopt getspent getspnam
 getsubopt gettext gettimeofday getttyent getttynam getuid getusershell getutent getutent_r getutid getutid_r
 getutline getutline_r getw getwd glob_pattern_p globfree gmtime gmtime_r group_member gsignal gtty hasmntopt hcreate
 hcreate_r hdestroy hdestroy_r herror hsearch hsearch_r hstrerror htonl htons index inet_addr inet_aton inet_lnaof
 inet_makeaddr inet_netof inet_network inet_nsap_addr inet_nsap_ntoa inet_ntoa inet_ntop inet_pton init_module
 initgroups initstate initstate_r innetgr insque ioctl iruserok isalnum isalpha isascii isatty isblank iscntrl isdigit
 isfdtype isgraph isinf isinff islower isnan isnanf isprint ispunct isspace isupper iswalnum iswalpha iswcntrl
 iswctype iswdigit iswgraph iswlower iswprint iswpunct iswspace iswupper iswxdigit isxdigit jrand48 jrand48_r kill
 killpg klogctl l64a labs lchown lckpwdf lcong48 lcong48_r ldiv lfind link listen llabs lldiv localtime localtime_r
 lockf lrand48 lrand48_r lsearch madvise mblen mbrlen mbrtowc mbsinit mbsnrtowcs mbsrtowcs mbstowcs mbtowc memccpy
 memchr memcmp memfrob memmem memmove memset mkdir mkfifo mkstemp mktemp mktime mlock mlockall mmap monstartup mount
 mprotect mrand48 mrand48_r mremap msgget msgrcv msgsnd munlock munlockall munmap nanosleep nice nl_langinfo nrand48
 nrand48_r ntohl ntohs obstack_free on_exit open_memstream opendir openlog parse_printf_format pathconf perror
 personality pipe poll prctl profil pselect psignal pthread_attr_destroy pthread_attr_getdetachstate
 pthread_attr_getinheritsched pthread_attr_getschedparam pthread_attr_setdetachstate pthread_attr_setinheritsched
 pthread_attr_setschedparam pthread_equal pthread_self ptrace putc putc_unlocked putchar putchar_unlocked putenv
 putpwent puts putspent pututline putw qsort quotactl rand rand_r random random_r rcmd re_comp re_compile_fastmap
 re_compile_pattern re_exec re_match re_match_2 re_search re_search_2 re_set_registers re_set_syntax readdir readdir_r
 readlink readv reboot regcomp regerror regfree register_printf_function remove remque rename revoke rewind rewinddir
 rexec rindex rmdir rpmatch rresvport ruserok ruserpass sbrk scandir sched_get_priority_max sched_get_priority_min
 sched_getparam sched_getscheduler sched_rr_get_interval sched_setparam sched_setscheduler sched_yield seed48 seed48_r
 seekdir select semget semop setaliasent setbuf setbuffer setcontext setdomainname setegid setenv seteuid setfsent
 setfsgid setfsuid setgid setgrent setgroups sethostent sethostid sethostname setitimer setlinebuf setlocale setlogin
 setlogmask setmntent setnetent setnetgrent setpgid setpgrp setpriority setprotoent setpwent setregid setresgid
 setresuid setreuid setrpcent setservent setsid setsockopt setspent setstate setstate_r settimeofday setttyent setuid
 setusershell setutent setvbuf sgetspent sgetspent_r shmat shmdt shmget shutdown sigaddset sigaltstack sigandset
 sigblock sigdelset sigemptyset sigfillset siggetmask siginterrupt sigisemptyset sigismember signal sigorset sigpause
 sigpending sigprocmask sigreturn sigsetmask sigstack sigsuspend sleep socket socketpair srand srand48 srand48_r
 srandom srandom_r ssignal statfs stpcpy stpncpy strcasecmp strcat strchr strcmp strcoll strcpy strcspn strdup
 strerror strerror_r strfry strftime strlen strncasecmp strncat strncmp strncpy strndup strnlen strpbrk strptime
 strrchr strsep strsignal strspn strstr strtod strtof strtok strtok_r strtol strtoll strtoq strtoul strtoull strtouq
 strxfrm stty swab swapoff swapon symlink sync syscall sysconf sysinfo tcflow tcflush tcgetattr tcgetpgrp tcsendbreak
 tcsetattr tcsetpgrp tdelete telldir tempnam textdomain tfind time timegm timelocal times tmpnam tmpnam_r toascii
 tolower toupper towctrans towlower towupper truncate tsearch ttyname ttyname_r ttyslot twalk tzset ualarm ulckpwdf
 ulimit umask umount uname ungetc unlink unsetenv updwtmp usleep utime utimes utmpname verr verrx vfork vhangup vlimit
 vwarn vwarnx wait wait3 wait4 waitpid warn warnx wcpcpy wcpncpy wcrtomb wcscat wcschr wcscmp wcscoll wcscpy wcscspn
 wcsdup wcslen wcsncat wcsncmp wcsncpy wcsnrtombs wcspbrk wcsrchr wcsrtombs wcsspn wcsstr wcstod wcstof wcstok wcstol
 wcstombs wcstoq wcstoul wcstouq wcswidth wcsxfrm wctob wctomb wctrans wctype wcwidth wmemchr wmemcmp wmemcpy wmemmove
 wmemset writev
= 2.27=m
 acosf32 acosf32x acosf64 acoshf32 acoshf32x acoshf64 asinf32 asinf32x asinf64 asinhf32 asinhf32x asinhf64 atan2f32
 atan2f32x atan2f64 atanf32 atanf32x atanf64 atanhf32 atanhf32x atanhf64 cabsf32 cabsf32x cabsf64 cacosf32 cacosf32x
 cacosf64 cacoshf32 cacoshf32x cacoshf64 canonicalizef32 canonicalizef32x canonicalizef64 cargf32 cargf32x cargf64
 casinf32 casinf32x casinf64 casinhf32 casinhf32x casinhf64 catanf32 catanf32x catanf64 catanhf32 catanhf32x catanhf64
 cbrtf32 cbrtf32x cbrtf64 ccosf32 ccosf32x ccosf64 ccoshf32 ccoshf32x ccoshf64 ceilf32 ceilf32x ceilf64 cexpf32
 cexpf32x cexpf64 cimagf32 cimagf32x cimagf64 clog10f32 clog10f32x clog10f64 clogf32 clogf32x clogf64 conjf32 conjf32x
 conjf64 copysignf32 copysignf32x copysignf64 cosf32 cosf32x cosf64 coshf32 coshf32x coshf64 cpowf32 cpowf32x cpowf64
 cprojf32 cprojf32x cprojf64 crealf32 crealf32x crealf64 csinf32 csinf32x csinf64 csinhf32 csinhf32x csinhf64 csqrtf32
 csqrtf32x csqrtf64 ctanf32 ctanf32x ctanf64 ctanhf32 ctanhf32x ctanhf64 erfcf32 erfcf32x erfcf64 erff32 erff32x
 erff64 exp10f32 exp10f32x exp10f64 exp2f32 exp2f32x exp2f64 expf32 expf32x expf64 expm1f32 expm1f32x expm1f64 fabsf32
 fabsf32x fabsf64 fdimf32 fdimf32x fdimf64 floorf32 floorf32x floorf64 fmaf32 fmaf32x fmaf64 fmaxf32 fmaxf32x fmaxf64
 fmaxmagf32 fmaxmagf32x fmaxmagf64 fminf32 fminf32x fminf64 fminmagf32 fminmagf32x fminmagf64 fmodf32 fmodf32x fmodf64
 frexpf32 frexpf32x frexpf64 getpayloadf32 getpayloadf32x getpayloadf64 hypotf32 hypotf32x hypotf64 ilogbf32 ilogbf32x
 ilogbf64 j0f32 j0f32x j0f64 j1f32 j1f32x j1f64 jnf32 jnf32x jnf64 ldexpf32 ldexpf32x ldexpf64 lgammaf32 lgammaf32_r
 lgammaf32x lgammaf32x_r lgammaf64 lgammaf64_r llogbf32 llogbf32x llogbf64 llrintf32 llrintf32x llrintf64 llroundf32
 llroundf32x llroundf64 log10f32 log10f32x log10f64 log1pf32 log1pf32x log1pf64 log2f32 log2f32x log2f64 logbf32
 logbf32x logbf64 logf32 logf32x logf64 lrintf32 lrintf32x lrintf64 lroundf32 lroundf32x lroundf64 modff32 modff32x
 modff64 nanf32 nanf32x nanf64 nearbyintf32 nearbyintf32x nearbyintf64 nextafterf32 nextafterf32x nextafterf64
 nextdownf32 nextdownf32x nextdownf64 nextupf32 nextupf32x nextupf64 powf32 powf32x powf64 remainderf32 remainderf32x
 remainderf64 remquof32 remquof32x remquof64 rintf32 rintf32x rintf64 roundevenf32 roundevenf32x roundevenf64 roundf32
 roundf32x roundf64 scalblnf32 scalblnf32x scalblnf64 scalbnf32 scalbnf32x scalbnf64 setpayloadf32 setpayloadf32x
 setpayloadf64 setpayloadsigf32 setpayloadsigf32x setpayloadsigf64 sincosf32 sincosf32x sincosf64 sinf32 sinf32x
 sinf64 sinhf32 sinhf32x sinhf64 sqrtf32 sqrtf32x sqrtf64 tanf32 tanf32x tanf64 tanhf32 tanhf32x tanhf64 tgammaf32
 tgammaf32x tgammaf64 truncf32 truncf32x truncf64 y0f32 y0f32x y0f64 y1f32 y1f32x y1f64 ynf32 ynf32x ynf64
= i/2.1=c 2.2=c
 _IO_file_finish _IO_getline_info __backtrace __backtrace_symbols __backtrace_symbols_fd __duplocale __freelocale
 __isalnum_l __isalpha_l __isascii_l __isblank_l __iscntrl_l __isdigit_l __isgraph_l __islower_l __isprint_l
 __ispunct_l __isspace_l __isupper_l __iswalnum_l __iswalpha_l __iswblank_l __iswcntrl_l __iswctype_l __iswdigit_l
 __iswgraph_l __iswlower_l __iswprint_l __iswpunct_l __iswspace_l __iswupper_l __iswxdigit_l __isxdigit_l
 __libc_freeres __libc_sa_len __newlocale __poll __rawmemchr __strcasecmp_l __strcasestr __strcoll_l __strncasecmp_l
 __strtod_l __strtof_l __strtol_l __strtoll_l __strtoul_l __strtoull_l __strxfrm_l __toascii_l __tolower_l __toupper_l
 __towctrans __towctrans_l __towlower_l __towupper_l __wcscasecmp_l __wcscoll_l __wcsncasecmp_l __wcstod_l __wcstof_l
 __wcstol_l __wcstoll_l __wcstoul_l __wcstoull_l __wcsxfrm_l __wctype_l _dl_mcount_wrapper_check addseverity
 argp_error argp_failure argp_help argp_parse argp_state_help argp_usage backtrace backtrace_symbols
 backtrace_symbols_fd capget capset creat64 endutxent ffsl ffsll fgetc_unlocked fgets_unlocked fmtmsg fopen64
 fputs_unlocked fread_unlocked freopen64 fseeko fseeko64 fstatfs64 fstatvfs fstatvfs64 ftello ftello64 ftruncate64
 ftw64 fwrite_unlocked gai_strerror getdate getdate_r getnameinfo getpt getutxent getutxid getutxline globfree64
 gnu_get_libc_release gnu_get_libc_version grantpt iconv iconv_close iconv_open if_freenameindex if_indextoname
 if_nameindex if_nametoindex iswblank lockf64 makecontext mempcpy mmap64 ntp_adjtime ntp_gettime printf_size_info
 ptsname ptsname_r putgrent pututxline rawmemchr sendfile setutxent sighold sigignore sigqueue sigrelse sigset
 sigtimedwait sigwaitinfo statfs64 statvfs statvfs64 strcasestr strtoimax strtoumax strverscmp swapcontext sysv_signal
 tcgetsid tdestroy tmpfile64 truncate64 umount2 unlockpt updwtmpx utmpxname versionsort waitid wcscasecmp wcsncasecmp
 wcsnlen wcstoimax wcstoll wcstoull wcstoumax wcswcs wordexp wordfree
= x/2.35=v -
 _ZGVbN2v_acos _ZGVbN2v_acosh _ZGVbN2v_asin _ZGVbN2v_asinh _ZGVbN2v_atan _ZGVbN2v_atanh _ZGVbN2v_cbrt _ZGVbN2v_cosh
 _ZGVbN2v_erf _ZGVbN2v_erfc _ZGVbN2v_exp10 _ZGVbN2v_exp2 _ZGVbN2v_expm1 _ZGVbN2v_log10 _ZGVbN2v_log1p _ZGVbN2v_log2
 _ZGVbN2v_sinh _ZGVbN2v_tan _ZGVbN2v_tanh _ZGVbN2vv_atan2 _ZGVbN2vv_hypot _ZGVbN4v_acosf _ZGVbN4v_acoshf
 _ZGVbN4v_asinf _ZGVbN4v_asinhf _ZGVbN4v_atanf _ZGVbN4v_atanhf _ZGVbN4v_cbrtf _ZGVbN4v_coshf _ZGVbN4v_erfcf
 _ZGVbN4v_erff _ZGVbN4v_exp10f _ZGVbN4v_exp2f _ZGVbN4v_expm1f _ZGVbN4v_log10f _ZGVbN4v_log1pf _ZGVbN4v_log2f
 _ZGVbN4v_sinhf _ZGVbN4v_tanf _ZGVbN4v_tanhf _ZGVbN4vv_atan2f _ZGVbN4vv_hypotf _ZGVcN4v_acos _ZGVcN4v_acosh
 _ZGVcN4v_asin _ZGVcN4v_asinh _ZGVcN4v_atan _ZGVcN4v_atanh _ZGVcN4v_cbrt _ZGVcN4v_cosh _ZGVcN4v_erf _ZGVcN4v_erfc
 _ZGVcN4v_exp10 _ZGVcN4v_exp2 _ZGVcN4v_expm1 _ZGVcN4v_log10 _ZGVcN4v_log1p _ZGVcN4v_log2 _ZGVcN4v_sinh _ZGVcN4v_tan
 _ZGVcN4v_tanh _ZGVcN4vv_atan2 _ZGVcN4vv_hypot _ZGVcN8v_acosf _ZGVcN8v_acoshf _ZGVcN8v_asinf _ZGVcN8v_asinhf
 _ZGVcN8v_atanf _ZGVcN8v_atanhf _ZGVcN8v_cbrtf _ZGVcN8v_coshf _ZGVcN8v_erfcf _ZGVcN8v_erff _ZGVcN8v_exp10f
 _ZGVcN8v_exp2f _ZGVcN8v_expm1f _ZGVcN8v_log10f _ZGVcN8v_log1pf _ZGVcN8v_log2f _ZGVcN8v_sinhf _ZGVcN8v_tanf
 _ZGVcN8v_tanhf _ZGVcN8vv_atan2f _ZGVcN8vv_hypotf _ZGVdN4v_acos _ZGVdN4v_acosh _ZGVdN4v_asin _ZGVdN4v_asinh
 _ZGVdN4v_atan _ZGVdN4v_atanh _ZGVdN4v_cbrt _ZGVdN4v_cosh _ZGVdN4v_erf _ZGVdN4v_erfc _ZGVdN4v_exp10 _ZGVdN4v_exp2
 _ZGVdN4v_expm1 _ZGVdN4v_log10 _ZGVdN4v_log1p _ZGVdN4v_log2 _ZGVdN4v_sinh _ZGVdN4v_tan _ZGVdN4v_tanh _ZGVdN4vv_atan2
 _ZGVdN4vv_hypot _ZGVdN8v_acosf _ZGVdN8v_acoshf _ZGVdN8v_asinf _ZGVdN8v_asinhf _ZGVdN8v_atanf _ZGVdN8v_atanhf
 _ZGVdN8v_cbrtf _ZGVdN8v_coshf _ZGVdN8v_erfcf _ZGVdN8v_erff _ZGVdN8v_exp10f _ZGVdN8v_exp2f _ZGVdN8v_expm1f
 _ZGVdN8v_log10f _ZGVdN8v_log1pf _ZGVdN8v_log2f _ZGVdN8v_sinhf _ZGVdN8v_tanf _ZGVdN8v_tanhf _ZGVdN8vv_atan2f
 _ZGVdN8vv_hypotf _ZGVeN16v_acosf _ZGVeN16v_acoshf _ZGVeN16v_asinf _ZGVeN16v_asinhf _ZGVeN16v_atanf _ZGVeN16v_atanhf
 _ZGVeN16v_cbrtf _ZGVeN16v_coshf _ZGVeN16v_erfcf _ZGVeN16v_erff _ZGVeN16v_exp10f _ZGVeN16v_exp2f _ZGVeN16v_expm1f
 _ZGVeN16v_log10f _ZGVeN16v_log1pf _ZGVeN16v_log2f _ZGVeN16v_sinhf _ZGVeN16v_tanf _ZGVeN16v_tanhf _ZGVeN16vv_atan2f
 _ZGVeN16vv_hypotf _ZGVeN8v_acos _ZGVeN8v_acosh _ZGVeN8v_asin _ZGVeN8v_asinh _ZGVeN8v_atan _ZGVeN8v_atanh
 _ZGVeN8v_cbrt _ZGVeN8v_cosh _ZGVeN8v_erf _ZGVeN8v_erfc _ZGVeN8v_exp10 _ZGVeN8v_exp2 _ZGVeN8v_expm1 _ZGVeN8v_log10
 _ZGVeN8v_log1p _ZGVeN8v_log2 _ZGVeN8v_sinh _ZGVeN8v_tan _ZGVeN8v_tanh _ZGVeN8vv_atan2 _ZGVeN8vv_hypot
= 2.2=c
 _IO_adjust_wcolumn _IO_free_wbackup_area _IO_init_wmarker _IO_iter_begin _IO_iter_end _IO_iter_file _IO_iter_next
 _IO_least_wmarker _IO_list_lock _IO_list_resetlock _IO_list_unlock _IO_seekwmark _IO_sputbackwc _IO_sungetwc
 _IO_switch_to_main_wget_area _IO_switch_to_wbackup_area _IO_switch_to_wget_mode _IO_unsave_wmarkers
 _IO_wdefault_doallocate _IO_wdefault_finish _IO_wdefault_pbackfail _IO_wdefault_uflow _IO_wdefault_xsgetn
 _IO_wdefault_xsputn _IO_wdo_write _IO_wdoallocbuf _IO_wfile_overflow _IO_wfile_seekoff _IO_wfile_sync
 _IO_wfile_underflow _IO_wfile_xsputn _IO_wmarker_delta _IO_wsetb __assert __cyg_profile_func_enter
 __cyg_profile_func_exit __endmntent __fbufsize __flbf __fpending __fpurge __freadable __freading __fsetlocking
 __fwritable __fwriting __getmntent_r __nl_langinfo_l __res_init __res_nclose __res_ninit __setmntent __statfs
 __strndup __sysconf __wctrans_l __woverflow __wuflow __wunderflow __xpg_sigpause _flushlbf bind_textdomain_codeset
 dcngettext dngettext fgetwc fgetwc_unlocked fgetws fgetws_unlocked fputwc fputwc_unlocked fputws fputws_unlocked
 fwide getdirentries64 getloadavg getwc getwc_unlocked getwchar getwchar_unlocked iruserok_af memrchr mincore mkdtemp
 mkstemp64 moncontrol ngettext posix_fadvise posix_fallocate posix_madvise posix_spawn_file_actions_addclose
 posix_spawn_file_actions_adddup2 posix_spawn_file_actions_addopen posix_spawn_file_actions_destroy
 posix_spawn_file_actions_init posix_spawnattr_destroy posix_spawnattr_getflags posix_spawnattr_getpgroup
 posix_spawnattr_getschedparam posix_spawnattr_getschedpolicy posix_spawnattr_getsigdefault posix_spawnattr_getsigmask
 posix_spawnattr_init posix_spawnattr_setflags posix_spawnattr_setpgroup posix_spawnattr_setschedparam
 posix_spawnattr_setschedpolicy posix_spawnattr_setsigdefault posix_spawnattr_setsigmask putwc putwc_unlocked putwchar
 putwchar_unlocked rcmd_af rexec_af rresvport_af ruserok_af ungetwc wcschrnul wcsftime wmempcpy
= p/2.32=m -
 __acoshieee128 __acosieee128 __asinhieee128 __asinieee128 __atan2ieee128 __atanhieee128 __atanieee128 __cabsieee128
 __cacoshieee128 __cacosieee128 __canonicalizeieee128 __cargieee128 __casinhieee128 __casinieee128 __catanhieee128
 __catanieee128 __cbrtieee128 __ccoshieee128 __ccosieee128 __ceilieee128 __cexpieee128 __cimagieee128 __clog10ieee128
 __clogieee128 __conjieee128 __copysignieee128 __coshieee128 __cosieee128 __cpowieee128 __cprojieee128 __crealieee128
 __csinhieee128 __csinieee128 __csqrtieee128 __ctanhieee128 __ctanieee128 __erfcieee128 __erfieee128 __exp10ieee128
 __exp2ieee128 __expieee128 __expm1ieee128 __f32addieee128 __f32divieee128 __f32mulieee128 __f32subieee128
 __f64addieee128 __f64divieee128 __f64mulieee128 __f64subieee128 __fabsieee128 __fdimieee128 __floorieee128
 __fmaieee128 __fmaxieee128 __fmaxmagieee128 __fminieee128 __fminmagieee128 __fmodieee128 __frexpieee128
 __getpayloadieee128 __hypotieee128 __ilogbieee128 __j0ieee128 __j1ieee128 __jnieee128 __ldexpieee128 __lgammaieee128
 __lgammaieee128_r __llogbieee128 __llrintieee128 __llroundieee128 __log10ieee128 __log1pieee128 __log2ieee128
 __logbieee128 __logieee128 __lrintieee128 __lroundieee128 __modfieee128 __nanieee128 __nearbyintieee128
 __nextafterieee128 __nextdownieee128 __nexttoward_to_ieee128 __nexttowardf_to_ieee128 __nexttowardieee128
 __nextupieee128 __powieee128 __remainderieee128 __remquoieee128 __rintieee128 __roundevenieee128 __roundieee128
 __scalbieee128 __scalblnieee128 __scalbnieee128 __setpayloadieee128 __setpayloadsigieee128 __significandieee128
 __sincosieee128 __sinhieee128 __sinieee128 __sqrtieee128 __tanhieee128 __tanieee128 __tgammaieee128
 __totalorderieee128 __totalordermagieee128 __truncieee128 __y0ieee128 __y1ieee128 __ynieee128
= l/- 2.0=c>2.32-2.36:C
 __default_morecore _rpc_dtablesize _seterr_reply authnone_create authunix_create authunix_create_default callrpc
 clnt_broadcast clnt_create clnt_pcreateerror clnt_perrno clnt_perror clnt_spcreateerror clnt_sperrno clnt_sperror
 clntraw_create clnttcp_create clntudp_bufcreate clntudp_create get_myaddress getpublickey getrpcport getsecretkey
 pmap_getmaps pmap_getport pmap_rmtcall pmap_set pmap_unset registerrpc sstk svc_exit svc_getreq svc_getreqset
 svc_register svc_run svc_sendreply svc_unregister svcerr_auth svcerr_decode svcerr_noproc svcerr_noprog
 svcerr_progvers svcerr_systemerr svcerr_weakauth svcfd_create svcraw_create svctcp_create svcudp_bufcreate
 svcudp_create svcudp_enablecache sysctl tr_break vtimes xdr_accepted_reply xdr_array xdr_authunix_parms xdr_bool
 xdr_bytes xdr_callhdr xdr_callmsg xdr_char xdr_cryptkeyarg xdr_cryptkeyarg2 xdr_cryptkeyres xdr_des_block xdr_double
 xdr_enum xdr_float xdr_free xdr_int xdr_key_netstarg xdr_key_netstres xdr_keybuf xdr_keystatus xdr_long xdr_netobj
 xdr_opaque xdr_opaque_auth xdr_pmap xdr_pmaplist xdr_pointer xdr_reference xdr_rejected_reply xdr_replymsg
 xdr_rmtcall_args xdr_rmtcallres xdr_short xdr_string xdr_u_char xdr_u_int xdr_u_long xdr_u_short xdr_union xdr_vector
 xdr_void xdr_wrapstring xdrmem_create xdrrec_create xdrrec_endofrecord xdrrec_eof xdrrec_skiprecord xdrstdio_create
 xencrypt xprt_register xprt_unregister
= ams/2.27=m ehn/- 2.26=m
 acosf128 acoshf128 asinf128 asinhf128 atan2f128 atanf128 atanhf128 cabsf128 cacosf128 cacoshf128 canonicalizef128
 cargf128 casinf128 casinhf128 catanf128 catanhf128 cbrtf128 ccosf128 ccoshf128 ceilf128 cexpf128 cimagf128 clog10f128
 clogf128 conjf128 copysignf128 cosf128 coshf128 cpowf128 cprojf128 crealf128 csinf128 csinhf128 csqrtf128 ctanf128
 ctanhf128 erfcf128 erff128 exp10f128 exp2f128 expf128 expm1f128 fabsf128 fdimf128 floorf128 fmaf128 fmaxf128
 fmaxmagf128 fminf128 fminmagf128 fmodf128 frexpf128 getpayloadf128 hypotf128 ilogbf128 j0f128 j1f128 jnf128 ldexpf128
 lgammaf128 lgammaf128_r llogbf128 llrintf128 llroundf128 log10f128 log1pf128 log2f128 logbf128 logf128 lrintf128
 lroundf128 modff128 nanf128 nearbyintf128 nextafterf128 nextdownf128 nextupf128 powf128 remainderf128 remquof128
 rintf128 roundevenf128 roundf128 scalblnf128 scalbnf128 setpayloadf128 setpayloadsigf128 sincosf128 sinf128 sinhf128
 sqrtf128 tanf128 tanhf128 tgammaf128 truncf128 y0f128 y1f128 ynf128
= ehn/- 2.27=m
 acosf64x acoshf64x asinf64x asinhf64x atan2f64x atanf64x atanhf64x cabsf64x cacosf64x cacoshf64x canonicalizef64x
 cargf64x casinf64x casinhf64x catanf64x catanhf64x cbrtf64x ccosf64x ccoshf64x ceilf64x cexpf64x cimagf64x clog10f64x
 clogf64x conjf64x copysignf64x cosf64x coshf64x cpowf64x cprojf64x crealf64x csinf64x csinhf64x csqrtf64x ctanf64x
 ctanhf64x erfcf64x erff64x exp10f64x exp2f64x expf64x expm1f64x fabsf64x fdimf64x floorf64x fmaf64x fmaxf64x
 fmaxmagf64x fminf64x fminmagf64x fmodf64x frexpf64x getpayloadf64x hypotf64x ilogbf64x j0f64x j1f64x jnf64x ldexpf64x
 lgammaf64x lgammaf64x_r llogbf64x llrintf64x llroundf64x log10f64x log1pf64x log2f64x logbf64x logf64x lrintf64x
 lroundf64x modff64x nanf64x nearbyintf64x nextafterf64x nextdownf64x nextupf64x powf64x remainderf64x remquof64x
 rintf64x roundevenf64x roundf64x scalblnf64x scalbnf64x setpayloadf64x setpayloadsigf64x sincosf64x sinf64x sinhf64x
 sqrtf64x tanf64x tanhf64x tgammaf64x truncf64x y0f64x y1f64x ynf64x
= p/2.32=c -
 __argp_errorieee128 __argp_failureieee128 __asprintf_chkieee128 __asprintfieee128 __dprintf_chkieee128
 __dprintfieee128 __errieee128 __error_at_lineieee128 __errorieee128 __errxieee128 __fprintf_chkieee128
 __fprintfieee128 __fscanfieee128 __fwprintf_chkieee128 __fwprintfieee128 __fwscanfieee128 __isoc99_fscanfieee128
 __isoc99_fwscanfieee128 __isoc99_scanfieee128 __isoc99_sscanfieee128 __isoc99_swscanfieee128 __isoc99_vfscanfieee128
 __isoc99_vfwscanfieee128 __isoc99_vscanfieee128 __isoc99_vsscanfieee128 __isoc99_vswscanfieee128
 __isoc99_vwscanfieee128 __isoc99_wscanfieee128 __obstack_printf_chkieee128 __obstack_printfieee128
 __obstack_vprintf_chkieee128 __obstack_vprintfieee128 __printf_chkieee128 __printf_sizeieee128 __printfieee128
 __qecvtieee128 __qecvtieee128_r __qfcvtieee128 __qfcvtieee128_r __qgcvtieee128 __scanfieee128 __snprintf_chkieee128
 __snprintfieee128 __sprintf_chkieee128 __sprintfieee128 __sscanfieee128 __strfmon_lieee128 __strfmonieee128
 __strfromieee128 __strtoieee128 __strtoieee128_l __swprintf_chkieee128 __swprintfieee128 __swscanfieee128
 __syslog_chkieee128 __syslogieee128 __vasprintf_chkieee128 __vasprintfieee128 __vdprintf_chkieee128 __vdprintfieee128
 __verrieee128 __verrxieee128 __vfprintf_chkieee128 __vfprintfieee128 __vfscanfieee128 __vfwprintf_chkieee128
 __vfwprintfieee128 __vfwscanfieee128 __vprintf_chkieee128 __vprintfieee128 __vscanfieee128 __vsnprintf_chkieee128
 __vsnprintfieee128 __vsprintf_chkieee128 __vsprintfieee128 __vsscanfieee128 __vswprintf_chkieee128 __vswprintfieee128
 __vswscanfieee128 __vsyslog_chkieee128 __vsyslogieee128 __vwarnieee128 __vwarnxieee128 __vwprintf_chkieee128
 __vwprintfieee128 __vwscanfieee128 __warnieee128 __warnxieee128 __wcstoieee128 __wcstoieee128_l __wprintf_chkieee128
 __wprintfieee128 __wscanfieee128
= ehin/2.34=c -
 ___adjtimex64 __adjtime64 __aio_suspend_time64 __clock_adjtime64 __clock_getres64 __clock_gettime64
 __clock_nanosleep_time64 __clock_settime64 __cnd_timedwait64 __ctime64 __ctime64_r __difftime64 __fcntl_time64
 __fstat64_time64 __fstatat64_time64 __fts64_children_time64 __fts64_close_time64 __fts64_open_time64
 __fts64_read_time64 __fts64_set_time64 __ftw64_time64 __futimens64 __futimes64 __futimesat64 __gai_suspend_time64
 __getitimer64 __getrusage64 __getsockopt64 __gettimeofday64 __glob64_time64 __globfree64_time64 __gmtime64
 __gmtime64_r __ioctl_time64 __localtime64 __localtime64_r __lstat64_time64 __lutimes64 __mktime64
 __mq_timedreceive_time64 __mq_timedsend_time64 __msgctl64 __mtx_timedlock64 __nanosleep64 __nftw64_time64
 __ntp_gettime64 __ntp_gettimex64 __ppoll64 __prctl_time64 __pselect64 __pthread_clockjoin_np64
 __pthread_cond_clockwait64 __pthread_cond_timedwait64 __pthread_mutex_clocklock64 __pthread_mutex_timedlock64
 __pthread_rwlock_clockrdlock64 __pthread_rwlock_clockwrlock64 __pthread_rwlock_timedrdlock64
 __pthread_rwlock_timedwrlock64 __pthread_timedjoin_np64 __recvmmsg64 __recvmsg64 __sched_rr_get_interval64 __select64
 __sem_clockwait64 __sem_timedwait64 __semctl64 __semtimedop64 __sendmmsg64 __sendmsg64 __setitimer64 __setsockopt64
 __settimeofday64 __shmctl64 __sigtimedwait64 __stat64_time64 __thrd_sleep64 __time64 __timegm64 __timer_gettime64
 __timer_settime64 __timerfd_gettime64 __timerfd_settime64 __timespec_get64 __timespec_getres64 __utime64
 __utimensat64 __utimes64 __wait3_time64 __wait4_time64
= 2.3=c
 __ctype_b_loc __ctype_tolower_loc __ctype_toupper_loc __isctype __strftime_l __uselocale __wcsftime_l duplocale
 fgetxattr flistxattr freeifaddrs freelocale fremovexattr fsetxattr futimes getifaddrs getxattr isalnum_l isalpha_l
 isblank_l iscntrl_l isctype isdigit_l isgraph_l islower_l isprint_l ispunct_l isspace_l isupper_l iswalnum_l
 iswalpha_l iswblank_l iswcntrl_l iswctype_l iswdigit_l iswgraph_l iswlower_l iswprint_l iswpunct_l iswspace_l
 iswupper_l iswxdigit_l isxdigit_l lgetxattr listxattr llistxattr lremovexattr lsetxattr lutimes newlocale
 nl_langinfo_l readahead removexattr sendfile64 setxattr strcasecmp_l strcoll_l strftime_l strncasecmp_l strtod_l
 strtof_l strtol_l strtoul_l strxfrm_l tolower_l toupper_l towctrans_l towlower_l towupper_l uselocale wcscasecmp_l
 wcscoll_l wcsftime_l wcsncasecmp_l wcstod_l wcstof_l wcstol_l wcstoll_l wcstoul_l wcstoull_l wcsxfrm_l wctrans_l
 wctype_l
= i/2.1=m 2.2=m
 __clog10 __clog10f __fpclassify __fpclassifyf cabs cabsf cacos cacosf cacosh cacoshf carg cargf casin casinf casinh
 casinhf catan catanf catanh catanhf ccos ccosf ccosh ccoshf cexp cexpf cimag cimagf clog clog10 clog10f clogf conj
 conjf cpow cpowf cproj cprojf creal crealf csin csinf csinh csinhf csqrt csqrtf ctan ctanf ctanh ctanhf fdim fdimf
 fegetround feholdexcept fesetround fetestexcept fma fmaf fmax fmaxf fmin fminf llrint llrintf llround llroundf lrint
 lrintf lround lroundf nan nanf nearbyint nearbyintf remquo remquof round roundf sincos sincosf tgamma trunc truncf
= i/2.1=N l/- 2.2=N
 __free_fdresult __nis_default_access __nis_default_group __nis_default_owner __nis_default_ttl __nis_finddirectory
 __nisbind_connect __nisbind_create __nisbind_destroy __nisbind_next nis_add nis_add_entry nis_addmember
 nis_checkpoint nis_clone_directory nis_clone_object nis_clone_result nis_creategroup nis_destroy_object
 nis_destroygroup nis_dir_cmp nis_domain_of nis_domain_of_r nis_first_entry nis_free_directory nis_free_object
 nis_free_request nis_freenames nis_freeresult nis_freeservlist nis_freetags nis_getnames nis_getservlist nis_ismember
 nis_leaf_of nis_leaf_of_r nis_lerror nis_list nis_local_directory nis_local_group nis_local_host nis_local_principal
 nis_lookup nis_mkdir nis_modify nis_modify_entry nis_name_of nis_name_of_r nis_next_entry nis_perror nis_ping
 nis_print_directory nis_print_entry nis_print_group nis_print_group_entry nis_print_link nis_print_object
 nis_print_result nis_print_rights nis_print_table nis_read_obj nis_remove nis_remove_entry nis_removemember nis_rmdir
 nis_servstate nis_sperrno nis_sperror nis_sperror_r nis_stats nis_verifygroup nis_write_obj readColdStartFile
 writeColdStartFile xdr_cback_data xdr_obj_p
= 2.39=c
 pidfd_getpid pidfd_spawn pidfd_spawnp posix_spawnattr_getcgroup_np posix_spawnattr_setcgroup_np stdc_bit_ceil_uc
 stdc_bit_ceil_ui stdc_bit_ceil_ul stdc_bit_ceil_ull stdc_bit_ceil_us stdc_bit_floor_uc stdc_bit_floor_ui
 stdc_bit_floor_ul stdc_bit_floor_ull stdc_bit_floor_us stdc_bit_width_uc stdc_bit_width_ui stdc_bit_width_ul
 stdc_bit_width_ull stdc_bit_width_us stdc_count_ones_uc stdc_count_ones_ui stdc_count_ones_ul stdc_count_ones_ull
 stdc_count_ones_us stdc_count_zeros_uc stdc_count_zeros_ui stdc_count_zeros_ul stdc_count_zeros_ull
 stdc_count_zeros_us stdc_first_leading_one_uc stdc_first_leading_one_ui stdc_first_leading_one_ul
 stdc_first_leading_one_ull stdc_first_leading_one_us stdc_first_leading_zero_uc stdc_first_leading_zero_ui
 stdc_first_leading_zero_ul stdc_first_leading_zero_ull stdc_first_leading_zero_us stdc_first_trailing_one_uc
 stdc_first_trailing_one_ui stdc_first_trailing_one_ul stdc_first_trailing_one_ull stdc_first_trailing_one_us
 stdc_first_trailing_zero_uc stdc_first_trailing_zero_ui stdc_first_trailing_zero_ul stdc_first_trailing_zero_ull
 stdc_first_trailing_zero_us stdc_has_single_bit_uc stdc_has_single_bit_ui stdc_has_single_bit_ul
 stdc_has_single_bit_ull stdc_has_single_bit_us stdc_leading_ones_uc stdc_leading_ones_ui stdc_leading_ones_ul
 stdc_leading_ones_ull stdc_leading_ones_us stdc_leading_zeros_uc stdc_leading_zeros_ui stdc_leading_zeros_ul
 stdc_leading_zeros_ull stdc_leading_zeros_us stdc_trailing_ones_uc stdc_trailing_ones_ui stdc_trailing_ones_ul
 stdc_trailing_ones_ull stdc_trailing_ones_us stdc_trailing_zeros_uc stdc_trailing_zeros_ui stdc_trailing_zeros_ul
 stdc_trailing_zeros_ull stdc_trailing_zeros_us
= 2.4=c
 __confstr_chk __fgets_chk __fgets_unlocked_chk __fgetws_chk __fgetws_unlocked_chk __fwprintf_chk __getcwd_chk
 __getdomainname_chk __getgroups_chk __gethostname_chk __getlogin_r_chk __getwd_chk __mbsnrtowcs_chk __mbsrtowcs_chk
 __mbstowcs_chk __pread64_chk __pread_chk __ptsname_r_chk __read_chk __readlink_chk __realpath_chk __recv_chk
 __recvfrom_chk __stack_chk_fail __stpncpy_chk __swprintf_chk __syslog_chk __ttyname_r_chk __vfwprintf_chk
 __vswprintf_chk __vsyslog_chk __vwprintf_chk __wcpcpy_chk __wcpncpy_chk __wcrtomb_chk __wcscat_chk __wcscpy_chk
 __wcsncat_chk __wcsncpy_chk __wcsnrtombs_chk __wcsrtombs_chk __wcstombs_chk __wctomb_chk __wmemcpy_chk __wmemmove_chk
 __wmempcpy_chk __wmemset_chk __wprintf_chk eaccess faccessat fchmodat fchownat fdopendir futimesat inotify_add_watch
 inotify_init inotify_rm_watch linkat mkdirat mkfifoat open_wmemstream openat openat64 ppoll readlinkat renameat
 symlinkat unlinkat unshare
= ps/2.4=c -
 __nldbl__IO_fprintf __nldbl__IO_printf __nldbl__IO_sprintf __nldbl__IO_sscanf __nldbl__IO_vfprintf
 __nldbl__IO_vfscanf __nldbl__IO_vsprintf __nldbl___asprintf __nldbl___fprintf_chk __nldbl___fwprintf_chk
 __nldbl___printf_chk __nldbl___printf_fp __nldbl___snprintf_chk __nldbl___sprintf_chk __nldbl___strfmon_l
 __nldbl___swprintf_chk __nldbl___syslog_chk __nldbl___vfprintf_chk __nldbl___vfscanf __nldbl___vfwprintf_chk
 __nldbl___vprintf_chk __nldbl___vsnprintf __nldbl___vsnprintf_chk __nldbl___vsprintf_chk __nldbl___vsscanf
 __nldbl___vstrfmon __nldbl___vstrfmon_l __nldbl___vswprintf_chk __nldbl___vsyslog_chk __nldbl___vwprintf_chk
 __nldbl___wprintf_chk __nldbl_asprintf __nldbl_dprintf __nldbl_fprintf __nldbl_fscanf __nldbl_fwprintf
 __nldbl_fwscanf __nldbl_obstack_printf __nldbl_obstack_vprintf __nldbl_printf __nldbl_printf_size __nldbl_scanf
 __nldbl_snprintf __nldbl_sprintf __nldbl_sscanf __nldbl_strfmon __nldbl_strfmon_l __nldbl_swprintf __nldbl_swscanf
 __nldbl_syslog __nldbl_vasprintf __nldbl_vdprintf __nldbl_vfprintf __nldbl_vfscanf __nldbl_vfwprintf __nldbl_vfwscanf
 __nldbl_vprintf __nldbl_vscanf __nldbl_vsnprintf __nldbl_vsprintf __nldbl_vsscanf __nldbl_vswprintf __nldbl_vswscanf
 __nldbl_vsyslog __nldbl_vwprintf __nldbl_vwscanf __nldbl_wprintf __nldbl_wscanf
= 2.35=m
 dfmal dsqrtl f32fmaf32x f32fmaf64 f32sqrtf32x f32sqrtf64 f32xfmaf64 f32xsqrtf64 ffma ffmal fmaximum fmaximum_mag
 fmaximum_mag_num fmaximum_mag_numf fmaximum_mag_numf32 fmaximum_mag_numf32x fmaximum_mag_numf64 fmaximum_mag_numl
 fmaximum_magf fmaximum_magf32 fmaximum_magf32x fmaximum_magf64 fmaximum_magl fmaximum_num fmaximum_numf
 fmaximum_numf32 fmaximum_numf32x fmaximum_numf64 fmaximum_numl fmaximumf fmaximumf32 fmaximumf32x fmaximumf64
 fmaximuml fminimum fminimum_mag fminimum_mag_num fminimum_mag_numf fminimum_mag_numf32 fminimum_mag_numf32x
 fminimum_mag_numf64 fminimum_mag_numl fminimum_magf fminimum_magf32 fminimum_magf32x fminimum_magf64 fminimum_magl
 fminimum_num fminimum_numf fminimum_numf32 fminimum_numf32x fminimum_numf64 fminimum_numl fminimumf fminimumf32
 fminimumf32x fminimumf64 fminimuml fsqrt fsqrtl
= a/2.39=v -
 _ZGVnN2v_acos _ZGVnN2v_acosf _ZGVnN2v_asin _ZGVnN2v_asinf _ZGVnN2v_atan _ZGVnN2v_atanf _ZGVnN2v_cosf _ZGVnN2v_exp10
 _ZGVnN2v_exp10f _ZGVnN2v_exp2 _ZGVnN2v_exp2f _ZGVnN2v_expf _ZGVnN2v_expm1 _ZGVnN2v_expm1f _ZGVnN2v_log10
 _ZGVnN2v_log10f _ZGVnN2v_log1p _ZGVnN2v_log1pf _ZGVnN2v_log2 _ZGVnN2v_log2f _ZGVnN2v_logf _ZGVnN2v_sinf _ZGVnN2v_tan
 _ZGVnN2v_tanf _ZGVnN2vv_atan2 _ZGVnN2vv_atan2f _ZGVnN4v_acosf _ZGVnN4v_asinf _ZGVnN4v_atanf _ZGVnN4v_exp10f
 _ZGVnN4v_exp2f _ZGVnN4v_expm1f _ZGVnN4v_log10f _ZGVnN4v_log1pf _ZGVnN4v_log2f _ZGVnN4v_tanf _ZGVnN4vv_atan2f
 _ZGVsMxv_acos _ZGVsMxv_acosf _ZGVsMxv_asin _ZGVsMxv_asinf _ZGVsMxv_atan _ZGVsMxv_atanf _ZGVsMxv_exp10 _ZGVsMxv_exp10f
 _ZGVsMxv_exp2 _ZGVsMxv_exp2f _ZGVsMxv_expm1 _ZGVsMxv_expm1f _ZGVsMxv_log10 _ZGVsMxv_log10f _ZGVsMxv_log1p
 _ZGVsMxv_log1pf _ZGVsMxv_log2 _ZGVsMxv_log2f _ZGVsMxv_tan _ZGVsMxv_tanf _ZGVsMxvv_atan2 _ZGVsMxvv_atan2f
= 2.0=m
 acos acosh asin asinh asinhf atan atan2 atanf atanh cbrt cbrtf ceil ceilf cos cosf drem dremf erf erfc erfcf erff
 expm1 expm1f fabs fabsf floor floorf gamma gammaf ilogb ilogbf j0 j1 jn lgamma_r log10 log1p log1pf logb logbf
 nextafter nextafterf rint rintf scalb scalbf significand significandf sin sinf sqrt tan tanf tanh tanhf y0 y1 yn
= a/2.40=v -
 _ZGVnN2v_acosh _ZGVnN2v_acoshf _ZGVnN2v_asinh _ZGVnN2v_asinhf _ZGVnN2v_atanh _ZGVnN2v_atanhf _ZGVnN2v_cbrt
 _ZGVnN2v_cbrtf _ZGVnN2v_cosh _ZGVnN2v_coshf _ZGVnN2v_erf _ZGVnN2v_erfc _ZGVnN2v_erfcf _ZGVnN2v_erff _ZGVnN2v_sinh
 _ZGVnN2v_sinhf _ZGVnN2v_tanh _ZGVnN2v_tanhf _ZGVnN2vv_hypot _ZGVnN2vv_hypotf _ZGVnN2vv_pow _ZGVnN2vv_powf
 _ZGVnN4v_acoshf _ZGVnN4v_asinhf _ZGVnN4v_atanhf _ZGVnN4v_cbrtf _ZGVnN4v_coshf _ZGVnN4v_erfcf _ZGVnN4v_erff
 _ZGVnN4v_sinhf _ZGVnN4v_tanhf _ZGVnN4vv_hypotf _ZGVnN4vv_powf _ZGVsMxv_acosh _ZGVsMxv_acoshf _ZGVsMxv_asinh
 _ZGVsMxv_asinhf _ZGVsMxv_atanh _ZGVsMxv_atanhf _ZGVsMxv_cbrt _ZGVsMxv_cbrtf _ZGVsMxv_cosh _ZGVsMxv_coshf _ZGVsMxv_erf
 _ZGVsMxv_erfc _ZGVsMxv_erfcf _ZGVsMxv_erff _ZGVsMxv_sinh _ZGVsMxv_sinhf _ZGVsMxv_tanh _ZGVsMxv_tanhf _ZGVsMxvv_hypot
 _ZGVsMxvv_hypotf _ZGVsMxvv_pow _ZGVsMxvv_powf
= l/- 2.15=M
 __acos_finite __acosf_finite __acosh_finite __acoshf_finite __asin_finite __asinf_finite __atan2_finite
 __atan2f_finite __atanh_finite __atanhf_finite __cosh_finite __coshf_finite __exp10_finite __exp10f_finite
 __exp2_finite __exp2f_finite __exp_finite __expf_finite __fmod_finite __fmodf_finite __gamma_r_finite
 __gammaf_r_finite __hypot_finite __hypotf_finite __j0_finite __j0f_finite __j1_finite __j1f_finite __jn_finite
 __jnf_finite __lgamma_r_finite __lgammaf_r_finite __log10_finite __log10f_finite __log2_finite __log2f_finite
 __log_finite __logf_finite __pow_finite __powf_finite __remainder_finite __remainderf_finite __scalb_finite
 __scalbf_finite __sinh_finite __sinhf_finite __sqrt_finite __sqrtf_finite __y0_finite __y0f_finite __y1_finite
 __y1f_finite __yn_finite __ynf_finite
= 2.0=cp>2.32-2.36:c
 _IO_flockfile _IO_ftrylockfile _IO_funlockfile __close __connect __errno_location __h_errno_location __lseek __open
 __read __sigaction __write accept close connect flockfile fsync ftrylockfile funlockfile lseek msync open pause
 pthread_attr_getschedpolicy pthread_attr_getscope pthread_attr_setschedpolicy pthread_attr_setscope
 pthread_condattr_destroy pthread_condattr_init pthread_exit pthread_getschedparam pthread_mutex_destroy
 pthread_mutex_init pthread_mutex_lock pthread_mutex_unlock pthread_setcancelstate pthread_setcanceltype
 pthread_setschedparam raise read recv recvfrom recvmsg send sendmsg sendto sigaction sigwait tcdrain write
= x/2.22=v -
 _ZGVbN2v_cos _ZGVbN2v_exp _ZGVbN2v_log _ZGVbN2v_sin _ZGVbN2vv_pow _ZGVbN2vvv_sincos _ZGVbN4v_cosf _ZGVbN4v_expf
 _ZGVbN4v_logf _ZGVbN4v_sinf _ZGVbN4vv_powf _ZGVbN4vvv_sincosf _ZGVcN4v_cos _ZGVcN4v_exp _ZGVcN4v_log _ZGVcN4v_sin
 _ZGVcN4vv_pow _ZGVcN4vvv_sincos _ZGVcN8v_cosf _ZGVcN8v_expf _ZGVcN8v_logf _ZGVcN8v_sinf _ZGVcN8vv_powf
 _ZGVcN8vvv_sincosf _ZGVdN4v_cos _ZGVdN4v_exp _ZGVdN4v_log _ZGVdN4v_sin _ZGVdN4vv_pow _ZGVdN4vvv_sincos _ZGVdN8v_cosf
 _ZGVdN8v_expf _ZGVdN8v_logf _ZGVdN8v_sinf _ZGVdN8vv_powf _ZGVdN8vvv_sincosf _ZGVeN16v_cosf _ZGVeN16v_expf
 _ZGVeN16v_logf _ZGVeN16v_sinf _ZGVeN16vv_powf _ZGVeN16vvv_sincosf _ZGVeN8v_cos _ZGVeN8v_exp _ZGVeN8v_log _ZGVeN8v_sin
 _ZGVeN8vv_pow _ZGVeN8vvv_sincos
= i/2.1=m s/2.2=m,2.4=m 2.2=m
 __clog10l cabsl cacoshl cacosl cargl casinhl casinl catanhl catanl ccoshl ccosl cexpl cimagl clog10l clogl conjl
 cpowl cprojl creall csinhl csinl csqrtl ctanhl ctanl exp10l fdiml fmal fmaxl fminl llrintl llroundl log2l lrintl
 lroundl nanl nearbyintl nexttoward nexttowardf nexttowardl remquol roundl sincosl tgammal truncl
= s/2.2=c,2.4=c 2.0=c
 _IO_fprintf _IO_printf _IO_sprintf _IO_sscanf _IO_vfprintf _IO_vsprintf __printf_fp __strtold_internal __vfscanf
 __vsnprintf __vsscanf __wcstold_internal asprintf dprintf fprintf fscanf isinfl isnanl obstack_printf obstack_vprintf
 printf qecvt qecvt_r qfcvt qfcvt_r qgcvt scanf snprintf sprintf sscanf strfmon strtold syslog vasprintf vdprintf
 vfprintf vfscanf vprintf vscanf vsnprintf vsprintf vsscanf vsyslog wcstold
= s/2.2=m,2.4=m 2.0=m
 acoshl acosl asinhl asinl atan2l atanhl atanl cbrtl ceill coshl cosl dreml erfcl erfl expl expm1l fabsl floorl fmodl
 gammal hypotl ilogbl j0l j1l jnl lgammal_r log10l log1pl logbl logl nextafterl powl remainderl rintl scalbl
 significandl sinhl sinl sqrtl tanhl tanl y0l y1l ynl
= l/- 2.0=N
 __yp_check xdr_domainname xdr_keydat xdr_mapname xdr_peername xdr_valdat xdr_yp_buf xdr_ypbind_binding
 xdr_ypbind_resp xdr_ypbind_resptype xdr_ypbind_setdom xdr_ypdelete_args xdr_ypmap_parms xdr_ypmaplist
 xdr_yppush_status xdr_yppushresp_xfr xdr_ypreq_key xdr_ypreq_nokey xdr_ypreq_xfr xdr_ypresp_all xdr_ypresp_key_val
 xdr_ypresp_maplist xdr_ypresp_master xdr_ypresp_order xdr_ypresp_val xdr_ypresp_xfr xdr_ypstat xdr_ypupdate_args
 xdr_ypxfrstat yp_all yp_bind yp_first yp_get_default_domain yp_maplist yp_master yp_match yp_next yp_order yp_unbind
 yp_update ypbinderr_string yperr_string ypprot_err
= 2.41=m
 acospi acospif acospif32 acospif32x acospif64 acospil asinpi asinpif asinpif32 asinpif32x asinpif64 asinpil atan2pi
 atan2pif atan2pif32 atan2pif32x atan2pif64 atan2pil atanpi atanpif atanpif32 atanpif32x atanpif64 atanpil cospi
 cospif cospif32 cospif32x cospif64 cospil sinpi sinpif sinpif32 sinpif32x sinpif64 sinpil tanpi tanpif tanpif32
 tanpif32x tanpif64 tanpil
= 2.38=c
 __isoc23_fscanf __isoc23_fwscanf __isoc23_scanf __isoc23_sscanf __isoc23_strtoimax __isoc23_strtol __isoc23_strtol_l
 __isoc23_strtoll __isoc23_strtoll_l __isoc23_strtoul __isoc23_strtoul_l __isoc23_strtoull __isoc23_strtoull_l
 __isoc23_strtoumax __isoc23_swscanf __isoc23_vfscanf __isoc23_vfwscanf __isoc23_vscanf __isoc23_vsscanf
 __isoc23_vswscanf __isoc23_vwscanf __isoc23_wcstoimax __isoc23_wcstol __isoc23_wcstol_l __isoc23_wcstoll
 __isoc23_wcstoll_l __isoc23_wcstoul __isoc23_wcstoul_l __isoc23_wcstoull __isoc23_wcstoull_l __isoc23_wcstoumax
 __isoc23_wscanf __strlcat_chk __strlcpy_chk __wcslcat_chk __wcslcpy_chk strlcat strlcpy wcslcat wcslcpy
= i/2.1.1=C -
 __memcpy_by2 __memcpy_by4 __memcpy_c __memcpy_g __mempcpy_by2 __mempcpy_by4 __mempcpy_byn __memset_cc
 __memset_ccn_by2 __memset_ccn_by4 __memset_cg __memset_gcn_by2 __memset_gcn_by4 __memset_gg __stpcpy_g __strcat_c
 __strcat_g __strchr_c __strchr_g __strchrnul_c __strchrnul_g __strcmp_gg __strcpy_g __strcspn_cg __strcspn_g
 __strlen_g __strncat_g __strncmp_g __strncpy_by2 __strncpy_by4 __strncpy_byn __strncpy_gg __strpbrk_cg __strpbrk_g
 __strrchr_c __strrchr_g __strspn_cg __strspn_g __strstr_cg __strstr_g
= O 2.0=c
 _IO_file_jumps _IO_list_all __check_rhosts_file __curbrk __daylight __environ __fpu_control __progname
 __progname_full __rcmd_errstr __timezone __tzname _environ _libc_intl_domainname _nl_default_dirname
 _nl_domain_bindings _nl_msg_cat_cntr daylight environ error_message_count error_one_per_line error_print_progname
 h_errlist h_nerr obstack_alloc_failed_handler obstack_exit_failure optarg opterr optind optopt
 program_invocation_name program_invocation_short_name re_syntax_options rexecoptions stderr stdin stdout timezone
 tzname
= 2.1.3=t
 td_init td_log td_ta_clear_event td_ta_delete td_ta_enable_stats td_ta_event_addr td_ta_event_getmsg
 td_ta_get_nthreads td_ta_get_ph td_ta_get_stats td_ta_map_id2thr td_ta_map_lwp2thr td_ta_new td_ta_reset_stats
 td_ta_set_event td_ta_setconcurrency td_ta_thr_iter td_ta_tsd_iter td_thr_clear_event td_thr_dbresume
 td_thr_dbsuspend td_thr_event_enable td_thr_event_getmsg td_thr_get_info td_thr_getfpregs td_thr_getgregs
 td_thr_getxregs td_thr_getxregsize td_thr_set_event td_thr_setfpregs td_thr_setgregs td_thr_setprio
 td_thr_setsigpending td_thr_setxregs td_thr_sigsetmask td_thr_tsd td_thr_validate
= i/2.1=c>2.32-2.36:C l/- 2.2=c>2.32-2.36:C
 _authenticate authdes_create authdes_getucred authdes_pk_create clntunix_create getnetname host2netname
 key_decryptsession key_decryptsession_pk key_encryptsession key_encryptsession_pk key_gendes key_get_conv
 key_secretkey_is_set key_setnet key_setsecret netname2host netname2user passwd2des rtime svcunix_create
 svcunixfd_create user2netname xdecrypt xdr_authdes_cred xdr_authdes_verf xdr_getcredres xdr_int16_t xdr_int32_t
 xdr_int8_t xdr_netnamestr xdr_sizeof xdr_uint16_t xdr_uint32_t xdr_uint8_t xdr_unixcred
= 2.0=s
 __b64_ntop __b64_pton __dn_count_labels __fp_nquery __fp_query __fp_resstat __hostalias __loc_aton __loc_ntoa
 __p_cdname __p_cdnname __p_class __p_fqname __p_fqnname __p_option __p_query __p_time __p_type __putlong __putshort
 __res_close __res_isourserver __res_nameinquery __res_queriesmatch __sym_ntop __sym_ntos __sym_ston _getlong
 _getshort inet_net_ntop inet_net_pton inet_neta
= 2.25=m
 __iseqsig __iseqsigf canonicalize canonicalizef canonicalizel fegetmode fesetexcept fesetmode fetestexceptflag
 fmaxmag fmaxmagf fmaxmagl fminmag fminmagf fminmagl getpayload getpayloadf getpayloadl llogb llogbf llogbl roundeven
 roundevenf roundevenl setpayload setpayloadf setpayloadl setpayloadsig setpayloadsigf setpayloadsigl
= 2.40=m
 exp10m1 exp10m1f exp10m1f32 exp10m1f32x exp10m1f64 exp10m1l exp2m1 exp2m1f exp2m1f32 exp2m1f32x exp2m1f64 exp2m1l
 log10p1 log10p1f log10p1f32 log10p1f32x log10p1f64 log10p1l log2p1 log2p1f log2p1f32 log2p1f32x log2p1f64 log2p1l
 logp1 logp1f logp1f32 logp1f32x logp1f64 logp1l
= 2.42=m
 compoundn compoundnf compoundnf32 compoundnf32x compoundnf64 compoundnl pown pownf pownf32 pownf32x pownf64 pownl
 powr powrf powrf32 powrf32x powrf64 powrl rootn rootnf rootnf32 rootnf32x rootnf64 rootnl rsqrt rsqrtf rsqrtf32
 rsqrtf32x rsqrtf64 rsqrtl
= ehn/- 2.35=m
 f32fmaf128 f32fmaf64x f32sqrtf128 f32sqrtf64x f32xfmaf128 f32xfmaf64x f32xsqrtf128 f32xsqrtf64x f64fmaf128 f64fmaf64x
 f64sqrtf128 f64sqrtf64x f64xfmaf128 f64xsqrtf128 fmaximum_mag_numf128 fmaximum_mag_numf64x fmaximum_magf128
 fmaximum_magf64x fmaximum_numf128 fmaximum_numf64x fmaximumf128 fmaximumf64x fminimum_mag_numf128
 fminimum_mag_numf64x fminimum_magf128 fminimum_magf64x fminimum_numf128 fminimum_numf64x fminimumf128 fminimumf64x
= ehn/- 2.28=m
 f32addf128 f32addf64x f32divf128 f32divf64x f32mulf128 f32mulf64x f32subf128 f32subf64x f32xaddf128 f32xaddf64x
 f32xdivf128 f32xdivf64x f32xmulf128 f32xmulf64x f32xsubf128 f32xsubf64x f64addf128 f64addf64x f64divf128 f64divf64x
 f64mulf128 f64mulf64x f64subf128 f64subf64x f64xaddf128 f64xdivf128 f64xmulf128 f64xsubf128
= ehln/- 2.15=M
 __acoshl_finite __acosl_finite __asinl_finite __atan2l_finite __atanhl_finite __coshl_finite __exp10l_finite
 __exp2l_finite __expl_finite __fmodl_finite __gammal_r_finite __hypotl_finite __j0l_finite __j1l_finite __jnl_finite
 __lgammal_r_finite __log10l_finite __log2l_finite __logl_finite __powl_finite __remainderl_finite __scalbl_finite
 __sinhl_finite __sqrtl_finite __y0l_finite __y1l_finite __ynl_finite
= 2.7=c
 __fread_chk __fread_unlocked_chk __isoc99_fscanf __isoc99_fwscanf __isoc99_scanf __isoc99_sscanf __isoc99_swscanf
 __isoc99_vfscanf __isoc99_vfwscanf __isoc99_vscanf __isoc99_vsscanf __isoc99_vswscanf __isoc99_vwscanf
 __isoc99_wscanf __open64_2 __open_2 __openat64_2 __openat_2 __sched_cpualloc __sched_cpufree eventfd eventfd_read
 eventfd_write mkostemp mkostemp64 signalfd
= i/2.0=c,2.1.2=c 2.0=c,2.2=c
 getaliasbyname_r getaliasent_r getgrent_r getgrgid_r getgrnam_r gethostbyaddr_r gethostbyname2_r gethostbyname_r
 gethostent_r getnetbyaddr_r getnetbyname_r getnetent_r getprotobyname_r getprotobynumber_r getprotoent_r getpwent_r
 getpwnam_r getpwuid_r getrpcbyname_r getrpcbynumber_r getrpcent_r getservbyname_r getservbyport_r getservent_r
 getspent_r getspnam_r
= ipx/2.26=M -
 __acosf128_finite __acoshf128_finite __asinf128_finite __atan2f128_finite __atanhf128_finite __coshf128_finite
 __exp10f128_finite __exp2f128_finite __expf128_finite __fmodf128_finite __gammaf128_r_finite __hypotf128_finite
 __j0f128_finite __j1f128_finite __jnf128_finite __lgammaf128_r_finite __log10f128_finite __log2f128_finite
 __logf128_finite __powf128_finite __remainderf128_finite __sinhf128_finite __sqrtf128_finite __y0f128_finite
 __y1f128_finite __ynf128_finite
= a/2.43=v -
 _ZGVnN2v_exp10m1 _ZGVnN2v_exp10m1f _ZGVnN2v_exp2m1 _ZGVnN2v_exp2m1f _ZGVnN2v_log10p1 _ZGVnN2v_log10p1f
 _ZGVnN2v_log2p1 _ZGVnN2v_log2p1f _ZGVnN2v_rsqrt _ZGVnN2v_rsqrtf _ZGVnN4v_exp10m1f _ZGVnN4v_exp2m1f _ZGVnN4v_log10p1f
 _ZGVnN4v_log2p1f _ZGVnN4v_rsqrtf _ZGVsMxv_exp10m1 _ZGVsMxv_exp10m1f _ZGVsMxv_exp2m1 _ZGVsMxv_exp2m1f _ZGVsMxv_log10p1
 _ZGVsMxv_log10p1f _ZGVsMxv_log2p1 _ZGVsMxv_log2p1f _ZGVsMxv_rsqrt _ZGVsMxv_rsqrtf
= i/2.0=c,2.1=c 2.0=c,2.2=c
 _IO_do_write _IO_fclose _IO_fdopen _IO_file_attach _IO_file_close_it _IO_file_fopen _IO_file_init _IO_file_overflow
 _IO_file_seekoff _IO_file_setbuf _IO_file_sync _IO_file_underflow _IO_file_write _IO_file_xsputn _IO_fopen _IO_popen
 _IO_proc_close _IO_proc_open fclose fdopen fopen pclose popen pthread_attr_init tmpfile
= 2.28=m
 daddl ddivl dmull dsubl f32addf32x f32addf64 f32divf32x f32divf64 f32mulf32x f32mulf64 f32subf32x f32subf64
 f32xaddf64 f32xdivf64 f32xmulf64 f32xsubf64 fadd faddl fdiv fdivl fmul fmull fsub fsubl
= 2.10=c
 __cxa_at_quick_exit __posix_getopt accept4 endsgent fallocate fgetsgent fgetsgent_r getsgent getsgent_r getsgnam
 getsgnam_r preadv preadv64 psiginfo putsgent pwritev pwritev64 register_printf_modifier register_printf_specifier
 register_printf_type setsgent sgetsgent sgetsgent_r
= 2.27=c
 copy_file_range memfd_create mlock2 pkey_alloc pkey_free pkey_get pkey_mprotect pkey_set strfromf32 strfromf32x
 strfromf64 strtof32 strtof32_l strtof32x strtof32x_l strtof64 strtof64_l wcstof32 wcstof32_l wcstof32x wcstof32x_l
 wcstof64 wcstof64_l
= i/2.1=p>2.34:c,2.34=c 2.2=p>2.34:c,2.34=c
 pthread_attr_getguardsize pthread_attr_getstackaddr pthread_attr_getstacksize pthread_attr_setguardsize
 pthread_attr_setstackaddr pthread_getconcurrency pthread_mutexattr_gettype pthread_mutexattr_settype
 pthread_rwlock_destroy pthread_rwlock_init pthread_rwlock_rdlock pthread_rwlock_tryrdlock pthread_rwlock_trywrlock
 pthread_rwlock_unlock pthread_rwlock_wrlock pthread_rwlockattr_destroy pthread_rwlockattr_getkind_np
 pthread_rwlockattr_getpshared pthread_rwlockattr_init pthread_rwlockattr_setkind_np pthread_rwlockattr_setpshared
 pthread_setconcurrency
= 2.28=p>2.34:c,2.34=c
 call_once cnd_broadcast cnd_destroy cnd_init cnd_signal cnd_timedwait cnd_wait mtx_destroy mtx_init mtx_lock
 mtx_timedlock mtx_trylock mtx_unlock thrd_create thrd_detach thrd_exit thrd_join tss_create tss_delete tss_get
 tss_set
= 2.2=p>2.34:c,2.34=c
 pthread_attr_getstack pthread_barrier_destroy pthread_barrier_init pthread_barrier_wait pthread_barrierattr_destroy
 pthread_barrierattr_init pthread_barrierattr_setpshared pthread_condattr_getpshared pthread_condattr_setpshared
 pthread_getcpuclockid pthread_mutex_timedlock pthread_mutexattr_getpshared pthread_mutexattr_setpshared
 pthread_rwlock_timedrdlock pthread_rwlock_timedwrlock pthread_spin_destroy pthread_spin_init pthread_spin_lock
 pthread_spin_trylock pthread_spin_unlock sem_timedwait
= a/2.41=v -
 _ZGVnN2v_cospi _ZGVnN2v_cospif _ZGVnN2v_logp1 _ZGVnN2v_logp1f _ZGVnN2v_sinpi _ZGVnN2v_sinpif _ZGVnN2v_tanpi
 _ZGVnN2v_tanpif _ZGVnN4v_cospif _ZGVnN4v_logp1f _ZGVnN4v_sinpif _ZGVnN4v_tanpif _ZGVsMxv_cospi _ZGVsMxv_cospif
 _ZGVsMxv_logp1 _ZGVsMxv_logp1f _ZGVsMxv_sinpi _ZGVsMxv_sinpif _ZGVsMxv_tanpi _ZGVsMxv_tanpif
= a/2.42=v -
 _ZGVnN2v_acospi _ZGVnN2v_acospif _ZGVnN2v_asinpi _ZGVnN2v_asinpif _ZGVnN2v_atanpi _ZGVnN2v_atanpif _ZGVnN2vv_atan2pi
 _ZGVnN2vv_atan2pif _ZGVnN4v_acospif _ZGVnN4v_asinpif _ZGVnN4v_atanpif _ZGVnN4vv_atan2pif _ZGVsMxv_acospi
 _ZGVsMxv_acospif _ZGVsMxv_asinpi _ZGVsMxv_asinpif _ZGVsMxv_atanpi _ZGVsMxv_atanpif _ZGVsMxvv_atan2pi
 _ZGVsMxvv_atan2pif
= 2.9=s
 ns_datetosecs ns_format_ttl ns_get16 ns_get32 ns_initparse ns_makecanon ns_msg_getflag ns_name_ntol ns_name_rollback
 ns_parse_ttl ns_parserr ns_put16 ns_put32 ns_samedomain ns_samename ns_skiprr ns_sprintrr ns_sprintrrf ns_subdomain
= 2.34=c
 _Fork close_range closefrom dn_comp dn_skipname execveat posix_spawn_file_actions_addclosefrom_np res_dnok res_hnok
 res_mailok res_nmkquery res_nquery res_nquerydomain res_nsearch res_nsend res_ownok res_send timespec_getres
= eh/2.4=c -
 __aeabi_MB_CUR_MAX __aeabi_assert __aeabi_atexit __aeabi_errno_addr __aeabi_localeconv __aeabi_memclr __aeabi_memclr4
 __aeabi_memclr8 __aeabi_memcpy __aeabi_memcpy4 __aeabi_memcpy8 __aeabi_memmove __aeabi_memmove4 __aeabi_memmove8
 __aeabi_memset __aeabi_memset4 __aeabi_memset8 __gnu_Unwind_Find_exidx
= lr/2.27=m 2.0=m,2.43=m
 acosf acoshf asinf atan2f atanhf coshf j0f j1f jnf lgammaf_r log10f remainder remainderf sinhf sqrtf y0f y1f ynf
= 2.36=c
 arc4random arc4random_buf arc4random_uniform c8rtomb fsconfig fsmount fsopen fspick mbrtoc8 mount_setattr move_mount
 open_tree pidfd_getfd pidfd_open pidfd_send_signal process_madvise process_mrelease
= 2.5=c
 __readlinkat_chk inet6_opt_append inet6_opt_find inet6_opt_finish inet6_opt_get_val inet6_opt_init inet6_opt_next
 inet6_opt_set_val inet6_rth_add inet6_rth_getaddr inet6_rth_init inet6_rth_reverse inet6_rth_segments inet6_rth_space
 splice tee vmsplice
= 2.0=p>2.34:c,2.34=c
 __pthread_key_create _pthread_cleanup_pop _pthread_cleanup_push pthread_cancel pthread_detach pthread_getspecific
 pthread_join pthread_key_create pthread_key_delete pthread_kill pthread_mutex_trylock pthread_mutexattr_destroy
 pthread_mutexattr_init pthread_once pthread_setspecific pthread_testcancel
= 2.3.4=c
 __chk_fail __gets_chk __memcpy_chk __memmove_chk __mempcpy_chk __memset_chk __stpcpy_chk __strcat_chk __strcpy_chk
 __strncat_chk __strncpy_chk __xpg_strerror_r getipv4sourcefilter getsourcefilter setipv4sourcefilter setsourcefilter
= a/2.38=v -
 _ZGVnN2v_cos _ZGVnN2v_exp _ZGVnN2v_log _ZGVnN2v_sin _ZGVnN4v_cosf _ZGVnN4v_expf _ZGVnN4v_logf _ZGVnN4v_sinf
 _ZGVsMxv_cos _ZGVsMxv_cosf _ZGVsMxv_exp _ZGVsMxv_expf _ZGVsMxv_log _ZGVsMxv_logf _ZGVsMxv_sin _ZGVsMxv_sinf
= i/2.1.1=C lr/- 2.2=C
 __mempcpy_small __stpcpy_small __strcpy_small __strcspn_c1 __strcspn_c2 __strcspn_c3 __strpbrk_c2 __strpbrk_c3
 __strsep_1c __strsep_2c __strsep_3c __strspn_c1 __strspn_c2 __strspn_c3 __strtok_r_1c
= i/2.1=r>2.34:c,2.34=c 2.2=r>2.34:c,2.34=c
 aio_cancel aio_cancel64 aio_error aio_error64 aio_fsync aio_fsync64 aio_init aio_read aio_read64 aio_return
 aio_return64 aio_suspend aio_suspend64 aio_write aio_write64
= l/- 2.0=p>2.32-2.36:C
 __pthread_getspecific __pthread_mutex_destroy __pthread_mutex_init __pthread_mutex_lock __pthread_mutex_trylock
 __pthread_mutex_unlock __pthread_mutexattr_destroy __pthread_mutexattr_init __pthread_mutexattr_settype
 __pthread_once __pthread_setspecific _pthread_cleanup_pop_restore _pthread_cleanup_push_defer
 pthread_mutexattr_getkind_np pthread_mutexattr_setkind_np
= lr/- 2.0=C
 __nss_group_lookup __nss_hosts_lookup __nss_passwd_lookup __sigaddset __sigdelset __sigismember advance bdflush cfree
 create_module get_kernel_syms query_module sigvec step uselib
= eh/- 2.41=m
 acospif128 acospif64x asinpif128 asinpif64x atan2pif128 atan2pif64x atanpif128 atanpif64x cospif128 cospif64x
 sinpif128 sinpif64x tanpif128 tanpif64x
= 2.0=c>2.32-2.36:cG
 mallinfo malloc_stats malloc_trim malloc_usable_size mallopt mcheck memalign mprobe mtrace muntrace pvalloc valloc
= 2.0=cm
 copysign copysignf finite finitef frexp frexpf ldexp ldexpf modf modff scalbn scalbnf
= 2.25=m,2.43=m
 fromfp fromfpf fromfpl fromfpx fromfpxf fromfpxl ufromfp ufromfpf ufromfpl ufromfpx ufromfpxf ufromfpxl
= 2.27=m,2.43=m
 fromfpf32 fromfpf32x fromfpf64 fromfpxf32 fromfpxf32x fromfpxf64 ufromfpf32 ufromfpf32x ufromfpf64 ufromfpxf32
 ufromfpxf32x ufromfpxf64
= p/2.35=m -
 __f32fmaieee128 __f32sqrtieee128 __f64fmaieee128 __f64sqrtieee128 __fmaximum_mag_numieee128 __fmaximum_magieee128
 __fmaximum_numieee128 __fmaximumieee128 __fminimum_mag_numieee128 __fminimum_magieee128 __fminimum_numieee128
 __fminimumieee128
= p/2.38=c -
 __isoc23_fscanfieee128 __isoc23_fwscanfieee128 __isoc23_scanfieee128 __isoc23_sscanfieee128 __isoc23_swscanfieee128
 __isoc23_vfscanfieee128 __isoc23_vfwscanfieee128 __isoc23_vscanfieee128 __isoc23_vsscanfieee128
 __isoc23_vswscanfieee128 __isoc23_vwscanfieee128 __isoc23_wscanfieee128
= ps/2.30=c -
 __nldbl_argp_error __nldbl_argp_failure __nldbl_err __nldbl_error __nldbl_error_at_line __nldbl_errx __nldbl_verr
 __nldbl_verrx __nldbl_vwarn __nldbl_vwarnx __nldbl_warn __nldbl_warnx
= ps/2.38=c -
 __nldbl___isoc23_fscanf __nldbl___isoc23_fwscanf __nldbl___isoc23_scanf __nldbl___isoc23_sscanf
 __nldbl___isoc23_swscanf __nldbl___isoc23_vfscanf __nldbl___isoc23_vfwscanf __nldbl___isoc23_vscanf
 __nldbl___isoc23_vsscanf __nldbl___isoc23_vswscanf __nldbl___isoc23_vwscanf __nldbl___isoc23_wscanf
= ps/2.7=c -
 __nldbl___isoc99_fscanf __nldbl___isoc99_fwscanf __nldbl___isoc99_scanf __nldbl___isoc99_sscanf
 __nldbl___isoc99_swscanf __nldbl___isoc99_vfscanf __nldbl___isoc99_vfwscanf __nldbl___isoc99_vscanf
 __nldbl___isoc99_vsscanf __nldbl___isoc99_vswscanf __nldbl___isoc99_vwscanf __nldbl___isoc99_wscanf
= s/2.2=c,2.4=c 2.2=c
 fwprintf fwscanf swprintf swscanf vfwprintf vfwscanf vswprintf vswscanf vwprintf vwscanf wprintf wscanf
= 2.3.3=c
 gnu_dev_major gnu_dev_makedev gnu_dev_minor inet6_option_alloc inet6_option_append inet6_option_find
 inet6_option_init inet6_option_next inet6_option_space remap_file_pages semtimedop
= 2.3.3=p>2.34:c,2.34=c
 __pthread_cleanup_routine __pthread_register_cancel __pthread_register_cancel_defer __pthread_unregister_cancel
 __pthread_unregister_cancel_restore __pthread_unwind_next pthread_barrierattr_getpshared pthread_condattr_getclock
 pthread_condattr_setclock pthread_timedjoin_np pthread_tryjoin_np
= 2.42=c
 __inet_ntop_chk __inet_pton_chk cfgetibaud cfgetobaud cfsetbaud cfsetibaud cfsetobaud pthread_gettid_np uabs ulabs
 ullabs
= lr/- 2.0=S
 __p_secstodate _gethtbyaddr _gethtbyname _gethtbyname2 _gethtent _sethtent res_gethostbyaddr res_gethostbyname
 res_gethostbyname2 res_send_setqhook res_send_setrhook
= 2.3.4=r>2.34:c,2.34=c
 mq_close mq_getattr mq_notify mq_open mq_receive mq_send mq_setattr mq_timedreceive mq_timedsend mq_unlink
= 2.33=c
 fstat fstat64 fstatat fstatat64 lstat lstat64 mknod mknodat stat stat64
= 2.8=c
 __asprintf_chk __dprintf_chk __obstack_printf_chk __obstack_vprintf_chk __vasprintf_chk __vdprintf_chk qsort_r
 timerfd_create timerfd_gettime timerfd_settime
= O i/2.1=c 2.2=c
 _IO_2_1_stderr_ _IO_2_1_stdin_ _IO_2_1_stdout_ argp_err_exit_status argp_program_bug_address argp_program_version
 argp_program_version_hook getdate_err in6addr_any in6addr_loopback
= eh/- 2.40=m
 exp10m1f128 exp10m1f64x exp2m1f128 exp2m1f64x log10p1f128 log10p1f64x log2p1f128 log2p1f64x logp1f128 logp1f64x
= h/- 2.42=m
 compoundnf128 compoundnf64x pownf128 pownf64x powrf128 powrf64x rootnf128 rootnf64x rsqrtf128 rsqrtf64x
= i/2.1=C l/- 2.2=C
 cbc_crypt des_setparity ecb_crypt fattach fdetach getmsg getpmsg isastream putmsg putpmsg
= l/- 2.2=s>2.32-2.36:C
 __dn_expand __res_mkquery __res_nmkquery __res_nquery __res_nquerydomain __res_nsearch __res_nsend __res_query
 __res_querydomain __res_search
= 2.16=c
 __getauxval __poll_chk __ppoll_chk c16rtomb c32rtomb getauxval mbrtoc16 mbrtoc32 timespec_get
= i/2.1=c,2.2=c 2.2=c
 _IO_fgetpos64 _IO_fsetpos64 alphasort64 fgetpos64 fsetpos64 readdir64 readdir64_r scandir64 versionsort64
= i/2.1.1=c 2.2=c
 _Exit __strsep_g __strverscmp getutmp getutmpx imaxabs imaxdiv strchrnul
= i/2.1=+c,2.2=p>2.32-2.36:C mns/2.2=c 2.2.5=cp>2.32-2.36:c
 __pread64 __pwrite64 lseek64 open64 pread pread64 pwrite pwrite64
= s/2.3.4=c,2.4=c 2.3.4=c
 __fprintf_chk __printf_chk __snprintf_chk __sprintf_chk __vfprintf_chk __vprintf_chk __vsnprintf_chk __vsprintf_chk
= 2.25=c
 __explicit_bzero_chk explicit_bzero getentropy getrandom strfromd strfromf strfroml
= 2.28=c
 fcntl64 renameat2 statx thrd_current thrd_equal thrd_sleep thrd_yield
= 2.6=c
 __sched_cpucount epoll_pwait futimens sched_getcpu strerror_l sync_file_range utimensat
= 2.9=s>2.34:c,2.34=c
 ns_name_compress ns_name_ntop ns_name_pack ns_name_pton ns_name_skip ns_name_uncompress ns_name_unpack
= eh/2.4=C -
 inb inl inw outb outl outw profil_counter
= i/2.0=p>2.34:c,2.1=p>2.34:c,2.34=c 2.0=p>2.34:c,2.2=p>2.34:c,2.34=c
 pthread_create sem_destroy sem_getvalue sem_init sem_post sem_trywait sem_wait
= i/2.1=m,2.2=m 2.2=m
 feclearexcept fegetenv fegetexceptflag feraiseexcept fesetenv fesetexceptflag feupdateenv
= imns/2.0=c -
 __deregister_frame __deregister_frame_info __frame_state_for __register_frame __register_frame_info
 __register_frame_info_table __register_frame_table
= l/- 2.0=s>2.32-2.36:C
 __dn_comp __dn_skipname __res_dnok __res_hnok __res_mailok __res_ownok __res_send
= l/- 2.2=p>2.32-2.36:C
 __pthread_rwlock_destroy __pthread_rwlock_init __pthread_rwlock_rdlock __pthread_rwlock_tryrdlock
 __pthread_rwlock_trywrlock __pthread_rwlock_wrlock pthread_yield
= p/2.41=m -
 __acospiieee128 __asinpiieee128 __atan2piieee128 __atanpiieee128 __cospiieee128 __sinpiieee128 __tanpiieee128
= 2.0=c,2.2=c
 _IO_fgetpos _IO_fsetpos fgetpos fopencookie fsetpos localeconv
= 2.0=cp>2.32-2.36:c,2.3.2=cp>2.32-2.36:c
 pthread_cond_broadcast pthread_cond_destroy pthread_cond_init pthread_cond_signal pthread_cond_timedwait
 pthread_cond_wait
= 2.0=u>2.34:c,2.34=c
 forkpty login login_tty logout logwtmp openpty
= 2.14=c
 clock_adjtime name_to_handle_at open_by_handle_at sendmmsg setns syncfs
= 2.15=c
 __fdelt_chk __fdelt_warn process_vm_readv process_vm_writev scandirat scandirat64
= 2.24=m
 nextdown nextdownf nextdownl nextup nextupf nextupl
= 2.25=m,2.31=m
 totalorder totalorderf totalorderl totalordermag totalordermagf totalordermagl
= 2.27=m,2.31=m
 totalorderf32 totalorderf32x totalorderf64 totalordermagf32 totalordermagf32x totalordermagf64
= 2.3.2=c
 __register_atfork epoll_create epoll_ctl epoll_wait lchmod strptime_l
= 2.32=c
 pthread_attr_getsigmask_np pthread_attr_setsigmask_np sigabbrev_np sigdescr_np strerrordesc_np strerrorname_np
= 2.43=c
 __memset_explicit_chk memalignment memset_explicit mseal openat2 umaxabs
= 2.4=p>2.34:c,2.34=c
 pthread_mutex_getprioceiling pthread_mutex_setprioceiling pthread_mutexattr_getprioceiling
 pthread_mutexattr_getprotocol pthread_mutexattr_setprioceiling pthread_mutexattr_setprotocol
= O l/- 2.0=c>2.32-2.36:C
 __after_morecore_hook __morecore _null_auth mallwatch rpc_createerr svc_fdset
= i/2.1.1=c>2.32-2.36:C l/- 2.2=c>2.32-2.36:C
 xdr_hyper xdr_int64_t xdr_longlong_t xdr_u_hyper xdr_u_longlong_t xdr_uint64_t
= ipx/2.26=m -
 __finitef128 __fpclassifyf128 __iseqsigf128 __isinff128 __issignalingf128 __signbitf128
= l/- 2.0=C
 __nss_database_lookup __nss_next llseek nfsservctl stime ustat
= ps/2.8=c -
 __nldbl___asprintf_chk __nldbl___dprintf_chk __nldbl___obstack_printf_chk __nldbl___obstack_vprintf_chk
 __nldbl___vasprintf_chk __nldbl___vdprintf_chk
= s/2.2=cm,2.4=cm 2.0=cm
 copysignl finitel frexpl ldexpl modfl scalbnl
= 2.0=c,2.42=c
 cfgetispeed cfgetospeed cfsetispeed cfsetospeed cfsetspeed
= 2.11=c
 execvpe mkostemps mkostemps64 mkstemps mkstemps64
= 2.12=p>2.34:c,2.34=c
 pthread_getname_np pthread_mutex_consistent pthread_mutexattr_getrobust pthread_mutexattr_setrobust
 pthread_setname_np
= 2.23=c
 fts64_children fts64_close fts64_open fts64_read fts64_set
= 2.26=c
 preadv2 preadv64v2 pwritev2 pwritev64v2 reallocarray
= 2.2=r>2.17-2.31:c,2.17=c
 clock_getcpuclockid clock_getres clock_gettime clock_nanosleep clock_settime
= 2.30=p>2.34:c,2.34=c
 pthread_cond_clockwait pthread_mutex_clocklock pthread_rwlock_clockrdlock pthread_rwlock_clockwrlock sem_clockwait
= O imnsx/2.0=C -
 __ctype32_b __ctype_b __ctype_tolower __ctype_toupper _obstack
= a/2.44=v -
 _ZGVnN2vv_powr _ZGVnN2vv_powrf _ZGVnN4vv_powrf _ZGVsMxvv_powr _ZGVsMxvv_powrf
= ams/2.27=c ehn/- 2.26=c
 strfromf128 strtof128 strtof128_l wcstof128 wcstof128_l
= ehn/- 2.27=c
 strfromf64x strtof64x strtof64x_l wcstof64x wcstof64x_l
= i/2.1=c s/2.2=c,2.4=c 2.2=c
 __asprintf __strfmon_l __strtold_l __wcstold_l printf_size
= imn/2.0=s>2.34:c,2.34=c 2.34=c
 dn_expand res_mkquery res_query res_querydomain res_search
= p/2.40=m -
 __exp10m1ieee128 __exp2m1ieee128 __log10p1ieee128 __log2p1ieee128 __logp1ieee128
= p/2.42=m -
 __compoundnieee128 __pownieee128 __powrieee128 __rootnieee128 __rsqrtieee128
= sx/2.2=r>2.34:c,2.3.3=r>2.34:c,2.34=c 2.2=r>2.34:c,2.34=c
 timer_create timer_delete timer_getoverrun timer_gettime timer_settime
= 2.0=cP>2.32-2.36:c
 __fcntl __fork fork system
= 2.0=cl>2.32-2.36:cG
 calloc free malloc realloc
= 2.0=d>2.34:c,2.34=c
 dladdr dlclose dlerror dlsym
= 2.13=c
 fanotify_init fanotify_mark prlimit prlimit64
= 2.2.3=a>2.34:c,2.34=c
 gai_cancel gai_error gai_suspend getaddrinfo_a
= 2.30=c
 getdents64 gettid tgkill twalk_r
= 2.35=c
 __memcmpeq _dl_find_object epoll_pwait2 posix_spawn_file_actions_addtcsetpgrp_np
= 2.9=c
 dup3 epoll_create1 inotify_init1 pipe2
= O l/- mn/2.0=c,2.2=c>2.32-2.36:C 2.0=c,2.1=c,2.3=c,2.4=c,2.12=c>2.32-2.36:C
 _sys_errlist _sys_nerr sys_errlist sys_nerr
= O l/2.36=G 2.0=c>2.32-2.36:CG
 __free_hook __malloc_hook __memalign_hook __realloc_hook
= O lr/- 2.0=C
 __malloc_initialize_hook loc1 loc2 locs
= ams/2.27=m,2.43=m ehn/- 2.26=m,2.43=m
 fromfpf128 fromfpxf128 ufromfpf128 ufromfpxf128
= ehn/- 2.27=m,2.43=m
 fromfpf64x fromfpxf64x ufromfpf64x ufromfpxf64x
= i/2.0=C -
 __divdi3 __moddi3 __udivdi3 __umoddi3
= imns/GCC_3.0=c -
 _Unwind_Find_FDE __deregister_frame_info_bases __register_frame_info_bases __register_frame_info_table_bases
= l/- 2.0=c
 __fxstat __lxstat __xmknod __xstat
= l/- 2.2.3=c>2.32-2.36:C
 __rpc_thread_createerr __rpc_thread_svc_fdset __rpc_thread_svc_max_pollfd __rpc_thread_svc_pollfd
= mn/2.0=c -
 _flush_cache cachectl cacheflush sysmips
= p/2.32=m,2.43=m -
 __fromfpieee128 __fromfpxieee128 __ufromfpieee128 __ufromfpxieee128
= ps/2.28=m -
 __nldbl_daddl __nldbl_ddivl __nldbl_dmull __nldbl_dsubl
= s/2.2=+c,2.19=C 2.0=c
 __sigsetjmp _longjmp _setjmp setjmp
= 2.0=m,2.27=m
 expf logf powf
= 2.2.4=c
 dl_iterate_phdr getgrouplist sockatmark
= 2.29=c
 getcpu posix_spawn_file_actions_addchdir_np posix_spawn_file_actions_addfchdir_np
= 2.2=c>2.32-2.36:cG
 mcheck_check_all mcheck_pedantic posix_memalign
= 2.2=m
 fedisableexcept feenableexcept fegetexcept
= O 2.35=l
 __rseq_flags __rseq_offset __rseq_size
= O i/2.0=c,2.1=c,2.3.3=c>2.32-2.36:C l/- 2.0=c,2.2=c,2.3.3=c>2.32-2.36:C
 _sys_siglist sys_sigabbrev sys_siglist
= O i/2.1=c>2.32-2.36:C l/- 2.2=c>2.32-2.36:C
 __key_decryptsession_pk_LOCAL __key_encryptsession_pk_LOCAL __key_gendes_LOCAL
= O imn/2.0=c>2.37-2.41:C -
 _IO_stderr_ _IO_stdin_ _IO_stdout_
= O p/2.17=m -
 __fe_dfl_env __fe_enabled_env __fe_nonieee_env
= i/2.1.1=p>2.34:c,2.34=c 2.2=p>2.34:c,2.34=c
 sem_close sem_open sem_unlink
= i/2.1.3=c 2.2=c
 __cxa_atexit __cxa_finalize __sigsuspend
= i/2.1=c,2.2=c l/- 2.2=c
 __fxstat64 __lxstat64 __xstat64
= i/2.1=cp>2.32-2.36:c 2.2=cp>2.32-2.36:c
 __libc_allocate_rtsig __libc_current_sigrtmax __libc_current_sigrtmin
= l/- 2.4=c
 __fxstatat __fxstatat64 __xmknodat
= l/- 2.4=p>2.32-2.36:C
 pthread_mutex_consistent_np pthread_mutexattr_getrobust_np pthread_mutexattr_setrobust_np
= m/2.0=c 2.0=c,2.2=c
 msgctl semctl shmctl
= r/2.27=m 2.0=m,2.29=m
 exp log pow
= s/2.3=c,2.4=c 2.3=c
 strfmon_l strtold_l wcstold_l
= 2.12=c
 ntp_gettimex recvmmsg
= 2.18=m
 __issignaling __issignalingf
= 2.18=p>2.34:c,2.34=c
 pthread_getattr_default_np pthread_setattr_default_np
= 2.2.1=c
 pivot_root posix_openpt
= 2.2=c,2.15=c
 posix_spawn posix_spawnp
= 2.2=cp>2.32-2.36:c
 __open64 __res_state
= 2.2=r>2.34:c,2.34=c
 shm_open shm_unlink
= 2.3.3=c,2.3.4=c
 sched_getaffinity sched_setaffinity
= 2.3.3=d>2.34:c,2.34=c
 dladdr1 dlinfo
= 2.3.3=p>2.32:c,2.3.4=p>2.32:c,2.32=c
 pthread_attr_setaffinity_np pthread_getaffinity_np
= 2.3.3=p>2.34:c,2.3.4=p>2.34:c,2.34=c
 pthread_attr_getaffinity_np pthread_setaffinity_np
= 2.41=c
 sched_getattr sched_setattr
= 2.43=cG
 free_aligned_sized free_sized
= O 2.0=s
 __p_class_syms __p_type_syms
= O 2.2=c
 _IO_wfile_jumps _res_hconf
= O imnsx/2.2=C -
 __ctype32_tolower __ctype32_toupper
= O l/- 2.2=c>2.32-2.36:C
 svc_max_pollfd svc_pollfd
= ams/2.27=m,2.31=m ehn/- 2.26=m,2.31=m
 totalorderf128 totalordermagf128
= ehn/- 2.27=m,2.31=m
 totalorderf64x totalordermagf64x
= i/2.0=+c,2.1=m mn/2.0=+c,2.2=m 2.2=cm
 __finite __finitef
= i/2.0=c,2.2=c 2.0=c
 getrlimit setrlimit
= i/2.0=m,2.43=m lmnr/2.0=m 2.2=m,2.38=m
 fmod fmodf
= i/2.1=Cm 2.2=m
 scalbln scalblnf
= i/2.1=M lr/- 2.2=M
 pow10 pow10f
= i/2.1=c,2.3.3=c 2.2=c,2.3.3=c
 nftw nftw64
= i/2.1=cm 2.2=cm
 __signbit __signbitf
= i/2.1=m,2.27=m 2.2=m,2.27=m
 exp2f log2f
= i/2.1=m,2.29=m r/2.27=m 2.2=m,2.29=m
 exp2 log2
= i/2.1=r>2.34:c,2.4=r>2.34:c,2.34=c 2.2=r>2.34:c,2.4=r>2.34:c,2.34=c
 lio_listio lio_listio64
= i/2.2=m -
 __expl __expm1l
= in/2.0=C -
 __strtoq_internal __strtouq_internal
= in/2.3=c 2.3.3=c
 strtoll_l strtoull_l
= ipx/2.26=c -
 __strtof128_internal __wcstof128_internal
= ix/2.0=c eh/2.4=C -
 ioperm iopl
= l/- 2.2=c>2.32-2.36:C
 svc_getreq_common svc_getreq_poll
= l/- 2.3.4=c>2.32-2.36:C
 xdr_quad_t xdr_u_quad_t
= lr/- 2.0=C>2.32-2.36:G
 malloc_get_state malloc_set_state
= lr/2.27=m 2.0=m,2.44=m
 cosh sinh
= mn/2.0=+c,2.33=g 2.0=c
 __libc_mallinfo __libc_mallopt
= n/2.18=c -
 __mips_fpu_getcw __mips_fpu_setcw
= r/2.27=m 2.0=m,2.35=m
 hypot hypotf
= s/2.2=+c,2.19=C 2.0=cP>2.32-2.36:c
 longjmp siglongjmp
= s/2.2=c,2.4=c ehn/2.0=C 2.0=c
 __isinfl __isnanl
= x/2.2.5=c -
 __arch_prctl arch_prctl
= 2.0=bc
 __ctype_get_mb_cur_max
= 2.0=c,2.2.3=c
 fnmatch
= 2.0=c,2.27=c
 glob
= 2.0=c,2.3.4=c
 regexec
= 2.0=c,2.34=c
 __libc_start_main
= 2.0=c,2.3=c
 realpath
= 2.0=c>2.37-2.41:C
 __ivaliduser
= 2.0=m,2.23=m
 lgamma
= 2.0=p>2.32:c,2.32=c
 pthread_sigmask
= 2.10=c,2.24=c
 quick_exit
= 2.10=c>2.32-2.36:cG
 malloc_info
= 2.11=p>2.34:c,2.34=c
 pthread_sigqueue
= 2.16=c>2.32-2.36:cG
 aligned_alloc
= 2.17=c
 secure_getenv
= 2.18=c
 __cxa_thread_atexit_impl
= 2.2.2=c
 __nss_hostname_digits_dots
= 2.2.3=c
 sprofil
= 2.2.3=p>2.32:c,2.32=c
 pthread_getattr_np
= 2.2.3=t
 td_symbol_list
= 2.2.6=c
 __nanosleep
= 2.2=c,2.22=c
 fmemopen
= 2.2=p>2.32-2.36:C
 __pthread_rwlock_unlock
= 2.2=s
 __res_hostalias
= 2.3.2=s
 __p_rcode
= 2.3.3=t
 td_thr_tlsbase
= 2.3.4=d>2.34:c,2.34=c
 dlmopen
= 2.3.4=p>2.34:c,2.34=c
 pthread_setschedprio
= 2.31=p>2.34:c,2.34=c
 pthread_clockjoin_np
= 2.33=cG
 mallinfo2
= 2.3=t
 td_thr_tls_get_addr
= 2.42=C
 uimaxabs
= 2.7=r>2.34:c,2.34=c
 __mq_open_2
= O 2.0=C
 _res
= O 2.0=l
 _r_debug
= O 2.0=m
 signgam
= O 2.23=m
 __signgam
= O 2.32=c
 __libc_single_threaded
= O ehlpx/- 2.0=c
 ___brk_addr
= O i/2.1=l 2.2=l
 __libc_stack_end
= O imnsx/2.0=c -
 re_max_failures
= O ipsx/- 2.4=l
 __stack_chk_guard
= O l/- 2.0=C
 svcauthdes_stats
= O lr/- 2.0=M
 _LIB_VERSION
= O lr/- 2.0=s>2.37-2.41:S
 _res_opcodes
= O p/2.25=m -
 __fe_dfl_mode
= a/2.17=p>2.32-2.36:C 2.0=cp>2.32-2.36:c
 __send
= a/2.18=c h/2.4=C 2.0=c
 _mcount
= alpr/- 2.0=C
 __secure_getenv
= alr/- 2.2=c>2.32-2.36:C
 __sysctl
= eh/2.8=c -
 __gnu_mcount_nc
= ehi/2.37=c -
 __ppoll64_chk
= ehin/2.35=c -
 __epoll_pwait2_time64
= ehn/- 2.18=m
 __issignalingl
= ehn/- 2.25=m
 __iseqsigl
= h/2.4=C eisx/2.0=c -
 mcount
= i/2.0=+c,2.1=m s/2.2=cm,2.4=cm m/2.0=+c,2.2=m n/2.0=c,2.2=M eh/2.4=CM 2.2.5=cm
 __finitel
= i/2.0=c,2.1=c 2.0=c
 chown
= i/2.0=c,2.3.4=c -
 vm86
= i/2.0=d>2.34:c,2.1=d>2.34:c,2.34=c 2.0=d>2.34:c,2.2=d>2.34:c,2.34=c
 dlopen
= i/2.1.2=c 2.2=c
 __vfork
= i/2.1=Cm s/2.2=m,2.4=m 2.2=m
 scalblnl
= i/2.1=M s/2.2=m,2.4=M lr/- 2.2=M
 pow10l
= i/2.1=N lr/- 2.2=N
 __nis_hash
= i/2.1=c s/2.2=+c,2.19=C 2.2=c
 getcontext
= i/2.1=c,2.2=c,2.27=c 2.2=c,2.27=c
 glob64
= i/2.1=c>2.37-2.41:C 2.2=c>2.37-2.41:C
 _dl_mcount_wrapper
= i/2.1=d>2.34:c,2.34=c 2.2=d>2.34:c,2.34=c
 dlvsym
= i/2.1=l 2.2=l
 _dl_mcount
= i/2.1=m,2.32=m r/2.27=m 2.2=m,2.32=m
 exp10f
= i/2.1=m,2.43=m lr/2.27=m 2.2=m,2.43=m
 tgammaf
= i/2.3=l -
 ___tls_get_addr
= ilr/2.1=m 2.2=m,2.39=m
 exp10
= imn/2.0=C -
 res_init
= imns/2.0=C -
 atexit
= imnsx/2.0=P>2.32-2.36:C -
 pthread_atfork
= in/2.2=c,2.3.3=c 2.2=c
 posix_fallocate64
= ipx/2.25=m -
 __iscanonicall
= ipx/2.26=m>2.34:c,2.34=c -
 __isnanf128
= ix/2.1=c -
 modify_ldt
= ix/2.33=c -
 __x86_get_cpuid_feature_leaf
= l/- 2.0=P>2.32-2.36:C
 pthread_kill_other_threads_np
= l/- 2.2=N
 xdr_ypall
= lr/- 2.0=M
 matherr
= lr/2.27=m 2.0=m,2.23=m,2.43=m
 lgammaf
= m/2.2=c n/2.2=c,2.19=c 2.1=c
 setrlimit64
= m/2.2=c n/2.2=c,2.19=c 2.1=c,2.2=c
 getrlimit64
= m/2.2=m ns/2.4=m 2.1=m
 exp2l
= mn/2.2=c -
 _test_and_set
= mn/2.2=p>2.34:c,2.3.3=p>2.34:c,2.34=c 2.1=p>2.34:c,2.34=c
 pthread_attr_setstacksize
= mn/2.2=p>2.34:c,2.3.3=p>2.34:c,2.34=c 2.2=p>2.34:c,2.34=c
 pthread_attr_setstack
= ms/2.0=c ehin/2.0=cp>2.32-2.36:c,2.28=c 2.2.5=cP>2.32-2.36:c
 fcntl
= p/2.17=M -
 __fe_nomask_env
= p/2.17=c -
 __ppc_get_timebase_freq
= p/2.22=l -
 __tls_get_addr_opt
= p/2.23=l -
 __parse_hwcap_and_convert_at_platform
= p/2.39=l -
 __parse_hwcap_3_4_and_convert_at_platform
= ps/2.4=m -
 __nldbl_nexttowardf
= r/2.27=c -
 __riscv_flush_icache
= r/2.40=c -
 __riscv_hwprobe
= s/- 2.3=l
 __tls_get_addr
= s/2.11=+c,2.19=C 2.11=c
 __longjmp_chk
= s/2.29=c ix/2.13=c -
 __fentry__
= s/2.2=c,2.4=C l/- 2.0=C
 _IO_vfscanf
= s/2.2=m,2.4=m,2.23=m 2.0=m,2.23=m
 lgammal
= s/2.3=l -
 __tls_get_offset
= s/2.4=cm m/2.2=cm ehn/- 2.1=cm
 __signbitl
= s/2.4=m m/2.2=m ehn/- 2.1=m
 __fpclassifyl
= sx/2.10=c 2.11=c
 fallocate64
= sx/2.2=c 2.2=c,2.3.3=c
 posix_fadvise64
= x/2.2.5=c,2.14=c 2.0=c
 memcpy
"""#
