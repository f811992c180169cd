import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { caniemail } from 'caniemail';

// A letter that a screen reader can read, in its language and the reader's scheme, has these.
const needed = ['body', 'lang', 'dir', 'role', 'the color-scheme metas'];

const withoutNeeded = html =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/ (lang|dir|role)="[^"]*"/g, '')
    .replace(/<meta name="[a-z-]*color-scheme[a-z-]*"[^>]*>/g, '')
    .replace(/<(\/?)body/g, '<$1div');

/** The clients that the package's own documentation lists. */
function clients() {
  const home = path.dirname(createRequire(import.meta.url).resolve('caniemail/package.json'));
  const text = fs.readFileSync(path.join(home, 'README.md'), 'utf8');
  return [...new Set([...text.matchAll(/^\s+'([a-z0-9-]+\.[a-z-]+)',/gm)].map(match => match[1]))];
}

/** Each tag, attribute and declaration by itself: one that the data lacks hides all others. */
function pieces(html) {
  const found = new Set();
  for (const [, tag, attributes] of html.matchAll(/<([a-z][a-z0-9:]*)([^>]*)>/g)) {
    found.add(`<${tag}>x</${tag}>`);
    for (const [, name, value] of attributes.matchAll(/([a-z-]+)="([^"]*)"/g)) {
      if (name === 'style') {
        value.split(';').filter(Boolean).forEach(rule => found.add(`<${tag} style="${rule}">x</${tag}>`));
      } else {
        found.add(`<${tag} ${name}="${name === 'href' ? value.replace(/:.*/, ':x') : 'x'}">x</${tag}>`);
      }
    }
  }
  return found;
}

const known = new Map();

/** The features that a client lacks; what was never tried in it is no finding. */
function lacks(piece, client) {
  const key = client + piece;
  if (!known.has(key)) {
    try {
      const { errors } = caniemail({ clients: [client], html: piece }).issues;
      known.set(key, [...errors].flatMap(([, issues]) => issues.map(issue => issue.title)));
    } catch (error) {
      if (!/not found on/.test(error.message)) throw error;
      known.set(key, []);
    }
  }
  return known.get(key);
}

function described(html) {
  const features = new Map();
  for (const client of clients()) {
    for (const piece of pieces(html)) {
      for (const title of lacks(piece, client)) {
        features.set(title, new Set([...(features.get(title) ?? []), client]));
      }
    }
  }
  const lacking = [...new Set([...features.values()].flatMap(each => [...each]))].sort();
  return { clients: lacking, features: [...features].map(([f, c]) => [f, [...c].join(', ')]), needed };
}

/** Of all letters, the one for which most clients lack something. */
export function clientsWithErrors(letters) {
  return letters
    .filter(letter => letter.endsWith('.en.html'))
    .map(letter => described(withoutNeeded(fs.readFileSync(letter, 'utf8'))))
    .reduce((most, other) => (other.clients.length > most.clients.length ? other : most));
}
