// Opens web pages in Chromium as a reader would: on a desktop, on a telephone, enlarged four times, on paper, by day and
// by night. Every fault is told; the exit code is 1 when there is one.
//
//   node check.mjs CHROMIUM PAGE.html... [--pictures FOLDER]

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const options = process.argv.slice(2);
const at = options.indexOf("--pictures");
const pictures = at < 0 ? null : options.splice(at, 2)[1];
const [chromium, ...pages] = options;
if (pages.length === 0) throw new Error("no page was named");
if (pictures) mkdirSync(pictures, { recursive: true });

const views = [
  { name: "desktop", width: 1280, height: 900 },
  { name: "telephone", width: 390, height: 844 },
  // 1280 pixels at 400 % are 320 pixels of the page.
  { name: "enlarged", width: 320, height: 256 },
];
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
let faults = 0;
const fault = (text) => {
  faults += 1;
  console.log(`FAULT ${text}`);
};

const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
for (const file of pages) {
  const url = pathToFileURL(resolve(file)).href;
  const label = basename(file) + " of " + basename(resolve(file, ".."));
  for (const view of views) {
    for (const scheme of ["light", "dark"]) {
      await look(url, `${label}, ${view.name}, ${scheme}`, view, scheme);
    }
  }
  await paper(url, label);
}
await browser.close();
console.log(`${pages.length} pages, ${faults} faults`);
process.exitCode = faults > 0 ? 1 : 0;

