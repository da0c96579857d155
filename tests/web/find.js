// Finds what a person would point at: arguments are a role and a name. Hidden things are not found.
// Only the first of several is returned; an exact name wins over one that merely begins with it.
const [role, name] = arguments;
const ROLES = {
  button: 'button, summary, input[type=button], input[type=submit], input[type=reset]',
  link: 'a[href]',
  heading: 'h1, h2, h3, h4, h5, h6',
  textbox: 'input:not([type]), input[type=text], input[type=email], input[type=date], textarea',
  searchbox: 'input[type=search]',
  spinbutton: 'input[type=number]',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  combobox: 'select:not([multiple])',
  option: 'option',
  file: 'input[type=file]',
  table: 'table',
  row: 'tr',
  cell: 'td',
  columnheader: 'th',
  dialog: 'dialog[open]',
  navigation: 'nav',
  main: 'main',
  banner: 'header',
  contentinfo: 'footer',
  form: 'form',
  list: 'ul, ol',
  listitem: 'li',
  img: 'img, svg[role=img]',
  group: 'fieldset, details',
  article: 'article',
  region: 'section[aria-label], section[aria-labelledby]',
};
const squeeze = (text) => text.replace(/\s+/g, ' ').trim();
const words = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  if (node.getAttribute('aria-hidden') === 'true' || node.hidden) return '';
  if (node.hasAttribute('aria-label')) return node.getAttribute('aria-label');
  if (node.tagName === 'IMG') return node.alt;
  if (node.tagName === 'SCRIPT' || node.tagName === 'STYLE') return '';
  const inner = [...node.childNodes].map(words).join('');
  return getComputedStyle(node).display.startsWith('inline') ? inner : ` ${inner} `;
};
const nameOf = (element) => {
  const by = element.getAttribute('aria-labelledby');
  if (by) return by.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean).map(words).join(' ');
  if (element.hasAttribute('aria-label')) return element.getAttribute('aria-label');
  if (element.labels?.length) return [...element.labels].map(words).join(' ');
  if (element.tagName === 'FIELDSET') return words(element.querySelector('legend') ?? element);
  if (element.tagName === 'TABLE' && element.caption) return words(element.caption);
  if (element.tagName === 'INPUT' && /^(button|submit|reset)$/.test(element.type)) return element.value;
  const inner = /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName) ? '' : words(element);
  return squeeze(inner) || element.title || element.placeholder || '';
};
const shown = (element) =>
  element.tagName === 'OPTION' ||
  element.type === 'file' ||
  (element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert], [aria-hidden=true]'));
const native = ROLES[role] ?? ':not(*)';
const of_role = [...document.querySelectorAll(`[role=${role}], :is(${native}):not([role])`)].filter(shown);
// Nothing behind an open modal dialog can be pointed at.
const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
const here = modal ? of_role.filter((element) => modal.contains(element)) : of_role;
const named = here.map((element) => [element, squeeze(nameOf(element))]);
const found = (fits) => named.find(([, own]) => fits(own))?.[0];
return (
  found((own) => own === name) ??
  found((own) => own.startsWith(name)) ??
  found((own) => own.includes(name)) ??
  null
);
