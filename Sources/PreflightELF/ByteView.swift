// A few bytes of the file with their byte order: the one place where integers are taken out of bytes.

/// Bytes of a file in its own byte order, valid until the next read of the same ``FileBytes``.
///
/// Reading outside of `count` is a programming error and stops the program; the readers check before they look.
struct ByteView {
    let base: UnsafeRawPointer
    let count: Int
    let isBigEndian: Bool

    @inline(__always)
    private func load<Value: FixedWidthInteger>(_ offset: Int, as type: Value.Type) -> Value {
        precondition(offset >= 0 && offset <= count - MemoryLayout<Value>.size)
        let value = base.loadUnaligned(fromByteOffset: offset, as: type)
        return isBigEndian ? Value(bigEndian: value) : Value(littleEndian: value)
    }

    @inline(__always) func u8(_ offset: Int) -> UInt8 { load(offset, as: UInt8.self) }
    @inline(__always) func u16(_ offset: Int) -> UInt16 { load(offset, as: UInt16.self) }
    @inline(__always) func u32(_ offset: Int) -> UInt32 { load(offset, as: UInt32.self) }
    @inline(__always) func u64(_ offset: Int) -> UInt64 { load(offset, as: UInt64.self) }
    /// A word of the file's class: 8 bytes in ELF64, 4 in ELF32.
    @inline(__always) func word(_ offset: Int, is64Bit: Bool) -> UInt64 {
        is64Bit ? u64(offset) : UInt64(u32(offset))
    }

    /// The `length` bytes from `offset` on, which must lie inside.
    func slice(_ offset: Int, _ length: Int) -> UnsafeRawBufferPointer {
        precondition(offset >= 0 && length >= 0 && offset <= count - length)
        return UnsafeRawBufferPointer(start: base + offset, count: length)
    }
}
