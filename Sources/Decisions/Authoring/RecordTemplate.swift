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
    /// The lines in which the log's records say what front matter says elsewhere; `nil` where they have that.
    private let head: RecordHead?
    /// Where a template of the site's own lies.
    private let file: String?

    /// One of the program's own.
    /// - Parameter head: the lines under the title that take the place of MADR's front matter.
    public init(_ format: Format, head: RecordHead? = nil) {
        self.format = format
        file = nil
        self.head = format == .nygard ? nil : head
        bytes = Array(Skeletons.text(of: format).utf8)
    }

    /// The site's own: with the words NUMBER, TITLE, DATE and STATUS of adr-tools, or as MADR's are.
    /// - Parameter file: what problems call it.
    public init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        head = nil
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

        /// The status as a value in front matter.
        public var statusScalar: String? {
            status.map { ValuePlace(range: 0..<0, style: .yaml(quote: nil, isInFlow: false)).written($0) }
        }

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
        let source = SourceText(bytes, file: self.file ?? file)
        let words = TemplateWords(source)
        guard words.hasPlaces else { return try filledByPlaces(values, file) }
        let isSection = format == nil || format == .nygard
        let status = values.status ?? (isSection ? "accepted" : "proposed")
        var heading = values.title
        if format == .madr || format == .minimal, let example = values.heading {
            heading = RecordNaming.heading(values.title, number: values.number, like: example)
        }
        let edits = words.edits(inFrontMatter: head == nil) { word, isInFrontMatter in
            switch word {
            case TemplateWords.number: String(values.number)
            case TemplateWords.date: values.day.iso
            case TemplateWords.title: heading
            default:
                isSection && !isInFrontMatter ? status.prefix(1).uppercased() + status.dropFirst() : status
            }
        }
        return try source.applying(edits + (head?.edits(source, status: status, day: values.day) ?? []))
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
