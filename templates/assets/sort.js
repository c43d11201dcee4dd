/* Sorts tables that say so by the column whose head is pressed: up, down, and back to the page's own order. Without it they
   are plain tables. A cell is sorted by its data-key where it has one, else by its words; what is empty comes last. */
(function () {
  "use strict";
  var compare = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true }).compare;

  Array.prototype.forEach.call(document.querySelectorAll("table[data-sortable]"), function (table) {
    var body = table.tBodies[0];
    var own = Array.prototype.slice.call(body.rows);
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);

    function key(row, column) {
      var cell = row.cells[column];
      return cell.hasAttribute("data-key") ? cell.dataset.key : cell.textContent.trim();
    }

    function sort(column, way) {
      var back = way === "descending" ? -1 : 1;
      var rows = own.map(function (row, place) { return [key(row, column), place, row]; });
      if (way) {
        rows.sort(function (a, b) {
          if (!a[0] !== !b[0]) return a[0] ? -1 : 1;
          return back * compare(a[0], b[0]) || a[1] - b[1];
        });
      }
      rows.forEach(function (entry) { body.appendChild(entry[2]); });
      heads.forEach(function (head, place) {
        if (way && place === column) head.setAttribute("aria-sort", way);
        else head.removeAttribute("aria-sort");
      });
    }

    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var now = head.getAttribute("aria-sort");
        sort(column, now === "ascending" ? "descending" : now === "descending" ? null : "ascending");
      });
    });
  });
})();
