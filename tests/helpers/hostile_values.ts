const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

/** Values of the wrong type or size. */
export const VALUES: unknown[] = [
  ...[0, -1, 42, 4.2, 1e308, 2 ** 53, -(2 ** 63), 2147483648, true, false, null],
  ...[[], {}, ['a'], [null], [[]], [{}], { a: { b: 1 } }, nested(60), Array(1000).fill('a')],
  ...[{ toString: 1 }, { valueOf: 1, toString: 1 }, { length: 1e9 }, { then: 'x' }],
  ...['{"__proto__":{"admin":1}}', '{"constructor":{"prototype":{"admin":1}}}'].map((json) =>
    JSON.parse(json)
  ),
]

/** Texts of the wrong size or alphabet, or that mean something to a database, a template or a path. */
export const TEXTS = [
  ...['', ' ', '\0', 'a\0b', '\ud800', 'x\udc00y', '\u202e\u200b', '\ufeff', '😀'.repeat(2000)],
  ...[
    'x'.repeat(300),
    'x'.repeat(6000),
    'x'.repeat(50_000),
    `${'a'.repeat(5000)}!`,
    'a@'.repeat(2000),
  ],
  ...['%00', '%ff', '%', '../../etc/passwd', '{{ 7 * 7 }}', '${7*7}', '<script>alert(1)</script>'],
  ...[
    `'; drop table users; --`,
    '" or 1=1',
    '%_%',
    '\\',
    'javascript:alert(1)',
    'http://[::1',
    'https://',
  ],
  ...['1e999', 'NaN', 'Infinity', '-0', '0x10', '１２', '99999999999999999999', '-1', '1.5'],
  ...[
    '9999-12-31T23:59:59Z',
    '0000-00-00',
    '2026-02-30',
    '+275760-09-13T00:00:00.001Z',
    '2026-W99',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    '[object Object]',
    'me',
    'nobody',
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'agent:1',
    'department:x',
    'before.1',
    'eyJpZCI6MX0=',
  ],
]

/** Parts of paths that are no ids, encoded as an attacker would. */
export const PATH_PARTS = [
  ...[
    '%00',
    '1%00',
    '%ff',
    '%',
    '%c0%80',
    '..%2f..%2f',
    '%2e%2e',
    '%F0%9F%98%80',
    "1'",
    '%22',
    '-1',
    '0',
  ],
  ...[
    '99999999999999999999',
    '2147483648',
    '1e5',
    '0x1',
    '1.5',
    'x'.repeat(3000),
    '__proto__',
    'me',
  ],
]

export const QUERY_VALUES = [
  ...[
    '',
    '%00',
    '%ff',
    '%zz',
    '%',
    'x'.repeat(3000),
    '-1',
    '1e999',
    '%F0%9F%98%80',
    "'%20or%201=1",
  ],
  ...['%ED%A0%80', '[object%20Object]', '99999999999999999999', '__proto__', '2026-02-30'],
]

export const QUERY_FORMS: ((name: string, value: string) => string)[] = [
  (name, value) => `${name}=${value}`,
  (name, value) => `${name}[]=${value}`,
  (name, value) => `${name}[a]=${value}`,
  (name, value) => `${name}[__proto__][x]=${value}`,
  (name, value) => `${name}=${value}&${name}=${value}`,
  (name) => name + '[a]'.repeat(40),
]

export const QUERY_NAMES = [
  ...[
    'filter',
    'status',
    'widget',
    'label',
    'agent',
    'priority',
    'sort',
    'q',
    'cursor',
    'limit',
    'after',
    'before',
  ],
  ...[
    'at',
    'page',
    'ids',
    'period',
    'from',
    'to',
    'table',
    'panel',
    'presence',
    'background',
    '_method',
    'id',
  ],
]

/** Types of content that the routes do not take, or only by name. */
export const TYPES = [
  ...[
    'text/plain',
    'application/xml',
    'nonsense',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
  ],
  ...['application/json; charset=utf-99', 'application/x-www-form-urlencoded'],
]

/** Bodies that are broken or are no object. */
export const RAW_BODIES = [
  ...[
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '7',
    '\0',
    '{"a":1',
    '[[[[',
    'a=%ff&b[__proto__][x]=1&%zz=%',
    'a[b]'.repeat(500),
  ],
  ...[
    '{"a":1e999}',
    '{"a":"\\ud800"}',
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
    'a&'.repeat(3000),
  ],
]

export const ACCEPTS = [
  'application/json',
  'text/html',
  '*/*',
  'nonsense',
  'text/html;q=x, */*;q=-1',
]
