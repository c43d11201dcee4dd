import Markdown

/// Writing XML.
enum XML {
    /// Text as it stands between tags and in attributes. What XML 1.0 cannot hold (2.2) is left out.
    static func escaped(_ text: String) -> String {
        let allowed = text.unicodeScalars.filter { scalar in
            scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                || [0x09, 0x0A, 0x0D].contains(scalar.value)
        }
        return HTMLEscaping.escape(String(String.UnicodeScalarView(allowed)))
    }
}
