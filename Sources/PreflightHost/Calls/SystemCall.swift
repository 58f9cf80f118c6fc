// System calls put to the kernel with harmless arguments: the table and the answers, as C gives them.

internal import CPreflightProbe

/// A system call of the table of probes.
public struct SystemCall: Sendable, Hashable {
    /// As facts name it behind `call.`: `clone3`, `socket.inet6`.
    public let name: String
    /// What is asked, as people write it: `clone3(NULL, 0)`.
    public let shown: String
    /// The number on this architecture; nil where it has none.
    public let number: Int?
    /// The first kernel that has it.
    public let introduced: KernelRelease
    /// What is passed, as the registers hold it.
    public let arguments: [UInt64]
    /// The error numbers which mean that it arrived.
    let arrived: Set<CInt>
    /// Whether success means that it arrived.
    let succeeds: Bool
    /// The error number which means that it arrived where nothing stands behind it.
    let absent: CInt?
    /// Its place in the table of C.
    let index: CInt

    /// The call itself, where the name adds which question is put: `socket` of `socket.inet6`.
    public var base: String { name.split(separator: ".").first.map(String.init) ?? name }

    /// The whole table, in the order to show.
    public static let all: [SystemCall] = {
        var count: CInt = 0
        guard let table = preflight_calls(&count) else { return [] }
        return (0..<Int(count)).map { SystemCall(table[$0], index: CInt($0)) }
    }()

    /// A call by its name; nil for one that is not in the table.
    public static func named(_ name: some StringProtocol) -> SystemCall? { all.first { $0.name == name } }

    private init(_ call: preflight_call, index: CInt) {
        name = String(cString: call.name)
        shown = String(cString: call.shown)
        number = call.number < 0 ? nil : call.number
        introduced = KernelRelease(Int(call.introduced >> 16), Int(call.introduced >> 8 & 0xFF), Int(call.introduced & 0xFF))
        arguments = withUnsafeBytes(of: call.arguments) { bytes in
            bytes.bindMemory(to: Int.self).map { UInt64(truncatingIfNeeded: $0) }
        }
        let (first, second, third, fourth) = call.arrived
        arrived = Set([first, second, third, fourth].filter { $0 != 0 })
        succeeds = call.succeeds != 0
        absent = call.absent == 0 ? nil : call.absent
        self.index = index
    }

    /// What came back.
    public enum Answer: Sendable, Hashable {
        /// 0 or more.
        case value(Int)
        /// An error number.
        case error(CInt)
        /// The child that asked was ended by a signal; 0 where somebody else reaped it and nothing is known of the signal.
        case killed(CInt)
        /// The child had to be killed.
        case timedOut
        /// The call was not tried: several before it had timed out.
        case notAsked
        /// The architecture has no such call.
        case noNumber

        init(_ answer: preflight_answer) {
            switch UInt32(bitPattern: answer.outcome) {
            case PREFLIGHT_ANSWERED.rawValue: self = answer.error == 0 ? .value(answer.value) : .error(answer.error)
            case PREFLIGHT_KILLED.rawValue: self = .killed(answer.signal)
            case PREFLIGHT_TIMED_OUT.rawValue: self = .timedOut
            case PREFLIGHT_NO_NUMBER.rawValue: self = .noNumber
            default: self = .notAsked
            }
        }

        /// As facts show it: `EINVAL`, `7`, `SIGSYS`, `no answer`.
        public var shown: String {
            switch self {
            case .value(let value): String(value)
            case .error(let number): errorName(number)
            case .killed(31): "SIGSYS"
            case .killed(0): "killed"
            case .killed(let signal): "signal \(signal)"
            case .timedOut, .notAsked: "no answer"
            case .noNumber: "no such call"
            }
        }
    }

    /// Asks the kernel of this machine, in child processes.
    ///
    /// - Parameter milliseconds: the longest wait for one answer.
    /// - Returns: an answer for each call, in order.
    /// - Throws: ``Unknown`` where no child can be started.
    public static func ask(_ calls: [SystemCall], milliseconds: Int = 1000) throws(Unknown) -> [Answer] {
        var answers = [preflight_answer](repeating: preflight_answer(), count: calls.count)
        let failure = preflight_ask(calls.map(\.index), CInt(calls.count), &answers, CInt(milliseconds))
        guard failure == 0 else {
            throw Unknown(
                .failed,
                "no child process can be started to try system calls in: fork says \(errorName(failure)); "
                    + "look at pids.max, RLIMIT_NPROC and whether a seccomp filter forbids clone")
        }
        return answers.map { Answer($0) }
    }
}

/// The name of an error number; its digits where it is none of the usual ones.
func errorName(_ number: CInt) -> String {
    preflight_error_name(number).map { String(cString: $0) } ?? "error \(number)"
}

/// The number of an error by its name; -1 for a name that is none.
func errorNumber(_ name: String) -> CInt { (1...200).first { errorName($0) == name } ?? -1 }
