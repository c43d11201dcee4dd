import Diagnostics
public enum Value: Sendable, Hashable {
    case null, boolean(Bool), number(Number), string(String), date(CalendarDate), list([Value])
    var text: String { "\(self)" }
}
struct Expression: Sendable {
    let names: [Int]
    static func parse(_ t: SourcedText, names: [String]) -> (expression: Expression?, problems: [Diagnostic])
    { (nil, []) }
    func evaluate(_ v: (Int) -> Value) -> Value { .null }
    func thresholds(ofName name: Int) -> [Value]? { nil }
}
struct UnaryTests: Sendable {
    enum Column: Sendable { case yesNo, choice([String]), scale([String]), number, date, text, open }
    static func parse(_ t: SourcedText, column: Column, words: Words) -> (
        tests: UnaryTests?, problems: [Diagnostic]
    ) { (UnaryTests(), []) }
    func matches(_ v: Value) -> Bool { true }
    var boundaries: [Value] { [] }
    static let any = UnaryTests()
    var isAny: Bool { true }
}
