import * as fc from 'fast-check';

const WORDS = ['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', '~', '.inf', '-.inf', '+.inf', '.nan'];
const NUMBERS =
  '0 1 -1 +1 007 017 0o17 0O17 -0o17 0x1F 0X1f -0x1f 0b101 -0b1 0b-1 0b+1 0b_-1 0o-7 0o+7 1_000 1__0 _1 -_1 +_1 0_x10 0_o7 0x_1 1,000 1. .5 -.5 ' +
  '+.5 ._5 1.5 1e3 1E3 1e+3 1.e3 .5e3 1_e5 12e03 190:20:30 1:2 1:60 190:20:30.15 12:30:45 -1:2 0.18.0 1.2.0 10.0.0.1 ' +
  '1.2.3.4:80 20Gi 500m 1e 0x 0o 0b 0xg 1k 3scale 9223372036854775808 18446744073709551616 1e400 0e0 -0 00 08 089';
const DATES = [
  '2001-01-01',
  '2001-1-1',
  '2001-12-14t21:59:43.10-05:00',
  '2001-12-14 21:59:43.10 -5',
  '2001-topic',
  '2001-',
];
const INDICATORS =
  '- ? : , [ ] { } # & * ! | > \' " % @ ` = << < = => <<: ... --- .. . ../ ./ .* .+ -- -- e5 E5 e+5 .e5 ._e5 +e5 E-1 e5a -x --x -/ +a -a -e5 ?x :x %x @x `x !x &x ' +
  '*x #x x#y x: :x: a:b a::b [a] {a} a[b] a{b} a,b a|b a>b ; ;a (a) $a $(A) ^a$ \\ \\n \\x41 /a //a ~/a ~a = =a <a>';
const SPACES = [
  '',
  ' ',
  '  ',
  ' a',
  'a ',
  'a b',
  'a  b',
  'a: b',
  'a :b',
  'a : b',
  'a #b',
  'a # b',
  '- a',
  '? a',
  '--- a',
  '... a',
  '---a',
  '...a',
  'a\tb',
  '\ta',
  'a\t',
  'a:\tb',
  'a\t#b',
];
const LINES = [
  '\n',
  '\n\n',
  'a\n',
  'a\n\n',
  'a\n\n\n',
  '\na',
  '\n a',
  ' a\nb',
  '\ta\nb',
  'a\n b\n',
  'a\n\tb\n',
  'a\n  \nb',
  'a\n  ',
  'a\n  \n',
  'a \nb \n',
  'a\n\nb\n\n',
  'a\n---\nb',
  'a\n...\n',
  'a\n# b\n',
  '# a\nb',
  '- a\n- b\n',
  'a: 1\nb: 2\n',
  '%a\nb',
  'a\r\nb',
  'a\rb',
  'a\nb\u0085c',
  'a\nb\u2028c',
  'a\n\u00e9\n\ud83d\ude00',
  'a\n\u0007',
  '|\n>',
  '"a"\n\'b\'',
  'a\\\nb',
];
const CHARACTERS = [
  '\u0000',
  '\u0007',
  '\u0008',
  '\u001b',
  '\u007f',
  '\u0080',
  '\u0085',
  '\u009f',
  '\u00a0',
  '\u00ad',
  '\u200b',
].concat([
  '\u2028',
  '\u2029',
  '\ufeff',
  '\ufffd',
  '\ufffe',
  '\uffff',
  '\ue000',
  '\u00e9',
  '\u4e2d',
  '\ud83d\ude00',
  '\udbff\udfff',
]);
const LONG = ['x'.repeat(300), `${'word '.repeat(60)}end`, 'word '.repeat(60), `a: ${'word '.repeat(60)}.`];
const QUOTES = ['"', "'", '"a"', "'a'", 'it\'s "so"', 'say "hi"', "it's", '"a\\', '\\"', '{"a":1}', "['a']"];

/** Strings that one reader or another takes for something else when they stand bare. */
export const TRICKY_STRINGS: readonly string[] = [
  ...new Set([
    ...WORDS.flatMap((word) => [word, word.toUpperCase(), capital(word)]),
    ...NUMBERS.split(' '),
    ...DATES,
    ...INDICATORS.split(' '),
    ...SPACES,
    ...LINES,
    ...CHARACTERS.flatMap((character) => [character, `a${character}b`, `${character}a`, `a${character}`]),
    ...LONG,
    ...QUOTES,
    '__proto__x',
    'constructor',
  ]),
];

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const PIECES = fc.constantFrom(...TRICKY_STRINGS, ...'-?:,[]{}#&*!|>\'"%@` \t\n~=<._+eE0123456789xob'.split(''));

/** Any text that Unicode can hold, with more than its share of tricky ones. */
export const TEXTS = fc.oneof(
  fc.constantFrom(...TRICKY_STRINGS),
  fc.string({ unit: 'binary' }),
  fc.array(PIECES, { maxLength: 5 }).map((pieces) => pieces.join('')),
);

const SCALARS = fc.oneof(
  TEXTS,
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
);

/** Any JSON value. Zero has no sign, as in JSON. */
export const JSON_VALUES: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4, withCrossShrink: true }, SCALARS, tie('items'), tie('fields')),
  items: fc.array(tie('value'), { maxLength: 4 }),
  fields: fc.dictionary(
    TEXTS.filter((key) => key !== '__proto__'),
    tie('value'),
    { maxKeys: 4, noNullPrototype: true },
  ),
})).value;
