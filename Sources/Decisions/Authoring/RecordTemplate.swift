import Markdown
public import Rules

/// The text that a new record begins with.
public struct RecordTemplate: Sendable {
    /// The formats that the program knows by itself.
    public enum Format: String, Sendable, CaseIterable {
        /// MADR 4 with all its sections.
        case madr
        /// MADR 4 with the sections that no record can do without.
        case minimal
        /// Michael Nygard's, as adr-tools writes it.
        case nygard
    }

    private let bytes: [UInt8]
    private let format: Format?

    /// One of the program's own.
    public init(_ format: Format) {
        self.format = format
        bytes = Array(Skeletons.text(of: format).utf8)
    }

    /// The site's own: with the words NUMBER, TITLE, DATE and STATUS of adr-tools, or as MADR's are.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        format = nil
    }

    /// What a new record says of itself.
    public struct Values: Sendable {
        /// The number.
        public var number: Int
        /// The title.
        public var title: String
        /// The day of the decision.
        public var day: CalendarDate
        /// The status; the format's usual one where it is left out.
        public var status: String?
        /// A heading of the log, as the example of how it numbers titles; `nil` in an empty log.
        public var heading: String?

        /// Creates the values.
        public init(number: Int, title: String, day: CalendarDate, status: String?, heading: String?) {
            self.number = number
            self.title = title
            self.day = day
            self.status = status
            self.heading = heading
        }
    }

    /// The text of a new record.
    /// - Throws: `EditRefusal` where a template's encoding lacks a letter of the title.
    public func filled(_ values: Values, file: String) throws(EditRefusal) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        let hasWords = ["NUMBER", "TITLE"].contains { text.contains($0) }
        return hasWords ? filledByWords(text, values) : try filledByPlaces(values, file)
    }

    private func filledByWords(_ text: String, _ values: Values) -> [UInt8] {
        let isSection = format == nil || format == .nygard
        let status = values.status ?? (isSection ? "accepted" : "proposed")
        let written = isSection ? status.prefix(1).uppercased() + status.dropFirst() : status
        var heading = values.title
        if format == .madr || format == .minimal, let example = values.heading {
            heading = RecordNaming.heading(values.title, number: values.number, like: example)
        }
        // The first of each a line, as adr-tools does; the title comes last, since it may hold any of the words.
        let words = [
            ("NUMBER", String(values.number)), ("DATE", values.day.iso),
            ("STATUS", written), ("TITLE", heading),
        ]
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for index in lines.indices {
            for (word, value) in words {
                if let found = lines[index].firstRange(of: word) {
                    lines[index].replaceSubrange(found, with: value)
                }
            }
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    /// Puts title, status and date where the template has its own for them.
    private func filledByPlaces(_ values: Values, _ file: String) throws(EditRefusal) -> [UInt8] {
        let titled = try withTitle(values, file)
        let form = RecordForm(titled, file: file)
        var edits: [TextEdit] = []
        if let fact = form.facts.of(.status).first, let place = form.place(of: fact) {
            let isSection = fact.source == .section
            let status = values.status ?? "proposed"
            let words = isSection ? status.prefix(1).uppercased() + status.dropFirst() : status
            edits.append(TextEdit(place.range, place.written(words)))
        }
        if let fact = form.facts.of(.date(.decision)).first, let place = form.place(of: fact) {
            edits.append(TextEdit(place.range, place.written(values.day.iso)))
        }
        return try form.source.applying(edits)
    }

    /// The template with its title, without which a reader takes what follows for something else.
    private func withTitle(_ values: Values, _ file: String) throws(EditRefusal) -> [UInt8] {
        let form = RecordForm(bytes, file: file)
        let title = RecordNaming.heading(values.title, number: values.number, like: values.heading ?? "")
        let heading = form.file.document.blocks.first { $0.kind == .heading && $0.level == 1 }
        guard let heading else {
            return try form.source.applying([TextEdit(at: form.source.text.count, "# \(title)\n")])
        }
        let start = form.start(of: heading)
        return try form.source.applying([TextEdit(start..<form.source.endOfLine(start), "# " + title)])
    }
}

/// The program's own templates. What an author is to write is asked in comments, which no page shows.
private enum Skeletons {
    static func text(of format: RecordTemplate.Format) -> String {
        switch format {
        case .madr: madr
        case .minimal: minimal
        case .nygard: nygard
        }
    }

    private static let minimal = """
        ---
        status: STATUS
        date: DATE
        ---
        # TITLE

        ## Context and Problem Statement

        <!-- What has to be decided, and what makes it hard? -->

        ## Considered Options

        * <!-- One a line, with its name first. -->

        ## Decision Outcome

        <!-- Chosen option: "NAME", because … -->

        """

    private static let madr = """
        ---
        status: STATUS
        date: DATE
        decision-makers: []
        consulted: []
        informed: []
        ---
        # TITLE

        ## Context and Problem Statement

        <!-- What has to be decided, and what makes it hard? -->

        ## Decision Drivers

        * <!-- What weighs, the heaviest first. -->

        ## Considered Options

        * <!-- One a line, with its name first. -->

        ## Decision Outcome

        <!-- Chosen option: "NAME", because … -->

        ### Consequences

        * <!-- Good, because … -->
        * <!-- Bad, because … -->

        ### Confirmation

        <!-- How will somebody see that it is followed? -->

        ## Pros and Cons of the Options

        <!-- A heading of the third level for each option, and a list of what speaks for and against it. -->

        ## More Information

        <!-- Evidence, people to ask, when to look at it again. -->

        """

    private static let nygard = """
        # NUMBER. TITLE

        Date: DATE

        ## Status

        STATUS

        ## Context

        <!-- What is the case, and what pulls which way? -->

        ## Decision

        <!-- What we do, in full sentences. -->

        ## Consequences

        <!-- What becomes easier, and what harder? -->

        """
}
