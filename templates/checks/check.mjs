// Every letter of a gallery: its HTML, how it stands in a browser, and which mail clients lack
// something that it uses. Ends with 1 when there is a finding.
import fs from 'node:fs';
import path from 'node:path';
import { inBrowser } from './browser.mjs';
import { clientsWithErrors } from './clients.mjs';
import { invalidHtml } from './html.mjs';

const folder = path.resolve(process.argv[2], 'letters');
const letters = fs
  .readdirSync(folder)
  .flatMap(brand => fs.readdirSync(path.join(folder, brand)).map(file => path.join(folder, brand, file)));

const findings = [];
const note = (letter, what) => findings.push(`${path.relative(folder, letter)}: ${what}`);

for (const letter of letters) {
  for (const problem of await invalidHtml(letter)) note(letter, problem);
}
console.log(`html-validate: ${findings.length} findings in ${letters.length} letters`);

// Every event and language in one brand; two events in the others.
const shown = letters.filter(file => /\/Forest\/|order\.paid|payment\.failed/.test(file));
const found = await inBrowser(shown, note);
console.log(`axe: ${found.axe} violations in ${shown.length} letters, light and dark`);
console.log(`overflow at 320, 375 and 600 px, with and without images: ${found.overflow}`);

const most = clientsWithErrors(letters);
console.log(`caniemail: at most ${most.clients.length} clients lack something: ${most.clients.join(', ')}`);
for (const [feature, clients] of most.features) console.log(`  ${feature}: ${clients}`);
if (most.clients.length > 7) findings.push('caniemail: more than 7 clients lack something');
console.log(`  left out, since a letter must have them: ${most.needed.join(', ')}`);

const sizes = letters.map(letter => fs.statSync(letter).size);
console.log(`size: at most ${Math.max(...sizes)} bytes`);

for (const finding of findings) console.error(finding);
process.exit(findings.length ? 1 : 0);
