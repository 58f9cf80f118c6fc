// The part of the JSON that says who references a symbol.

public import PreflightCore

extension JSONWriter {
    /// Writes the member `uses`.
    public mutating func uses(_ uses: [SymbolUse]) {
        key("uses")
        array { list in
            for use in uses {
                list.object { members in
                    members.key("symbol")
                    members.string(use.symbol)
                    members.key("file")
                    members.string(use.file)
                    members.key("member")
                    members.string(use.member)
                    members.key("package")
                    members.string(use.package)
                    members.key("target")
                    members.string(use.target)
                    members.key("source")
                    members.string(use.source)
                    members.key("weak")
                    members.bool(use.isWeak)
                    members.key("startCode")
                    members.bool(use.isStartCode)
                    members.key("because")
                    members.array { steps in
                        for link in use.because { steps.step(link) }
                    }
                }
            }
        }
    }

    private mutating func step(_ link: SymbolUse.Link) {
        object { members in
            members.key("file")
            members.string(link.file)
            members.key("member")
            members.string(link.member)
            members.key("target")
            members.string(link.target)
            members.key("source")
            members.string(link.source)
            members.key("symbol")
            members.string(link.symbol)
        }
    }
}
