/// What the rules recommend for one complete set of answers, and why: a terminal of the diagram.
public struct Outcome: Sendable, Hashable {
    /// The recommended options, ascending; several are a tie, none is *nothing*.
    public let options: [Int]
    /// The step of FORMATS 1.6 that settled it.
    public let ground: Ground

    /// Whether it is only where to start.
    public var isStartingPoint: Bool { ground == .askedToStart || ground == .fallback }
}
