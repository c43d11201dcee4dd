import FoundationEssentials

/// The built-in functions that expressions may call (DMN 1.5, 10.3.4).
enum Function: String, Sendable, Hashable, CaseIterable {
    /// How many items a list has.
    case count
    /// The sum of numbers.
    case sum
    /// The least of values that have an order.
    case min
    /// The greatest of values that have an order.
    case max
    /// The arithmetic mean of numbers.
    case mean
    /// The next whole number below, or the next with so many digits.
    case floor
    /// The next whole number above, or the next with so many digits.
    case ceiling
    /// Rounding away from zero.
    case roundUp = "round up"
    /// Rounding towards zero.
    case roundDown = "round down"
    /// How many characters a text has.
    case stringLength = "string length"
    /// Whether a text holds another.
    case contains
    /// Whether a text begins with another.
    case startsWith = "starts with"
    /// The day that a text names.
    case date
    /// The contrary.
    case not

    /// How many arguments it takes.
    var arity: ClosedRange<Int> {
        switch self {
        case .count, .stringLength, .date, .not: 1...1
        case .floor, .ceiling: 1...2
        case .roundUp, .roundDown, .contains, .startsWith: 2...2
        case .sum, .min, .max, .mean: 1...Int.max
        }
    }

    /// What the function gives; null where an argument is not of the kind that it takes.
    func apply(_ arguments: [Value]) -> Value {
        guard arity.contains(arguments.count) else { return .null }
        switch self {
        case .count: return Function.items(arguments).map { .number(Number($0.count)) } ?? .null
        case .sum: return Value(Function.sum(arguments))
        case .mean:
            guard let items = Function.items(arguments), let sum = Function.sum(arguments) else {
                return .null
            }
            return Value(Arithmetic.divided.apply(sum, Number(items.count)))
        case .min: return Function.first(of: arguments) { $0.isLess(than: $1) }
        case .max: return Function.first(of: arguments) { $1.isLess(than: $0) }
        case .floor: return Function.rounded(.floor, arguments)
        case .ceiling: return Function.rounded(.ceiling, arguments)
        case .roundUp: return Function.rounded(.up, arguments)
        case .roundDown: return Function.rounded(.down, arguments)
        case .not: return Value(Truth.not(arguments[0].truth))
        case .date: return Function.date(arguments[0].unwrapped)
        case .stringLength:
            guard let text = arguments[0].unwrapped.string else { return .null }
            return .number(Number(text.unicodeScalars.count))
        case .contains: return Function.texts(arguments) { Function.contains($0, $1) }
        case .startsWith: return Function.texts(arguments) { $0.starts(with: $1) }
        }
    }

    /// The items of the list that is the only argument; several arguments, or one that is no list, are
    /// themselves the items. `nil` for null.
    private static func items(_ arguments: [Value]) -> [Value]? {
        guard arguments.count == 1 else { return arguments }
        switch arguments[0] {
        case .list(let items): return items
        case .null: return nil
        default: return arguments
        }
    }

    private static func sum(_ arguments: [Value]) -> Number? {
        guard let items = items(arguments), let first = items.first?.number else { return nil }
        var sum = first
        for item in items.dropFirst() {
            guard let number = item.number, let next = Arithmetic.plus.apply(sum, number) else { return nil }
            sum = next
        }
        return sum
    }

    /// The item that comes before all others; null where two have no order, or there are none.
    private static func first(of arguments: [Value], isBefore: (Value, Value) -> Bool?) -> Value {
        guard let items = items(arguments), var best = items.first, best.isLess(than: best) != nil else {
            return .null
        }
        for item in items.dropFirst() {
            guard let isBetter = isBefore(item, best) else { return .null }
            if isBetter { best = item }
        }
        return best
    }

    private static func rounded(_ rounding: ScaledInteger.Rounding, _ arguments: [Value]) -> Value {
        let scale = arguments.count > 1 ? arguments[1].unwrapped : .number(0)
        guard let number = arguments[0].unwrapped.number.flatMap({ ScaledInteger($0) }),
            let places = scale.number.flatMap({ ScaledInteger($0) })?.rounded(.down, scale: 0)?.whole,
            // The scales that a number of DMN may have (10.3.2.3.1).
            (-6111...6176).contains(places)
        else { return .null }
        return Value(number.rounded(rounding, scale: places)?.number)
    }

    private static func date(_ value: Value) -> Value {
        switch value {
        case .date: value
        case .string(let text): CalendarDate(iso: text).map(Value.date) ?? .null
        default: .null
        }
    }

    /// Texts are searched by code point, since by whole characters `"e"` would stand in `"é"` or not by how the
    /// letter is composed and which Unicode the machine knows.
    private static func texts(
        _ arguments: [Value], holds: ([Unicode.Scalar], [Unicode.Scalar]) -> Bool
    ) -> Value {
        guard let text = arguments[0].unwrapped.string, let part = arguments[1].unwrapped.string else {
            return .null
        }
        return .boolean(holds(Array(text.unicodeScalars), Array(part.unicodeScalars)))
    }

    private static func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
        guard part.count <= text.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
    }
}
