// Writes the good files of the corruption tests into the directory that is named, for the fuzzer to start from: of the
// builder in all encodings and machines that are read in their own way, and of the compiler.

import PreflightTestSupport

guard CommandLine.arguments.count == 2 else { fatalError("usage: MakeSeeds DIRECTORY (which exists)") }
let directory = CommandLine.arguments[1]

for (number, file) in try Corruptor.goodFiles().enumerated() where file.bytes.count < 20_000 {
    try writeFile("\(directory)/good-\(number)", file.bytes)
}
for encoding in Encoding.all {
    for machine: UInt16 in [3, 8, 22, 62, 0x9026] {
        for hash in [ELFBuilder.Hash.gnu, .sysv, .none] {
            var builder = ELFBuilder.rich(encoding)
            builder.machine = machine
            builder.hash = hash
            if machine == 8 { builder.extraEntries = [(0x7000_0011, 7), (0x7000_0013, 3)] }
            builder.interpreter = hash == .gnu ? "/lib64/ld-linux-x86-64.so.2" : nil
            let name = "\(machine)-\(encoding.is64Bit ? 64 : 32)-\(encoding.isBigEndian ? "be" : "le")-\(hash)"
            try writeFile("\(directory)/\(name)", builder.write())
        }
    }
}
