/// What the program says of itself.
public enum Precedent {
    /// The version, by semver.org.
    public static let version = "0.1.0"
    /// The name and the version, as pages carry them.
    public static let name = "Precedent \(version)"
}
