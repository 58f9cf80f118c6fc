// A root directory as a target beside those of the matrix.

public import PreflightLoader

/// Where a root is and how its loader shall be taken to run.
public struct RootSource: Sendable {
    /// The directories, uppermost first; see the room of inputs.
    public var directories: [String]
    /// The record to judge by instead of directories.
    public var captured: CapturedTarget?
    /// What the caller says about the run.
    public var options: LoaderOptions
    /// What is known of the machine that runs it.
    public var surroundings: Surroundings

    /// A root made of `directories`, or told of by `captured`.
    public init(
        directories: [String], captured: CapturedTarget? = nil, options: LoaderOptions, surroundings: Surroundings
    ) {
        self.directories = directories
        self.captured = captured
        self.options = options
        self.surroundings = surroundings
    }
}

extension Target {
    /// A target that is a root.
    ///
    /// - Parameters:
    ///   - id: what reports call it, the path as it was given.
    ///   - name: PRETTY_NAME of its os-release, or the path.
    public static func root(id: String, name: String) -> Target {
        var target = Target(id: id)
        target.name = name
        target.line = id
        target.isOut = true
        return target
    }
}

extension Selection {
    /// The selection with `target` behind the others.
    public mutating func add(_ target: Target, root: RootSource) {
        chosen.append(Chosen(target: target, isNamed: true, root: root))
    }

    /// The targets that a report names, in the order of `matrix`; ids that are no releases of it were roots and come last.
    public static func recorded(_ ids: [String], asOf: Day, in matrix: Matrix) -> Selection {
        var selection = Selection(chosen: [], asOf: asOf, expression: ids)
        let wanted = Set(ids)
        let releases = matrix.targets.filter { wanted.contains($0.id) }
        selection.chosen = releases.map { Chosen(target: $0, isNamed: false) }
        let known = Set(releases.map(\.id))
        for id in ids where !known.contains(id) && !selection.chosen.contains(where: { $0.target.id == id }) {
            let source = RootSource(directories: [], options: LoaderOptions(), surroundings: Surroundings())
            selection.add(.root(id: id, name: id), root: source)
        }
        return selection
    }
}
