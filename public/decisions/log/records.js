precedentLog({"facets":[
["Contract reviewers","people/contract-reviewers.html"],
["Information security","people/information-security.html"],
["Legal operations","people/legal-operations.html"],
["Platform team","people/platform-team.html"],
["Precedent team","people/precedent-team.html"],
["accepted","statuses/accepted.html"],
["superseded","statuses/superseded.html"]
],"records":[
[18,19,"Take over from the last site what an edit cannot touch",null,"0019-take-over-what-an-edit-cannot-touch.html","accepted","in-force","●","2026-11-28",false,[],[4],1,"",true,[]],
[17,18,"Draw social cards with stb, from faces within the program",null,"0018-draw-social-cards-with-stb.html","accepted","in-force","●","2026-11-28",false,[],[4],1,"",true,[]],
[16,17,"Mark code with Prism’s grammars, run by Duktape",null,"0017-mark-code-with-prism-in-duktape.html","accepted","in-force","●","2026-11-28",false,[],[4],1,"",true,[]],
[15,16,"Search an index of our own, loaded in small scripts",null,"0016-search-an-index-of-our-own.html","accepted","in-force","●","2026-11-28",false,[],[4],1,"",true,[]],
[14,15,"Serve a site from memory, through SwiftNIO",null,"0015-serve-a-site-in-memory-through-swift-nio.html","accepted","in-force","●","2026-11-28",false,[],[4],1,"",true,[]],
[13,14,"Test rules against brute force",null,"0014-test-rules-against-brute-force.html","accepted","in-force","●","2026-11-24",false,[],[4],1,"",true,[]],
[12,13,"Link by relative paths to .html files","Link by relative paths to <code>.html</code> files","0013-link-by-relative-paths-to-html-files.html","accepted","in-force","●","2026-11-24",false,[],[4],1,"",true,[]],
[11,12,"Replace the output folder by one atomic exchange",null,"0012-replace-the-output-folder-by-one-atomic-exchange.html","accepted","in-force","●","2026-11-24",false,[],[4],1,"",true,[]],
[10,11,"Embed the default theme with #embed in a C target","Embed the default theme with <code>#embed</code> in a C target","0011-embed-the-default-theme-in-a-c-target.html","accepted","in-force","●","2026-11-24",false,[],[4],1,"",true,[]],
[9,10,"Render through Mustache, with templates checked beforehand",null,"0010-render-through-mustache-with-checked-templates.html","accepted","in-force","●","2026-11-24",false,[],[4],1,"",true,[]],
[8,9,"Keep modules in one direction, enforced by the build and a test",null,"0009-keep-modules-in-one-direction.html","accepted","in-force","●","2026-11-24",false,[],[4],1,"",true,[]],
[7,8,"Compile every framework to one decision diagram",null,"0008-compile-every-framework-to-one-decision-diagram.html","accepted","in-force","●","2026-11-24",false,[],[4],1,"",true,[]],
[6,7,"Write rules as Markdown lists and tables, recognised by structure",null,"0007-write-rules-as-markdown-recognised-by-structure.html","accepted","in-force","●","2026-11-24",false,[],[4],1,"",true,[]],
[5,6,"Read front matter with Yams and keep scalars as written",null,"0006-read-front-matter-with-yams-and-keep-scalars-as-written.html","accepted","in-force","●","2026-11-24",false,[],[4],1,"",true,[]],
[4,5,"Keep documents as flat trees of bytes",null,"0005-keep-documents-as-flat-trees-of-bytes.html","accepted","in-force","●","2026-11-24",false,[],[4],1,"",true,[]],
[3,4,"Parse Markdown with cmark-gfm",null,"0004-parse-markdown-with-cmark-gfm.html","accepted","in-force","●","2026-11-24",false,[],[4],1,"",true,[]],
[2,3,"Record decisions in MADR 4 and publish them with our own program",null,"0003-record-decisions-in-madr-4-and-publish-them-ourselves.html","accepted","in-force","●","2026-11-24",false,[],[4],1,"",true,[]],
[1,2,"Use a hybrid for clause review",null,"0002-use-a-hybrid-for-clause-review.html","accepted","in-force","●","2026-03-04",false,[],[2,3,0,1],2,"",true,[]],
[0,1,"Answer clause questions with retrieval alone",null,"0001-answer-clause-questions-with-retrieval-alone.html","superseded","superseded","↷","2026-01-30",false,[],[2,3,0,1],2,"",false,[1]]
]})
