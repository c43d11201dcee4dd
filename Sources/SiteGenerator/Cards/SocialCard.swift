import CCard
import Decisions
import Glibc
import Languages

/// The picture that shows a page where somebody shares its address: what it is, its title, and the outcome of a report.
///
/// It is drawn while the site is built, from two faces that are part of the program, so that it is the same everywhere. Of
/// words in scripts that the faces do not have there is none: the page is then shared without.
struct SocialCard {
    /// What the page is: "Framework".
    let label: String
    let title: String
    /// What a report says: its verdict, and what that is of.
    let outcome: Outcome?
    let siteTitle: String
    /// The colour of what stands out, 0xRRGGBB.
    let accent: UInt32

    /// A report's verdict in a few words.
    struct Outcome {
        /// "Recommended".
        let label: String
        /// "Hybrid".
        let headline: String
    }

    /// Pixels: what social networks ask for.
    static let width = 1200
    static let height = 630

    private static let margin = 84
    private static let ink: UInt32 = 0x22_1D17
    private static let soft: UInt32 = 0x4D_453B
    private static let paper = Colour.Scheme.light.paper.code
    /// The accent of the built-in theme's light pages.
    private static let usualAccent: UInt32 = 0x0D_4A58

    /// The sizes that a title is tried in, in pixels: the first is taken in which it has room, else the last, cut short.
    private static let titleSizes = [76.0, 64, 54]
    private static let mostLines = 3
    /// Where the line above the title's first stands, and the site's title.
    private static let titleTop = 136
    private static let foot = height - 54
    /// The filled surface of a report: where it begins, and how high it is.
    private static let band = (top: foot - 172, height: 124)

    /// Whether the faces have all letters of it.
    var isDrawable: Bool {
        [
            CardText(label, .sans), CardText(title, .serif),
            CardText(outcome?.headline ?? "", .serif), CardText(outcome?.label ?? "", .sans),
        ]
        .allSatisfy(\.isDrawable)
    }

    /// The card as a PNG file; empty where there is no memory for it.
    func png() -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: Self.width * Self.height * 3)
        return pixels.withUnsafeMutableBufferPointer { buffer in
            let picture = card_picture(
                width: Int32(Self.width), height: Int32(Self.height), pixels: buffer.baseAddress)
            draw(in: picture)
            var count: Int32 = 0
            guard let file = card_png(picture, &count) else { return [] }
            defer { free(file) }
            return Array(UnsafeBufferPointer(start: file, count: Int(count)))
        }
    }

    private func draw(in picture: card_picture) {
        let room = Double(Self.width - 2 * Self.margin)
        card_fill(picture, 0, 0, Int32(Self.width), Int32(Self.height), Self.paper)
        card_fill(picture, 0, 0, Int32(Self.width), 18, accent)
        CardText(label.uppercased(), .sans).draw(
            in: picture, size: 26, spacing: 3, at: (Self.margin, 124), accent)
        let title = CardText(title, .serif)
        let end = Double(outcome == nil ? Self.foot - 54 : Self.band.top)
        let size =
            Self.titleSizes.first { size in
                let lines = title.lines(size: size, width: room).count
                // Below the last line hang the letters' tails.
                return lines <= Self.mostLines
                    && Double(Self.titleTop) + (1.2 * Double(lines) + 0.3) * size <= end
            } ?? Self.titleSizes[Self.titleSizes.count - 1]
        var baseline = Self.titleTop
        for line in title.lines(size: size, width: room, most: Self.mostLines) {
            baseline += Int(size * 1.2)
            line.draw(in: picture, size: size, at: (Self.margin, baseline), Self.ink)
        }
        if let outcome {
            // The one filled surface, as on the page.
            card_fill(picture, 0, Int32(Self.band.top), Int32(Self.width), Int32(Self.band.height), accent)
            CardText(outcome.label, .sans).draw(
                in: picture, size: 24, at: (Self.margin, Self.band.top + 43), Self.paper)
            CardText(outcome.headline, .serif).lines(size: 40, width: room, most: 1)[0].draw(
                in: picture, size: 40, at: (Self.margin, Self.band.top + 93), Self.paper)
        }
        let siteTitle = CardText(siteTitle, .sans)
        // A card without it is better than none.
        if siteTitle.isDrawable {
            siteTitle.lines(size: 28, width: room, most: 1)[0].draw(
                in: picture, size: 28, at: (Self.margin, Self.foot), Self.soft)
        }
    }
}

extension SocialCard {
    /// The card of a framework.
    init(_ framework: Framework, in site: LoadedSite) {
        self.init("framework", framework.title, nil, site)
    }

    /// The card of an assessment's report.
    init(_ assessment: Assessment, in site: LoadedSite) {
        let framework = site.model.framework(assessment.framework)
        let outcome = site.model.verdict(of: assessment).flatMap { verdict in
            framework.map { framework in
                let words = VerdictWording(verdict, of: framework, in: site.configuration.phrases)
                return Outcome(label: words.label, headline: words.headline)
            }
        }
        self.init("assessment", assessment.title, outcome, site)
    }

    private init(_ kind: String, _ title: String, _ outcome: Outcome?, _ site: LoadedSite) {
        self.init(
            label: site.configuration.phrases("search.kinds.\(kind)"), title: title, outcome: outcome,
            siteTitle: site.configuration.title,
            // On a picture nobody can turn to another scheme or to larger letters.
            accent: site.configuration.accents[.light]?
                .moved(from: Colour.Scheme.light.paper, toContrast: 4.5).code ?? Self.usualAccent)
    }

    /// Where the card of a page stands.
    static func path(beside page: String) -> String { page.dropLast(".html".count) + "-card.png" }
}

extension SocialCard: DataFile {
    func bytes(of site: Site) -> [UInt8] { png() }
}
