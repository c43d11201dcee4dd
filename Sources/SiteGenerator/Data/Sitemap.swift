import Decisions
import Rules

/// `sitemap.xml` (sitemaps.org, protocol 0.9): the address of every page. It needs the site's own.
struct Sitemap: DataFile {
    static let path = "sitemap.xml"
    let base: String

    func bytes(of site: Site) -> [UInt8] {
        let days = Dictionary(
            site.model.records.map { ($0.file.pagePath, $0.date) }, uniquingKeysWith: { first, _ in first })
        var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        out += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        for page in site.pages() where page.path != OwnPage.notFound.path && page.template != "redirect" {
            let day = (days[page.path] ?? nil).map { "<lastmod>\($0.iso)</lastmod>" } ?? ""
            out += "<url><loc>\(XML.escaped(site.address(of: page.path)))</loc>\(day)</url>\n"
        }
        return Array((out + "</urlset>\n").utf8)
    }
}
