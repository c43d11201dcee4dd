/// How far an analysis goes. None says anything that is not so; what differs is whether it says all.
public enum AnalysisExtent: String, Sendable, Hashable {
    /// What it says is all there is.
    case exact
    /// What it says holds, and there may be more: a condition reckons with several answers at once, so that its value
    /// is known for some answers alone, or there is too much to go over.
    case cautious
    /// It was not made: the framework is past the node limit, or the analysis itself would be.
    case notAnalysed = "not-analysed"
}
