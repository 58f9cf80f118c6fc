// A root directory as a target beside those of the matrix.

public import PreflightLoader

/// Where a root is and how its loader shall be taken to run.
public struct RootSource: Sendable {
    /// The directories, uppermost first; see the room of inputs.
    public var directories: [String]
    /// What the caller says about the run.
    public var options: LoaderOptions
    /// What is known of the machine that runs it.
    public var surroundings: Surroundings

    /// A root made of `directories`.
    public init(directories: [String], options: LoaderOptions, surroundings: Surroundings) {
        self.directories = directories
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
}
