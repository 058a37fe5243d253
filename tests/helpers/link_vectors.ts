/** A line of a message, and what of it leads somewhere. */
export interface LinkVector {
  text: string
  /** The addresses that are links, as they are shown. */
  links: string[]
}

const vector = (text: string, ...links: string[]): LinkVector => ({ text, links })

/** What every place that shows messages makes of them. Each line is a text of its own. */
export const LINK_VECTORS: LinkVector[] = [
  vector('see https://a.example/x?y=1, or', 'https://a.example/x?y=1'),
  vector('(http://b.example/z).', 'http://b.example/z'),
  vector(
    'https://en.wikipedia.org/wiki/Rust_(programming_language)',
    'https://en.wikipedia.org/wiki/Rust_(programming_language)'
  ),
  vector(
    '(https://en.wikipedia.org/wiki/Rust_(programming_language))',
    'https://en.wikipedia.org/wiki/Rust_(programming_language)'
  ),
  vector(
    '(see https://en.wikipedia.org/wiki/Rust_(programming_language)).',
    'https://en.wikipedia.org/wiki/Rust_(programming_language)'
  ),
  vector('[docs](https://a.example/x)next', 'https://a.example/x'),
  vector('[https://a.example/x]', 'https://a.example/x'),
  vector('https://a.example/a[0]', 'https://a.example/a[0]'),
  vector('https://a.example/a)b', 'https://a.example/a)b'),
  vector('**https://a.example/x**', 'https://a.example/x'),
  vector('**https://a.example/x**, then', 'https://a.example/x'),
  vector('**https://a.example/x**and', 'https://a.example/x'),
  vector('*https://a.example/x*', 'https://a.example/x'),
  vector('_https://a.example/a_b_', 'https://a.example/a_b'),
  vector('__https://a.example/a_b__ and', 'https://a.example/a_b'),
  vector('~~https://a.example/~me~~', 'https://a.example/~me'),
  vector('"https://a.example/x"', 'https://a.example/x'),
  vector('“https://a.example/x”', 'https://a.example/x'),
  vector('«https://a.example/x»', 'https://a.example/x'),
  vector('<https://a.example/x>', 'https://a.example/x'),
  vector('`https://a.example/x`', 'https://a.example/x'),
  vector('https://a.example/x…', 'https://a.example/x'),
  vector('https://a.example/x!?', 'https://a.example/x'),
  vector('こちらhttps://a.example/x。次', 'https://a.example/x'),
  vector('（https://a.example/x）', 'https://a.example/x'),
  vector('انظر https://a.example/x؟', 'https://a.example/x'),
  vector('https://例え.jp/パス', 'https://例え.jp/パス'),
  vector('HTTPS://A.Example/X', 'HTTPS://A.Example/X'),
  vector('https://a.example/\u202egnp.exe', 'https://a.example/'),
  vector('https://a.example/x/#part', 'https://a.example/x/#part'),
  vector('https://a.example/x http://b.example/y', 'https://a.example/x', 'http://b.example/y'),
  vector('write to jane@shop.example'),
  vector('ahttps://a.example'),
  vector('javascript:alert(1)'),
  vector('data:text/html,x'),
  vector('mailto:a@b.example'),
  vector('ftp://a.example/x'),
  vector('https://'),
  vector('https://)'),
]
