/// The forms that a word has with a number, by the names of Unicode's CLDR.
public enum PluralForm: String, Sendable, Hashable, CaseIterable {
    case zero, one, two, few, many, other
}

/// How a language chooses the form that goes with a number of things. Languages that choose alike are one family.
///
/// The families are those of the cardinal rules of CLDR 47 (`common/supplemental/plurals.xml`, unicode.org/cldr), for whole
/// numbers, since things are counted here and not measured.
enum PluralRule: Sendable {
    /// No form but one: Japanese.
    case none
    /// One thing and all else: English, German.
    case one
    /// None or one, and all else: Hindi, Persian.
    case upToOne
    /// None or one, whole millions, and all else: French.
    case upToOneAndMillions
    /// One thing, whole millions, and all else: Spanish, Italian.
    case oneAndMillions
    case arabic, breton, czech, filipino, gaelic, hebrew, icelandic, irish, latvian, lithuanian, maltese,
        polish, romanian,
        russian, serbian, slovenian, welsh

    private static let families: [(PluralRule, String)] = [
        (
            .none,
            "bm bo dz hnj id ig ii ja jbo jv jw kde kea km ko lkt lo ms my nqo osa sah ses sg su th to tpi vi wo yo yue zh"
        ),
        (.upToOne, "ak am as bho bn csw doi fa ff gu guw hi hy kab kn ln mg nso pa pcm si ti wa zu"),
        (.upToOneAndMillions, "fr pt"),
        (.oneAndMillions, "ca es it lld scn vec"),
        (.arabic, "ar ars"), (.breton, "br"), (.czech, "cs sk"), (.filipino, "ceb fil tl"), (.gaelic, "gd"),
        (.hebrew, "he iw iu naq sat se sma smi smj smn sms"),
        (.icelandic, "is mk"), (.irish, "ga"), (.latvian, "lv prg"), (.lithuanian, "lt"), (.maltese, "mt"),
        (.polish, "pl"), (.romanian, "mo ro"), (.russian, "be ru uk"), (.serbian, "bs hr sh sr"),
        (.slovenian, "dsb hsb sl"), (.welsh, "cy"),
    ]

    /// The rule of a language: that of one and all else where the language is not known, as most have it.
    init(language: String) {
        let base = language.lowercased().prefix { $0 != "-" && $0 != "_" }
        // European Portuguese counts none among the many.
        let isEuropean = language.lowercased().replacing("_", with: "-") == "pt-pt"
        self =
            isEuropean
            ? .oneAndMillions
            : Self.families.first { $0.1.split(separator: " ").contains(base) }?.0 ?? .one
    }

    /// The form that goes with a number.
    func form(for count: Int) -> PluralForm {
        let n = count.magnitude
        let (tens, hundreds) = (n % 10, n % 100)
        let isMillions = n != 0 && n % 1_000_000 == 0
        switch self {
        case .none: return .other
        case .one: return n == 1 ? .one : .other
        case .upToOne: return n <= 1 ? .one : .other
        case .upToOneAndMillions: return n <= 1 ? .one : isMillions ? .many : .other
        case .oneAndMillions: return n == 1 ? .one : isMillions ? .many : .other
        case .arabic:
            if n <= 2 { return [.zero, .one, .two][Int(n)] }
            return (3...10).contains(hundreds) ? .few : hundreds >= 11 ? .many : .other
        case .breton:
            if tens == 1, ![11, 71, 91].contains(hundreds) { return .one }
            if tens == 2, ![12, 72, 92].contains(hundreds) { return .two }
            if [3, 4, 9].contains(tens), !(10...19).contains(hundreds), !(70...79).contains(hundreds),
                hundreds < 90
            {
                return .few
            }
            return isMillions ? .many : .other
        case .czech: return n == 1 ? .one : (2...4).contains(n) ? .few : .other
        case .filipino: return n > 3 && [4, 6, 9].contains(tens) ? .other : .one
        case .gaelic:
            if n == 1 || n == 11 { return .one }
            if n == 2 || n == 12 { return .two }
            return (3...19).contains(n) ? .few : .other
        case .hebrew: return n == 1 ? .one : n == 2 ? .two : .other
        case .icelandic: return tens == 1 && hundreds != 11 ? .one : .other
        case .irish:
            if n == 1 || n == 2 { return n == 1 ? .one : .two }
            return (3...6).contains(n) ? .few : (7...10).contains(n) ? .many : .other
        case .latvian:
            if tens == 0 || (11...19).contains(hundreds) { return .zero }
            return tens == 1 ? .one : .other
        case .lithuanian:
            guard !(11...19).contains(hundreds) else { return .other }
            return tens == 1 ? .one : tens >= 2 ? .few : .other
        case .maltese:
            if n == 1 || n == 2 { return n == 1 ? .one : .two }
            if n == 0 || (3...10).contains(hundreds) { return .few }
            return (11...19).contains(hundreds) ? .many : .other
        case .polish:
            if n == 1 { return .one }
            return Self.isFew(tens, hundreds) ? .few : .many
        case .romanian:
            if n == 1 { return .one }
            return n == 0 || (1...19).contains(hundreds) ? .few : .other
        case .russian:
            if tens == 1, hundreds != 11 { return .one }
            return Self.isFew(tens, hundreds) ? .few : .many
        case .serbian:
            if tens == 1, hundreds != 11 { return .one }
            return Self.isFew(tens, hundreds) ? .few : .other
        case .slovenian:
            return hundreds == 1 ? .one : hundreds == 2 ? .two : (3...4).contains(hundreds) ? .few : .other
        case .welsh:
            switch n {
            case 0: return .zero
            case 1: return .one
            case 2: return .two
            case 3: return .few
            case 6: return .many
            default: return .other
            }
        }
    }

    /// The forms that the numbers of a site ask for, in order. Millions are not among them.
    var forms: [PluralForm] {
        let asked = Set((0...200).map { form(for: $0) })
        return PluralForm.allCases.filter(asked.contains)
    }

    /// Two to four, but not twelve to fourteen, as Slavic languages have it.
    private static func isFew(_ tens: UInt, _ hundreds: UInt) -> Bool {
        (2...4).contains(tens) && !(12...14).contains(hundreds)
    }
}
