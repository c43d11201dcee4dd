/// What pages say a language by: `de`, `pt-BR`, `zh-Hant-TW` (RFC 5646, section 2.1, `langtag`; tags of private use and those
/// kept from before are none here).
public enum LanguageTag {
    /// Whether a text has the shape of a tag: letters of a language, then parts of up to eight letters and digits.
    public static func isOne(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let language = parts.first, (2...3).contains(language.utf8.count),
            language.utf8.allSatisfy(isLetter)
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.utf8.count)
                && part.utf8.allSatisfy {
                    isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                }
        }
    }

    /// The tag that was meant by a text which is none: a locale of an operating system, or a language's name.
    public static func meant(by text: String) -> String? {
        let locale = String(text.prefix { $0 != "." && $0 != "@" }).replacing("_", with: "-")
        return isOne(locale) ? locale : names[text.lowercased()]
    }

    /// What some languages are called, in English and by those who speak them.
    private static let names = [
        "arabic": "ar", "chinese": "zh", "czech": "cs", "dansk": "da", "danish": "da", "deutsch": "de",
        "dutch": "nl", "english": "en", "español": "es", "finnish": "fi", "français": "fr", "french": "fr",
        "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi", "italian": "it", "italiano": "it",
        "japanese": "ja", "korean": "ko", "nederlands": "nl", "norwegian": "no", "persian": "fa",
        "polish": "pl", "polski": "pl", "portuguese": "pt", "português": "pt", "russian": "ru",
        "spanish": "es", "svenska": "sv", "swedish": "sv", "turkish": "tr", "ukrainian": "uk",
    ]

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
