/// Numbers values, equal ones alike, in the order in which they come: the terminals of a diagram.
struct Interner<Value: Hashable & Sendable>: Sendable {
    /// The values by their number.
    private(set) var values: [Value] = []
    private var numbers: [Value: Int32] = [:]

    /// The number of a value.
    mutating func number(of value: Value) -> Int32 {
        if let known = numbers[value] { return known }
        let number = Int32(values.count)
        values.append(value)
        numbers[value] = number
        return number
    }

    /// The value with a number that this interner gave.
    subscript(number: Int32) -> Value { values[Int(number)] }
}