async function open(url, label, view, scheme) {
  const page = await browser.newPage();
  page.on("request", (request) => {
    const wanted = request.url();
    if (wanted !== url && !wanted.startsWith("data:")) fault(`${label}: asks for ${wanted}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") fault(`${label}: ${message.text()}`);
  });
  page.on("pageerror", (error) => fault(`${label}: ${error.message}`));
  await page.setViewport({ width: view.width, height: view.height });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(url, { waitUntil: "load" });
  return page;
}

async function look(url, label, view, scheme) {
  const page = await open(url, label, view, scheme);
  if (pictures) {
    const name = label.replaceAll(/[^a-z0-9]+/gi, "-");
    await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  }
  await reading(page, label, view);
  if (view.name === "desktop" && scheme === "light") await keyboard(page, label);
  // What is folded away is judged as well.
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  // The policy of the page forbids scripts; the debugger may run one all the same.
  await page.evaluate(axe);
  const found = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values } }), rules);
  for (const violation of found.violations) {
    const where = violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 160));
    fault(`${label}: ${violation.id} (${violation.help}): ${where.join(" | ")}`);
  }
  if (found.passes.length < 15) fault(`${label}: axe judged hardly anything`);
  await page.close();
}

async function reading(page, label, view) {
  const seen = await page.evaluate(() => ({
    language: document.documentElement.lang,
    title: document.title,
    wide: document.documentElement.scrollWidth,
    headings: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((one) => Number(one.tagName[1])),
    scripts: document.querySelectorAll("script,iframe,link[href^=http],img[src^=http]").length,
    tables: [...document.querySelectorAll("table")].map((table) => ({
      caption: table.caption?.textContent ?? "",
      unscoped: table.querySelectorAll("th:not([scope])").length,
      rows: table.querySelectorAll("tbody tr").length,
    })),
    charts: [...document.querySelectorAll("figure")].map((figure) => ({
      drawn: [...figure.querySelectorAll("svg")].filter((svg) => svg.getBoundingClientRect().width > 0).length,
      told: [...figure.querySelectorAll("svg")].every((svg) => svg.querySelector("title")?.textContent && svg.querySelector("desc")?.textContent),
      table: figure.querySelectorAll("details table").length,
      letters: Math.min(...[...figure.querySelectorAll("svg text")].map((text) => text.getBoundingClientRect().height).filter((height) => height > 0)),
      outside: [...figure.querySelectorAll("svg")].filter((svg) => svg.getBoundingClientRect().width > 0).flatMap((svg) => {
        const box = svg.getBoundingClientRect();
        return [...svg.querySelectorAll("text")].filter((text) => {
          const own = text.getBoundingClientRect();
          return own.left < box.left - 1 || own.right > box.right + 1 || own.top < box.top - 1 || own.bottom > box.bottom + 1;
        }).map((text) => text.textContent);
      }),
    })),
    targets: [...document.querySelectorAll("a[href^='#']")].filter((link) => !document.querySelector(link.getAttribute("href"))).length,
    twice: [...document.querySelectorAll("[id]")].map((one) => one.id).filter((id, index, all) => all.indexOf(id) !== index),
    marks: /[\u202a-\u202e\u2066-\u2069]/u.test(document.body.innerHTML),
  }));
  const complain = (wrong, text) => wrong && fault(`${label}: ${text}`);
  complain(!["nl", "en"].includes(seen.language), `the language is ${seen.language}`);
  complain(seen.title.length < 10, "there is no title");
  complain(seen.wide > view.width, `${seen.wide} pixels wide in a window of ${view.width}`);
  complain(seen.headings[0] !== 1 || seen.headings.filter((level) => level === 1).length !== 1, "not one first heading");
  complain(seen.headings.some((level, index) => level > (seen.headings[index - 1] ?? 0) + 1), `headings skip a level: ${seen.headings}`);
  complain(seen.scripts > 0, "there is a script or a link out");
  complain(seen.targets > 0, "a link leads nowhere");
  complain(seen.twice.length > 0, `names are there twice: ${seen.twice}`);
  complain(seen.marks, "a mark turns the reading direction");
  complain(seen.tables.length < 5, "tables are missing");
  for (const table of seen.tables) {
    complain(table.caption.length < 5 || table.unscoped > 0 || table.rows === 0, `a table without caption, scope or rows: ${table.caption}`);
  }
  complain(seen.charts.length < 3, "charts are missing");
  for (const [index, chart] of seen.charts.entries()) {
    complain(chart.drawn !== 1 || !chart.told || chart.table !== 1, `chart ${index + 1}: ${JSON.stringify(chart)}`);
    complain(chart.letters < 11, `chart ${index + 1}: letters of ${chart.letters} pixels`);
    complain(chart.outside.length > 0, `chart ${index + 1}: text outside the picture: ${chart.outside}`);
  }
}

// The tab key goes through the page from top to bottom, first to the link that skips, and every stop can be seen.
async function keyboard(page, label) {
  const stops = await page.evaluate(() => document.querySelectorAll("a,summary,[tabindex='0']").length);
  let before = -1;
  for (let stop = 0; stop < Math.min(stops, 40); stop += 1) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(() => {
      const own = document.activeElement;
      const order = [...document.querySelectorAll("*")].indexOf(own);
      const box = own.getBoundingClientRect();
      return { tag: own.tagName, name: own.className, order, drawn: getComputedStyle(own).outlineStyle, seen: box.width > 0 && box.right > 0 };
    });
    if (now.tag === "BODY") break;
    if (stop === 0 && now.name !== "skip") fault(`${label}: the first stop is not the link that skips`);
    if (now.order <= before) fault(`${label}: the tab key goes back at stop ${stop + 1}`);
    if (!now.seen || now.drawn === "none") fault(`${label}: stop ${stop + 1} (${now.tag}) cannot be seen`);
    before = now.order;
  }
  if (before < 0) fault(`${label}: the tab key stops nowhere`);
}

async function paper(url, label) {
  const page = await open(url, `${label}, paper`, { width: 794, height: 1123 }, "dark");
  await page.emulateMediaType("print");
  const paint = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  if (paint !== "rgb(255, 255, 255)") fault(`${label}, paper: printed on ${paint} when the screen is dark`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > 794) fault(`${label}, paper: ${wide} pixels wide`);
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  const sheets = Buffer.from(pdf).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  console.log(`${label}: ${sheets} sheets of paper`);
  if (sheets === 0 || sheets > 20) fault(`${label}, paper: ${sheets} sheets`);
  if (pictures) writeFileSync(`${pictures}/${label.replaceAll(/[^a-z0-9]+/gi, "-")}-paper.pdf`, pdf);
  await page.close();
}
