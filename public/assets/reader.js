/* What makes reading easier: code that can be copied, links to headings, contents that follow the reading, and the keys of the
   page under "?". Pages are whole without it. Its words are the theme's, on the script's own element. */
(function () {
  "use strict";
  const words = document.currentScript.dataset;

  function element(name, attributes, text) {
    const made = document.createElement(name);
    Object.keys(attributes).forEach((key) => made.setAttribute(key, attributes[key]));
    if (text) made.textContent = text;
    return made;
  }

  /* Code ------------------------------------------------------------------------------------- */

  const said = element("p", { class: "unseen", role: "status" });

  /* A page that came over an open line may not write to the clipboard; there the text is selected and copied as by hand. */
  function copy(code) {
    if (navigator.clipboard) return navigator.clipboard.writeText(code.textContent);
    const selection = getSelection();
    selection.selectAllChildren(code);
    const done = document.execCommand("copy");
    selection.removeAllRanges();
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  document.querySelectorAll("main pre > code").forEach((code) => {
    const box = element("div", { class: "code" });
    const button = element("button", { type: "button" }, words.copy);
    code.parentNode.replaceWith(box);
    box.append(code.parentNode, button);
    let later;
    button.addEventListener("click", () => {
      copy(code).then(() => {
        said.textContent = button.textContent = words.copied;
        clearTimeout(later);
        later = setTimeout(() => {
          button.textContent = words.copy;
          said.textContent = "";
        }, 2000);
      }, () => {});
    });
  });
  document.body.append(said);

  /* Headings --------------------------------------------------------------------------------- */

  /* Beside the heading and not within it, so that its words stay the heading's name. */
  document.querySelectorAll(".prose > :is(h2, h3, h4)[id], .text > section > h2[id]").forEach((heading) => {
    heading.after(element("a", { class: "anchor", href: "#" + encodeURIComponent(heading.id), "aria-label": words.section }, "#"));
  });

  /* Contents --------------------------------------------------------------------------------- */

  const contents = document.querySelector(".contents");
  const places = [];
  if (contents) {
    contents.querySelectorAll("a[href^='#']").forEach((link) => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) places.push({ link, heading });
    });
  }

  function follow() {
    let now = null;
    places.forEach((place) => { if (place.heading.getBoundingClientRect().top < innerHeight * 0.3) now = place; });
    places.forEach((place) => {
      if (place !== now) place.link.removeAttribute("aria-current");
      else if (!place.link.hasAttribute("aria-current")) {
        place.link.setAttribute("aria-current", "true");
        // At once and never smoothly: what moves beside the text draws the eye from it.
        const above = place.link.offsetTop - contents.scrollTop;
        if (above < 0 || above + place.link.offsetHeight > contents.clientHeight) contents.scrollTop = place.link.offsetTop - 40;
      }
    });
  }

  if (places.length && "IntersectionObserver" in window) {
    // All that lies above the line, however far, so that a jump from one place to another is a change as well.
    const observer = new IntersectionObserver(follow, { rootMargin: "9999999px 0px -70% 0px" });
    places.forEach((place) => observer.observe(place.heading));
  }

  /* Keys ------------------------------------------------------------------------------------- */

  function isTyping(target) {
    return target.isContentEditable
      || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(?:radio|checkbox|button|submit|reset)$/.test(target.type);
  }

  function keys() {
    const dialog = element("dialog", { class: "keys", "aria-labelledby": "reader.keys" });
    const list = element("dl", {});
    const close = element("button", { type: "button" }, words.close);
    const offered = [["?", words.help], ["Esc", words.escape]];
    if (document.querySelector("[role='search'] input")) offered.unshift(["/", words.search]);
    offered.forEach(([key, meaning]) => {
      const row = element("div", {});
      const term = element("dt", {});
      term.append(element("kbd", {}, key));
      row.append(term, element("dd", {}, meaning));
      list.append(row);
    });
    close.addEventListener("click", () => dialog.close());
    dialog.append(element("h2", { id: "reader.keys" }, words.keys), list, close);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "?" || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    keys();
  });
})();
