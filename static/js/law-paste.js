/* Turns what is pasted from Word or a web page into law text: the labels one sees become typed words. */
"use strict";

(() => {
  const MARKS = /[\\*|[\]]/g;
  const ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
  const escaped = (words) => words.replace(/[\s\u00a0]+/g, " ").replace(MARKS, "\\$&");
  const letter = (number) => String.fromCharCode(97 + ((number - 1) % 26)).repeat(1 + Math.floor((number - 1) / 26));

  /* Styles are read, never applied: the policy of the page refuses them, and says so in the console. */
  const bare = (html) => html.replace(/<[^>]*>/g, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
  const styleOf = (element) => /list-style-type:\s*([\w-]+)/.exec(element.getAttribute("data-style") || "")?.[1];

  const labelOf = (list, number) => {
    if (list.tagName !== "OL") {
      return "–";
    }
    const kind = list.getAttribute("type") || styleOf(list) || "1";
    if (/^a$|alpha/.test(kind)) {
      return `${letter(number)}.`;
    }
    return /^i$|roman/.test(kind) && number < 10 ? `${ROMAN[number]}.` : `${number}.`;
  };

  /* One reading of a piece of HTML: the lines of text, and what there is to say about them. */
  const reading = () => {
    const rows = [];
    const said = new Set();
    let open = "";
    const end = () => {
      if (open.trim()) {
        rows.push(open.trimEnd());
      }
      open = "";
    };

    const word = (node, depth) => {
      const level = Number(/level(\d)/.exec(node.getAttribute("data-style") || "")?.[1] || 1);
      const label = node.querySelector("[data-style*='mso-list:Ignore'], [data-style*='mso-list: Ignore']");
      const shown = (label?.textContent || "").replace(/[\s\u00a0]+/g, "");
      label?.remove();
      end();
      open = "   ".repeat(depth + level - 1) + (/^[·§o\uf0b7\uf0a7]$/.test(shown) ? "•" : shown) + " ";
      walk(node, depth);
      end();
    };

    const listed = (list, depth) => {
      let number = Number(list.getAttribute("start") || 1);
      for (const item of list.children) {
        if (item.tagName !== "LI") {
          continue;
        }
        number = Number(item.getAttribute("value") || number);
        end();
        const own = /^\s*(?:\d{1,3}[a-z]?[.)]|\d{1,3}°|[a-z][.)])\s/.test(item.textContent);
        open = "   ".repeat(depth) + (own ? "" : `${labelOf(list, number)} `);
        said.add("Nummers van lijsten zijn als tekst overgenomen.");
        walk(item, depth + 1);
        end();
        number += 1;
      }
    };

    const table = (node) => {
      end();
      const cells = [...node.querySelectorAll("tr")].map((row) => [...row.querySelectorAll("th, td")].map((cell) => escaped(cell.textContent.trim())));
      if (!cells.length) {
        return;
      }
      const [head, ...body] = cells;
      rows.push("", `| ${head.join(" | ")} |`, `|${head.map(() => "--").join("|")}|`, ...body.map((row) => `| ${row.join(" | ")} |`), "");
    };

    const walk = (node, depth) => {
      for (const child of [...node.childNodes]) {
        step(child, depth);
      }
    };

    const step = (child, depth) => {
      if (child.nodeType === Node.TEXT_NODE) {
        const words = escaped(child.textContent);
        open += open ? words : words.trimStart();
        return;
      }
      if (child.nodeType !== Node.ELEMENT_NODE || ["STYLE", "SCRIPT", "TITLE", "META"].includes(child.tagName)) {
        return;
      }
      if (child.tagName === "IMG") {
        said.add("Een afbeelding kan niet in de tekst van een artikel. Zij is niet overgenomen.");
      } else if (child.tagName === "DEL" || child.tagName === "S") {
        said.add("Wat doorgehaald was, is niet overgenomen.");
      } else if (child.tagName === "BR") {
        end();
      } else if (child.tagName === "OL" || child.tagName === "UL") {
        listed(child, depth);
        end();
      } else if (child.tagName === "TABLE") {
        table(child);
      } else if (/mso-list:\s*l\d/.test(child.getAttribute("data-style") || "")) {
        word(child, depth);
      } else if (["P", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "SECTION", "ARTICLE"].includes(child.tagName)) {
        const inItem = Boolean(open.trim()) && !open.trim().includes(" ");
        if (!inItem) {
          end();
        }
        walk(child, depth);
        end();
      } else {
        const mark = /^(B|STRONG)$/.test(child.tagName) ? "**" : /^(I|EM)$/.test(child.tagName) ? "*" : "";
        const before = open.length;
        walk(child, depth);
        const words = open.slice(before);
        if (mark && words.trim() && words.length <= open.length && !words.includes("*")) {
          open = open.slice(0, before) + words.replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1${mark}$2${mark}$3`);
        }
      }
    };

    return { walk, done: () => (end(), { text: rows.join("\n").replace(/\n{3,}/g, "\n\n").trim(), said: [...said] }) };
  };

  /* Plain text: what hides in it goes, and is said. */
  const plain = (words) => {
    const said = [];
    let text = words.replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n");
    const seen = text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "");
    if (seen !== text) {
      said.push("Onzichtbare tekens zijn weggelaten.");
    }
    text = seen.replace(/^(\s*\S{1,5})\t+/gm, "$1 ").replace(/^(\s*)[•·]\s+(?=(?:\d{1,3}|[a-z])[.)]\s)/gm, "$1");
    return { text, said };
  };

  globalThis.lawPaste = (clipboard) => {
    if (!clipboard) {
      return null;
    }
    const html = clipboard.getData("text/html");
    if (html) {
      const body = new DOMParser().parseFromString(bare(html), "text/html").body;
      const made = reading();
      made.walk(body, 0);
      return made.done();
    }
    const words = clipboard.getData("text/plain");
    if (words) {
      return plain(words);
    }
    const isPicture = [...clipboard.items].some((item) => item.type.startsWith("image/"));
    return isPicture ? { text: "", said: ["Een afbeelding kan niet in de tekst van een artikel. Zij is niet overgenomen."] } : null;
  };
})();
