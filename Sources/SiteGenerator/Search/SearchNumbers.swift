/// Numbers as text: digits of 32, the lowest first; all but a number's last come from the second half of the alphabet.
enum SearchNumbers {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    /// The value of each digit; that of all other bytes is 0.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0, count: 256)
        for (value, digit) in alphabet.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }()

    static func write(_ number: Int, to out: inout [UInt8]) {
        var rest = number
        while rest >= 32 {
            out.append(alphabet[32 + rest & 31])
            rest >>= 5
        }
        out.append(alphabet[rest])
    }

    /// How many numbers a text holds: as many as digits of the first half.
    static func count(in text: [UInt8]) -> Int { text.count { values[Int($0)] < 32 } }

    /// The numbers of a text.
    static func numbers(in text: [UInt8]) -> [Int] {
        var numbers: [Int] = []
        var (number, shift) = (0, 0)
        for digit in text {
            let value = Int(values[Int(digit)])
            // No number that is written has more than 32 bits.
            if shift < 35 { number |= (value & 31) << shift }
            shift += 5
            if value < 32 {
                numbers.append(number)
                (number, shift) = (0, 0)
            }
        }
        return numbers
    }

    /// The documents of postings, ascending, each with its place.
    static func pairs(in text: [UInt8]) -> [(document: Int, place: Int)] {
        let numbers = numbers(in: text)
        var last = -1
        return stride(from: 0, to: numbers.count - 1, by: 2).map { index in
            last += numbers[index]
            return (last, numbers[index + 1])
        }
    }

    /// The postings of documents, ascending.
    static func text(of pairs: [(document: Int, place: Int)]) -> [UInt8] {
        var out: [UInt8] = []
        var last = -1
        for (document, place) in pairs {
            write(document - last, to: &out)
            write(place, to: &out)
            last = document
        }
        return out
    }
}
