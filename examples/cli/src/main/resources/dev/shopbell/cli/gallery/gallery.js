const groups = [
  ['Buying', ['order.placed', 'payment.', 'order.paid', 'order.abnormal', 'order.cancelled', 'order.delayed']],
  ['On its way', ['order.shipped', 'order.out-for-delivery', 'order.delivered', 'digital.']],
  ['Money back, and after the sale', ['refund.', 'aftersales.']],
  ['Buying together', ['group.']],
  ['Coming back', ['review.', 'repurchase.']],
  ['For the shop', ['admin.']],
];
const languages = { en: 'English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文', es: 'Español', ar: 'العربية' };
const choices = {
  locale: Object.keys(languages),
  brand: Object.keys(entries[0].brands),
  width: ['320', '375', '600'],
  scheme: ['light', 'dark'],
};
const now = { locale: 'en', brand: choices.brand[0], width: '375', scheme: 'light' };
const find = id => document.getElementById(id);
let shown = [];
let at = 0;

function element(tag, text, kind) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function file(entry) {
  return `letters/${now.brand}/${entry.event}.${entry.locale}.html`;
}

function title(event) {
  const words = event.replace('admin.', '').replace(/[.-]/g, ' ');
  return words[0].toUpperCase() + words.slice(1);
}

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const [name, values] of Object.entries(choices)) {
    if (values.includes(given.get(name))) now[name] = given.get(name);
  }
  return given.get('event');
}

function writeAddress(event) {
  const address = new URLSearchParams(now);
  if (event) address.set('event', event);
  history.replaceState(null, '', '#' + address);
}

function switches() {
  for (const [name, values] of Object.entries(choices)) {
    for (const value of values) {
      const label = element('label');
      const input = element('input');
      Object.assign(input, { type: 'radio', name, value, checked: now[name] === value });
      const text = name === 'locale' ? languages[value] : name === 'width' ? value + ' px' : value;
      label.append(input, element('span', text));
      find(name).append(label);
    }
  }
  find('switches').addEventListener('change', change => {
    if (change.target.name in now) {
      now[change.target.name] = change.target.value;
      draw();
    }
  });
  find('search').addEventListener('input', draw);
}

function frame(entry, scale) {
  const letter = element('iframe');
  letter.loading = 'lazy';
  letter.tabIndex = -1;
  letter.title = title(entry.event);
  letter.src = file(entry);
  letter.style.colorScheme = now.scheme;
  letter.style.width = now.width + 'px';
  letter.style.height = 250 / scale + 'px';
  letter.style.transform = `scale(${scale})`;
  return letter;
}

function card(entry, index) {
  const made = element('button', '', 'card');
  const thumb = element('div', '', 'thumb ' + now.scheme);
  made.append(thumb);
  const name = element('div', '', 'name');
  if (entry.purpose === 'marketing') name.append(element('i', 'marketing'));
  const subject = element('span', entry.brands[now.brand].subject);
  subject.dir = 'auto';
  name.append(element('b', title(entry.event)), subject);
  made.append(name);
  made.addEventListener('click', () => open(index));
  requestAnimationFrame(() => thumb.append(frame(entry, thumb.clientWidth / Number(now.width))));
  return made;
}

function draw() {
  const words = find('search').value.toLowerCase().trim();
  const wanted = entries.filter(entry => entry.locale === now.locale)
    .filter(entry => !words || (entry.event + entry.brands[now.brand].subject).toLowerCase().includes(words));
  shown = [];
  find('groups').replaceChildren();
  for (const [heading, starts] of groups) {
    const cards = element('div', '', 'cards');
    for (const entry of wanted.filter(e => starts.some(start => e.event.startsWith(start)))) {
      cards.append(card(entry, shown.push(entry) - 1));
    }
    if (cards.children.length) find('groups').append(element('h2', heading), cards);
  }
  if (!shown.length) find('groups').append(element('h2', 'Nothing of that name.'));
  writeAddress();
}

function others(brand) {
  const parts = [];
  if (brand.sms) parts.push(element('h3', `Text message, ${brand.sms.length} of 70`), element('p', brand.sms, 'bubble'));
  if (brand.wechat) {
    const list = element('dl');
    for (const [name, value] of Object.entries(brand.wechat).sort((a, b) => a[0].slice(-1) - b[0].slice(-1))) {
      list.append(element('dt', name), element('dd', value));
    }
    parts.push(element('h3', 'WeChat'), list);
  }
  parts.push(element('h3', 'Plain text'), element('pre', brand.text));
  parts.forEach(part => { if (part.tagName !== 'H3') part.dir = 'auto'; });
  find('others').replaceChildren(...parts);
}

function open(index) {
  at = (index + shown.length) % shown.length;
  const entry = shown[at];
  const brand = entry.brands[now.brand];
  find('letter-subject').textContent = brand.subject;
  find('letter-preheader').textContent = brand.preheader;
  find('open').href = file(entry);
  const letter = find('letter-frame');
  letter.src = file(entry);
  letter.style.width = now.width + 'px';
  letter.style.height = '1500px';
  letter.style.colorScheme = now.scheme;
  letter.style.background = now.scheme === 'dark' ? '#121212' : '#fff';
  others(brand);
  if (!find('letter').open) find('letter').showModal();
  writeAddress(entry.event);
}

find('close').addEventListener('click', () => find('letter').close());
find('letter').addEventListener('close', () => writeAddress());
find('before').addEventListener('click', () => open(at - 1));
find('after').addEventListener('click', () => open(at + 1));
document.addEventListener('keydown', key => {
  if (!find('letter').open) return;
  if (key.key === 'ArrowLeft') open(at - 1);
  if (key.key === 'ArrowRight') open(at + 1);
});

const first = readAddress();
switches();
draw();
if (first) open(shown.findIndex(entry => entry.event === first));
