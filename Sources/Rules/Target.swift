/// What a *yes* to a checklist item means (FORMATS 1.4). Options by their index in the framework.
public enum Target: Sendable, Hashable {
    /// A signal for an option, or against it where the weight is negative; the words behind the option
    /// qualify it.
    case signal(option: Int, weight: Number, qualifier: String?)
    /// The option's gate: without a *yes* it is not viable.
    case gate(option: Int)
    /// The option to start from when this is *yes* or when nothing else decides, and further advice.
    case fallback(option: Int, advice: String?)

    /// The option that is meant.
    public var option: Int {
        switch self {
        case .signal(let option, _, _), .gate(let option), .fallback(let option, _): option
        }
    }
}
