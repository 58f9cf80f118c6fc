// What is known of the kernel's clock sources by name. The measurement in ClockCost has the last word: names only explain.

/// A source the kernel can take its time from.
struct ClockSource: Sendable {
    /// As the kernel names it in `current_clocksource`.
    var name: String
    /// Whether the vDSO can read it, so that a program needs no system call.
    var isReadByVDSO: Bool
    /// What it is.
    var meaning: String

    /// The sources of the architectures that Linux releases run on; which of them the vDSO reads: the `vdso_clock_mode` of
    /// arch/x86/kernel/tsc.c, arch/x86/kernel/kvmclock.c, drivers/clocksource/hyperv_timer.c, drivers/clocksource/arm_arch_timer.c,
    /// and its absence elsewhere.
    static let known: [ClockSource] = [
        ClockSource(name: "tsc", isReadByVDSO: true, meaning: "the processor's time stamp counter"),
        ClockSource(name: "tsc-early", isReadByVDSO: true, meaning: "the time stamp counter before it is calibrated"),
        ClockSource(name: "kvm-clock", isReadByVDSO: true, meaning: "KVM's paravirtual clock"),
        ClockSource(name: "hyperv_clocksource_tsc_page", isReadByVDSO: true, meaning: "Hyper-V's time stamp page"),
        ClockSource(name: "arch_sys_counter", isReadByVDSO: true, meaning: "the ARM generic timer"),
        ClockSource(name: "riscv_clocksource", isReadByVDSO: true, meaning: "the RISC-V time register"),
        ClockSource(name: "tod", isReadByVDSO: true, meaning: "the time-of-day clock of s390"),
        ClockSource(name: "timebase", isReadByVDSO: true, meaning: "the time base of PowerPC"),
        ClockSource(name: "hpet", isReadByVDSO: false, meaning: "the high precision event timer, a device"),
        ClockSource(name: "acpi_pm", isReadByVDSO: false, meaning: "the ACPI power management timer, a device"),
        ClockSource(name: "xen", isReadByVDSO: false, meaning: "Xen's paravirtual clock"),
        ClockSource(
            name: "hyperv_clocksource_msr", isReadByVDSO: false, meaning: "Hyper-V's reference counter, a trap to the host"),
        ClockSource(name: "pit", isReadByVDSO: false, meaning: "the programmable interval timer of 1981"),
        ClockSource(name: "jiffies", isReadByVDSO: false, meaning: "the timer interrupt, nothing finer"),
        ClockSource(name: "refined-jiffies", isReadByVDSO: false, meaning: "the timer interrupt, nothing finer"),
    ]

    /// What to change to where one of them is at hand, best first.
    static let fast = ["tsc", "kvm-clock", "hyperv_clocksource_tsc_page", "arch_sys_counter"]

    static func named(_ name: String) -> ClockSource? { known.first { $0.name == name } }
}
