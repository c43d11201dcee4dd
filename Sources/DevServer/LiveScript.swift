/// What makes an open page follow its site: a script that the server alone adds to pages, so that it never gets into a site.
enum LiveScript {
    /// The folder of addresses that are the server's own.
    static let folder = "_precedent/"
    static let path = folder + "live.js"
    /// Where pages hear of what changes.
    static let eventsPath = folder + "events"

    /// The page with the script, which is told which version of the page it stands in.
    static func added(to page: [UInt8], version: String) -> [UInt8] {
        let tag = Array("<script src=\"/\(path)?version=\(version)\" defer></script>\n".utf8)
        let end = Array("</head>".utf8)
        var start = page.startIndex
        while let found = page[start...].firstIndex(of: end[0]) {
            if page[found...].starts(with: end) {
                return page[..<found] + tag + page[found...]
            }
            start = found + 1
        }
        return page + tag
    }

    /// The script. A page that nobody sees hears nothing, since browsers open no more than six connections to a server: it
    /// asks again when it is looked at.
    static let text = #"""
        // Added by `precedent serve`; no site that is built has it.
        (() => {
          const version = new URL(document.currentScript.src).searchParams.get("version");
          const address = "/_precedent/events?" + new URLSearchParams({ page: location.pathname, version });
          const styles = `
            :host { all: initial; }
            section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
              box-sizing: border-box; margin: 0; padding: 0.75rem 1.25rem 1rem; font: 16px/1.5 system-ui, sans-serif;
              color: #221d17; background: #fffdf8; border-top: 4px solid #7a2a1d; box-shadow: 0 -4px 24px #0005; }
            section.warnings { inset: auto 0 0 auto; border: 2px solid #664600; }
            header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; flex-wrap: wrap; }
            h2 { font-size: 1.05rem; margin: 0; }
            p { margin: 0.25rem 0; }
            button { font: inherit; color: inherit; background: none; border: 1px solid; border-radius: 3px;
              padding: 0.2rem 0.7rem; cursor: pointer; }
            :focus-visible { outline: 3px solid; outline-offset: 2px; }
            ol { list-style: none; margin: 0.5rem 0 0; padding: 0; }
            li { margin: 0 0 0.6rem; padding-left: 0.75rem; border-left: 3px solid #664600; }
            li.error { border-color: #7a2a1d; }
            pre { margin: 0; font: 14px/1.45 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap;
              overflow-wrap: anywhere; }
            @media (prefers-color-scheme: dark) {
              section { color: #ece5d8; background: #1a1815; border-color: #f2b1a2; }
              section.warnings { border-color: #e8c482; }
              li { border-color: #e8c482; }
              li.error { border-color: #f2b1a2; }
            }
            [role=status] { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
            @media print { section { display: none; } }`;
          let root = null, wasClosed = "", isOpen = false, source = null;

          const make = (name, text, properties) =>
            Object.assign(document.createElement(name), { textContent: text }, properties);

          // The place in which problems are read out is there before they are.
          const place = () => {
            if (root) return;
            const host = document.createElement("precedent-problems");
            root = host.attachShadow({ mode: "open" });
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(styles);
            root.adoptedStyleSheets = [sheet];
            root.append(make("div", "", { role: "status" }), make("div", ""));
            document.body.append(host);
          };

          const show = (text) => {
            const problems = JSON.parse(text);
            place();
            const [status, holder] = root.children;
            status.textContent = problems.count;
            if (problems.shown.length === 0 || text === wasClosed) return holder.replaceChildren();
            wasClosed = "";
            const isError = problems.shown.some((problem) => problem.isError);
            const panel = make("section", "", { className: isError ? "" : "warnings" });
            panel.setAttribute("aria-label", "Problems");
            const title = make("h2", problems.count);
            const buttons = make("span", "");
            const close = make("button", "Close", { type: "button" });
            close.onclick = () => { wasClosed = text; holder.replaceChildren(); };
            panel.onkeydown = (event) => { if (event.key === "Escape") close.click(); };
            const header = make("header", "");
            header.append(title, buttons);
            panel.append(header);
            const body = make("div", "");
            if (problems.isStale) body.append(make("p", "The page is as it was before."));
            const list = make("ol", "");
            for (const problem of problems.shown) {
              const item = make("li", "", { className: problem.isError ? "error" : "" });
              item.append(make("pre", problem.text));
              list.append(item);
            }
            body.append(list);
            if (problems.further > 0) body.append(make("p", problems.further + " more are in the terminal."));
            panel.append(body);
            if (isError) {
              buttons.append(close);
            } else {
              // Warnings keep nothing from being read: they wait to be asked for.
              const more = make("button", "", { type: "button" });
              const fold = () => {
                body.hidden = !isOpen;
                more.textContent = isOpen ? "Fold" : "Show";
                more.setAttribute("aria-expanded", isOpen);
              };
              more.onclick = () => { isOpen = !isOpen; fold(); };
              fold();
              buttons.append(more, " ", close);
            }
            holder.replaceChildren(panel);
          };

          const listen = () => {
            if (document.hidden) {
              if (source) source.close();
              source = null;
            } else if (!source) {
              source = new EventSource(address);
              source.addEventListener("reload", () => location.reload());
              source.addEventListener("problems", (event) => show(event.data));
            }
          };
          document.addEventListener("visibilitychange", listen);
          addEventListener("pagehide", () => { if (source) source.close(); source = null; });
          addEventListener("pageshow", listen);
          listen();
        })();
        """#
}
