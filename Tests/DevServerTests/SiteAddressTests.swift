import Testing

@testable import DevServer

/// Which file of a site a request means, and that none can mean another.
struct SiteAddressTests {
    @Test(arguments: [
        ("/", "index.html"), ("/about.html", "about.html"), ("/decisions/", "decisions/index.html"),
        ("/decisions", "decisions"), ("/a%20b.html", "a b.html"), ("/%C3%BCber.html", "über.html"),
        ("/a.html?b=/../c", "a.html"), ("/a.html#b/../c", "a.html"), ("/...", "..."), ("/..a/b", "..a/b"),
        ("/a+b", "a+b"), ("/%25", "%"), ("/%252e%252e/a", "%2e%2e/a"), ("/?a", "index.html"),
    ])
    func addressesAreRead(_ target: String, _ file: String) {
        #expect(SiteAddress(target)?.file == file)
    }

    @Test(arguments: [
        "", "a", "*", "http://localhost/a", "//", "//etc/passwd", "/a//b", "/..", "/../a", "/a/../b", "/a/..",
        "/.", "/./a", "/a/./b", "/%2e%2e/a", "/%2E%2E/a", "/.%2e/a", "/%2e./a", "/a/%2e%2e", "/%2e",
        "/..%2fa",
        "/%2e%2e%2fa", "/%2fetc/passwd", "/a%2fb", "/a%2Fb", "/..\\a", "/..%5ca", "/a%5C..%5Cb", "/a\\b",
        "/a%00", "/a%00.html", "/%00", "/a%0a", "/a%7f", "/a%", "/a%2", "/a%zz", "/a%2z", "/%ff", "/%c0%ae",
        "/%c0%ae%c0%ae/a", "/%e0%80%ae/a", "/a%ed%a0%80",
    ])
    func whatLeadsElsewhereIsNoAddress(_ target: String) {
        #expect(SiteAddress(target) == nil)
    }
}
