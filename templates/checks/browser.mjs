import fs from 'node:fs';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const scheme = value => [{ name: 'prefers-color-scheme', value }];

async function open(browser, letter, images) {
  const page = await browser.newPage();
  if (!images) {
    await page.setRequestInterception(true);
    page.on('request', request => (request.resourceType() === 'image' ? request.abort() : request.continue()));
  }
  await page.goto('file://' + letter);
  return page;
}

/** axe takes a page without a background for white, whatever the scheme: give it the real one. */
async function violations(page) {
  await page.evaluate(() => (document.documentElement.style.backgroundColor = 'Canvas'));
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return result.violations.map(v => `axe ${v.id}: ${v.nodes.length} × ${v.help}`);
}

const tooWide = (page, width) => page.evaluate(w => document.documentElement.scrollWidth > w, width);

/** Hands each finding to note, and counts them. */
export async function inBrowser(letters, note) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--allow-file-access-from-files'],
  });
  const found = { axe: 0, overflow: 0 };
  for (const letter of letters) {
    for (const images of [true, false]) {
      const page = await open(browser, letter, images);
      for (const value of images ? ['light', 'dark'] : []) {
        await page.emulateMediaFeatures(scheme(value));
        for (const violation of await violations(page)) {
          note(letter, `${violation} (${value})`);
          found.axe++;
        }
      }
      for (const width of [320, 375, 600]) {
        await page.setViewport({ width, height: 800 });
        if (await tooWide(page, width)) {
          note(letter, `is wider than ${width} px ${images ? 'with' : 'without'} images`);
          found.overflow++;
        }
      }
      await page.close();
    }
  }
  await browser.close();
  return found;
}
