extension Mistake {
    /// What authors give another shape than the configuration needs.
    static let shapes: [Mistake] = [
        Mistake(
            "navigation that is a word",
            [.change(.configuration, "title: Messaging", to: "nav: Home")],
            says: """
                precedent.yml:1:6: error: 'nav' holds names and what they mean [bad-value]
                 1 | nav: Home
                   |      ^~~~
                  help: write it as 'nav: { Home: index.md }'
                1 error
                """),
        Mistake(
            "navigation that is a list of files",
            [.change(.configuration, "title: Messaging", to: "nav: [about.md]")],
            says: """
                precedent.yml:1:6: error: 'nav' holds names and what they mean [bad-value]
                 1 | nav: [about.md]
                   |      ^
                  help: write it as 'nav: { Home: index.md }'
                1 error
                """),
        Mistake(
            "navigation to a list",
            [.change(.configuration, "title: Messaging", to: "nav: { About: [x] }")],
            says: """
                precedent.yml:1:15: error: an entry of 'nav' is a title and where it leads [bad-value]
                 1 | nav: { About: [x] }
                   |               ^
                  help: write it as 'Title: index.md'
                1 error
                """),
        Mistake(
            "statuses in a list",
            [.change(.configuration, "title: Messaging", to: "statuses: [approved]")],
            says: """
                precedent.yml:1:11: error: 'statuses' holds names and what they mean [bad-value]
                 1 | statuses: [approved]
                   |           ^
                  help: write it as 'statuses: { approved: in-force }'
                1 error
                """),
        Mistake(
            "a status that means a list",
            [.change(.configuration, "title: Messaging", to: "statuses: { approved: [open] }")],
            says: """
                precedent.yml:1:23: error: a status is set to one word [bad-value]
                 1 | statuses: { approved: [open] }
                   |                       ^
                  help: write it as 'approved: open'
                1 error
                """),
        Mistake(
            "words that are one",
            [.change(.configuration, "title: Messaging", to: "words: x")],
            says: """
                precedent.yml:1:8: error: 'words' holds names and what they mean [bad-value]
                 1 | words: x
                   |        ^
                  help: write it as 'words: { yes: ja, no: nein }'
                1 error
                """),
        Mistake(
            "a word that is nothing",
            [.change(.configuration, "title: Messaging", to: "words: { yes: }")],
            says: """
                precedent.yml:1:15: error: a word of rules is set to one word [bad-value]
                 1 | words: { yes: }
                   |               ^
                  help: write it as 'yes: ja'
                1 error
                """),
        Mistake(
            "checks in a word",
            [.change(.configuration, "title: Messaging", to: "checks: none")],
            says: """
                precedent.yml:1:9: error: 'checks' holds names and what they mean [bad-value]
                 1 | checks: none
                   |         ^~~~
                  help: write it as 'checks: { drift: off }'
                1 error
                """),
        Mistake(
            "a check set to a list",
            [.change(.configuration, "title: Messaging", to: "checks: { drift: [off] }")],
            says: """
                precedent.yml:1:18: error: a check is set to one word [bad-value]
                 1 | checks: { drift: [off] }
                   |                  ^
                  help: write it as 'drift: off'
                1 error
                """),
        Mistake(
            "templates in a folder that is not there",
            [.change(.configuration, "title: Messaging", to: "templates: tpl")],
            says: """
                precedent.yml:1:12: error: there is no folder 'tpl' here [bad-value]
                 1 | templates: tpl
                   |            ^~~
                  help: make it, or leave 'templates:' out for the theme that is built in
                1 error
                """),
        Mistake(
            "a base without its scheme",
            [.change(.configuration, "title: Messaging", to: "base: example.com/adr")],
            says: """
                precedent.yml:1:7: error: 'example.com/adr' is not a whole address [bad-value]
                 1 | base: example.com/adr
                   |       ^~~~~~~~~~~~~~~
                  help: write 'https://example.com/adr'
                1 error
                """),
        Mistake(
            "a base that is a path",
            [.change(.configuration, "title: Messaging", to: "base: /adr")],
            says: """
                precedent.yml:1:7: error: '/adr' is not a whole address [bad-value]
                 1 | base: /adr
                   |       ^~~~
                  help: write 'https://example.com/adr'
                1 error
                """),
        Mistake(
            "a title that is a list",
            [.change(.configuration, "title: Messaging", to: "title: [x]")],
            says: """
                precedent.yml:1:8: error: 'title' holds one text [bad-value]
                 1 | title: [x]
                   |        ^
                  help: write it as 'title: Our decisions'
                1 error
                """),
    ]
}
