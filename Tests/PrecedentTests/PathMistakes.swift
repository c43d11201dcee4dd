extension Mistake {
    /// Two files in one place of the site.
    static let paths: [Mistake] = [
        Mistake(
            "a page in the place of the site's own",
            [.add("content/404.md", "# Nothing\n")],
            says: """
                content/404.md:1:1: error: '404.html' is a page that the site has already [path-taken]
                 1 | # Nothing
                   | ^
                  help: give it another name
                1 error
                """),
        Mistake(
            "a copied file in the place of the site's own",
            [.add("content/Decisions/index.html", "<p>\n")],
            says: """
                content/Decisions/index.html:1:1: error: 'Decisions/index.html' and 'decisions/index.html' are one file on disks that do not tell case apart [path-taken]
                 1 | <p>
                   | ^
                  help: give it another name
                1 error
                """),
        Mistake(
            "a copied file in the place of a page",
            [.add("content/about.md", "# About\n"), .add("content/about.html", "<p>\n")],
            says: """
                content/about.html:1:1: error: 'about.html' would be made twice [path-taken]
                 1 | <p>
                   | ^
                content/about.md:1:1: note: the other is here
                 1 | # About
                   | ^
                  help: give one of the two another name
                1 error
                """),
        Mistake(
            "pages that differ in case",
            [.add("content/about.md", "# About\n"), .add("content/About.md", "# ABOUT\n")],
            says: """
                content/about.md:1:1: error: 'about.html' and 'About.html' are one file on disks that do not tell case apart [path-taken]
                 1 | # About
                   | ^
                content/About.md:1:1: note: the other is here
                 1 | # ABOUT
                   | ^
                  help: give one of the two another name
                1 error
                """),
        Mistake(
            "a page of an id that another kind has",
            [.add("content/x.md", "---\nid: frameworks/queue\n---\n# X\n")],
            says: """
                content/x.md:2:5: error: 'frameworks/queue.html' would be made twice [path-taken]
                 2 | id: frameworks/queue
                   |     ^~~~~~~~~~~~~~~~
                content/frameworks/queue.md:1:1: note: the other is here
                 1 | # Queue or log
                   | ^
                  help: give one of the two another name
                1 error
                """),
        Mistake(
            "a folder in the place of a page",
            [.add("content/about.md", "# About\n"), .add("content/about.html/x.txt", "x\n")],
            says: """
                content/about.html/x.txt:1:1: error: 'about.html/x.txt' and 'about.html' would need a file and a folder of one name [path-taken]
                 1 | x
                   | ^
                content/about.md:1:1: note: the other is here
                 1 | # About
                   | ^
                  help: give one of the two another name
                1 error
                """),
        Mistake(
            "a copied file that differs in case from one of the theme",
            [.add("content/assets/Style.css", "p {}\n")],
            says: """
                content/assets/Style.css:1:1: error: 'assets/Style.css' and 'assets/style.css' are one file on disks that do not tell case apart [path-taken]
                 1 | p {}
                   | ^
                  help: to replace the theme's put it into 'templates/assets/', else give it another name
                1 error
                """),
        Mistake(
            "a copied file in the place of one of the theme",
            [.add("content/assets/style.css", "p {}\n")],
            says: """
                content/assets/style.css:1:1: error: 'assets/style.css' is a file of the theme [path-taken]
                 1 | p {}
                   | ^
                  help: to replace the theme's put it into 'templates/assets/', else give it another name
                1 error
                """),
        Mistake(
            "a former id that is another's id",
            [
                .change(.assessment, "framework: queue", to: "framework: queue\naliases: [old, first, old]"),
                .add(
                    "content/assessments/first.md", "---\nframework: queue\n---\n# First\n\n- Replay: yes\n"),
            ],
            says: """
                content/assessments/billing.md:3:16: error: 'assessments/first.html' would be made twice [path-taken]
                 3 | aliases: [old, first, old]
                   |                ^~~~~
                content/assessments/first.md:1:1: note: the other is here
                 1 | ---
                   | ^
                  help: give one of the two another name
                content/assessments/billing.md:3:23: error: 'assessments/old.html' would be made twice [path-taken]
                 3 | aliases: [old, first, old]
                   |                       ^~~
                content/assessments/billing.md:3:11: note: the other is here
                 3 | aliases: [old, first, old]
                   |           ^~~
                  help: give one of the two another name
                2 errors
                """),
        Mistake(
            "a former id that leads elsewhere",
            [.change(.assessment, "framework: queue", to: "framework: queue\naliases: ../x")],
            says: """
                content/assessments/billing.md:3:10: error: '../x' cannot be an id [bad-value]
                 3 | aliases: ../x
                   |          ^~~~
                  help: write letters, digits and hyphens
                1 error
                """),
        Mistake(
            "a former id with the name of a file",
            [
                .change(
                    .assessment, "framework: queue", to: "framework: queue\naliases: [assessments/old.html]")
            ],
            says: """
                content/assessments/billing.md:3:11: error: 'assessments/old.html' is the name of a file, and an alias is a former id [bad-value]
                 3 | aliases: [assessments/old.html]
                   |           ^~~~~~~~~~~~~~~~~~~~
                  help: write 'old'
                1 error
                """),
        Mistake(
            "the first page under another name, or of another kind",
            [.change(.home, "Our decisions.", to: "---\nid: start\nkind: framework\n---\nOur decisions.")],
            says: """
                content/index.md:2:1: error: this file introduces 'index.html', and has no 'id' of its own [bad-value]
                 2 | id: start
                   | ^~
                  help: leave the key out, or give the file another name
                content/index.md:3:1: error: this file introduces 'index.html', and has no 'kind' of its own [bad-value]
                 3 | kind: framework
                   | ^~~~
                  help: leave the key out, or give the file another name
                2 errors
                """),
        Mistake(
            "two files for the first page",
            [.add("content/index.markdown", "# Home\n")],
            says: """
                content/index.md:1:1: error: two pages are called 'index' [duplicate-id]
                 1 | Our decisions.
                   | ^
                content/index.markdown:1:1: note: the first is here
                 1 | # Home
                   | ^
                  help: give one of them another id
                1 error
                """),
    ]
}
