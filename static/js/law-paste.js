/* Turns what is pasted from Word or a web page into law text: the labels one sees become typed words. */
"use strict";

(() => {
  const MARKS = /[\\*|[\]]/g;
  const ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
  const escaped = (words) => words.replace(/[\s\u00a0]+/g, " ").replace(MARKS, "\\$&");
  const letter = (number) => String.fromCharCode(97 + ((number - 1) % 26)).repeat(1 + Math.floor((number - 1) / 26));

  const OWN_LABEL = /^\s*(?:\d{1,3}[a-z]?[.)]|\d{1,3}[°º]\.?|[a-z]{1,5}[.)]|[-–—•●◦○▪■‣])\s/;
  const NO_WORDS = ["STYLE", "SCRIPT", "TITLE", "META", "LINK", "TEMPLATE"];
  const PICTURES = "img, svg, picture, object, embed, video, canvas";
  const NO_PICTURE = "Een afbeelding kan niet in de tekst van een artikel. Zij is niet overgenomen.";
  /* Whatever does not flow in a line begins one. */
  const INLINE = new Set("A ABBR B BDI BDO CITE CODE DATA DFN EM FONT I INS KBD LABEL MARK O:P Q SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR".split(" "));

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
          step(item, depth + 1);
          end();
          continue;
        }
        number = Number(item.getAttribute("value") || number);
        end();
        const own = OWN_LABEL.test(item.textContent);
        open = "   ".repeat(depth) + (own ? "" : `${labelOf(list, number)} `);
        said.add("Nummers van lijsten zijn als tekst overgenomen.");
        walk(item, depth + 1);
        end();
        number += 1;
      }
    };

    const table = (node, depth) => {
      end();
      if (node.querySelector("table")) {
        said.add("Een tabel in een tabel is als losse regels overgenomen.");
        walk(node, depth);
        return;
      }
      const cells = [...node.rows].map((row) => [...row.cells].map((cell) => escaped(cell.textContent.trim())));
      if (!cells.length) {
        return;
      }
      if (node.querySelector("[colspan]:not([colspan='1']), [rowspan]:not([rowspan='1'])")) {
        said.add("Samengevoegde vakken van een tabel zijn één keer overgenomen. Kijk de tabel na.");
      }
      const caption = escaped((node.caption?.textContent || "").trim());
      const [head, ...body] = cells;
      if (caption && !/^tabel\b/i.test(caption)) {
        rows.push("", caption);
      }
      rows.push(/^tabel\b/i.test(caption) ? `\n${caption}` : "", `| ${head.join(" | ")} |`, `|${head.map(() => "--").join("|")}|`, ...body.map((row) => `| ${row.join(" | ")} |`), "");
    };

    const walk = (node, depth) => {
      for (const child of [...node.childNodes]) {
        step(child, depth);
      }
    };

    const step = (child, depth) => {
      if (child.nodeType === Node.TEXT_NODE) {
        const isAsTyped = Boolean(child.parentElement?.closest("pre"));
        const parts = isAsTyped ? child.textContent.split("\n") : [child.textContent];
        parts.map(escaped).forEach((words, place) => {
          if (place) {
            end();
          }
          open += open ? words : words.trimStart();
        });
        return;
      }
      if (child.nodeType !== Node.ELEMENT_NODE || NO_WORDS.includes(child.tagName)) {
        return;
      }
      if (child.matches(PICTURES)) {
        walk(child, depth);
      } else if (child.tagName === "DEL" || child.tagName === "S") {
        said.add("Wat doorgehaald was, is niet overgenomen.");
      } else if (child.tagName === "BR") {
        end();
      } else if (child.tagName === "OL" || child.tagName === "UL") {
        listed(child, depth);
        end();
      } else if (child.tagName === "TABLE") {
        table(child, depth);
      } else if (/mso-list:\s*l\d/.test(child.getAttribute("data-style") || "")) {
        word(child, depth);
      } else if (!INLINE.has(child.tagName)) {
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
        const address = child.tagName === "A" ? child.getAttribute("href") || "" : "";
        if (child.matches(".law__ref") && words.startsWith("artikel ")) {
          open = `${open.slice(0, before)}[[${words}]]`;
        } else if (/^(https?:|mailto:)/.test(address) && !child.matches(".law__ref") && !words.includes(address.replace(/^mailto:/, ""))) {
          open += ` (${escaped(address)})`;
          said.add("Van een link staat het adres achter de woorden.");
        }
        if (mark && words.trim() && words.length <= open.length && !words.includes("*")) {
          open = open.slice(0, before) + words.replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1${mark}$2${mark}$3`);
        }
      }
    };

    return { walk, say: (words) => said.add(words), done: () => (end(), { text: rows.join("\n").replace(/\n{3,}/g, "\n\n").trim(), said: [...said] }) };
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
      if (body.querySelector(PICTURES)) {
        made.say(NO_PICTURE);
      }
      const found = made.done();
      if (found.text || found.said.length) {
        return found;
      }
    }
    const words = clipboard.getData("text/plain");
    const isPicture = [...clipboard.items].some((item) => item.type.startsWith("image/"));
    if (words) {
      const found = plain(words);
      return isPicture ? { ...found, said: [...found.said, NO_PICTURE] } : found;
    }
    return isPicture ? { text: "", said: [NO_PICTURE] } : null;
  };
})();
