/** What stylesheets of other applications say about plain elements, in no layer: each in a few lines of its own. */
export const FOREIGN_SHEETS: Record<string, string> = {
  'no reset at all': '',

  'utility classes’ reset': `
    *, ::before, ::after, ::backdrop, ::file-selector-button { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
    html { line-height: 1.5; tab-size: 4; -webkit-tap-highlight-color: transparent; }
    h1, h2, h3, h4, h5, h6 { font-size: inherit; font-weight: inherit; }
    a { color: inherit; text-decoration: inherit; }
    ol, ul, menu { list-style: none; }
    img, svg, video, canvas, iframe { display: block; vertical-align: middle; }
    img, video { max-width: 100%; height: auto; }
    button, input, select, optgroup, textarea { border-radius: 0; background-color: transparent; color: inherit; font: inherit; letter-spacing: inherit; opacity: 1; }
    ::placeholder { color: color-mix(in oklab, currentcolor 50%, transparent); }
    table { border-collapse: collapse; border-color: inherit; text-indent: 0; }
    textarea { resize: vertical; }
    summary { display: list-item; }
    [hidden] { display: none !important; }`,

  'components’ reset': `
    *, ::before, ::after { box-sizing: border-box; }
    body { margin: 0; background: #fff; color: #212529; font: 400 1rem/1.5 serif; text-align: center; }
    h1, h2, h3, h4 { margin: 0 0 .5rem; font-weight: 500; line-height: 1.2; color: teal; }
    h1 { font-size: 2.5rem; } h2 { font-size: 2rem; } h3 { font-size: 1.75rem; }
    p, ul, ol, dl { margin: 0 0 1rem; } ul, ol { padding-left: 2rem; } dd { margin: 0 0 .5rem; }
    a { color: #0d6efd; text-decoration: underline; } a:hover { color: #0a58ca; }
    label { display: inline-block; margin-bottom: .5rem; } small { font-size: .875em; }
    code, kbd, pre { font-family: monospace; font-size: .875em; color: #d63384; }
    kbd { padding: .2em .4em; border-radius: .25rem; background: #212529; color: #fff; }
    mark { padding: .1875em; background: #fff3cd; }
    table { caption-side: bottom; border-collapse: collapse; } th { text-align: inherit; }
    th, td { padding: .75rem; border-top: 1px solid #dee2e6; vertical-align: top; }
    button { border-radius: 0; text-transform: none; } [role="button"] { cursor: pointer; }
    fieldset { min-width: 0; } legend { float: left; width: 100%; font-size: 1.5rem; }
    input[type="text"], input[type="search"], input[type="url"], select, textarea { display: block; width: 100%; padding: .375rem .75rem; border: 1px solid #ced4da; border-radius: .375rem; background: #fff; }
    input:focus, select:focus, textarea:focus, button:focus { outline: 0; box-shadow: 0 0 0 .25rem rgb(13 110 253 / 25%); }`,

  'everything at odds': `
    * { box-sizing: content-box; margin: 3px; padding: 2px; transition: all 1s; }
    *::before, *::after { content: 'x'; color: red; position: absolute; }
    html { letter-spacing: 2px; } body { color: red; font: italic 700 22px/3 cursive; text-transform: uppercase; text-align: right; text-shadow: 1px 1px red; white-space: nowrap; cursor: crosshair; word-spacing: 9px; text-indent: 20px; list-style: square inside; border-spacing: 9px; visibility: visible; }
    button { all: unset; } #main button, body main form button { border: 5px dotted; background: pink; }
    div, section, header, nav, li, form, span, strong, time { display: inline-block; float: left; background: yellow; max-width: 60px; }
    main * + * { margin-top: 2em; } main a[href], aside a { color: lime; border-bottom: 3px double; }
    label, summary, details, dialog { position: static; float: right; font-size: 40px; }
    input, select, textarea, option { appearance: none; height: 90px; width: 10px; background: black; color: white; }
    input[type="checkbox"], input[type="radio"] { display: none; }
    ul > li { list-style: square; } table, tbody, tr, td, th { display: block; border: 4px groove; }
    svg { display: block; width: 300px; fill: red; } img { filter: invert(1); }
    dialog::backdrop { background: lime; } ::placeholder { color: lime; opacity: .2; }
    :focus, :focus-visible { outline: 9px solid lime; } :hover { opacity: .5; }`,
}

/** Elements of a host's own, of every kind that a rule of the module's could meet by its name. */
export const HOST_SAMPLE = `
  <section class="host card"><h1>One</h1><h2>Two</h2><h3>Three</h3><h4>Four</h4>
    <p>A <a href="/">link</a>, <mark>marked</mark>, <kbd>K</kbd>, <code>code</code>, <small>small</small>, <time>now</time></p>
    <ul><li>One</li></ul><ol><li>One</li></ol><dl><dt>What</dt><dd>That</dd></dl><pre>text</pre><blockquote>said</blockquote>
    <form><fieldset><legend>About</legend><label>Name <input name="name" placeholder="Name"></label>
      <input type="checkbox"><input type="radio"><input type="color"><select><option>One</option></select><textarea></textarea>
      <button>Send</button><button disabled>Send</button></fieldset></form>
    <table><caption>Table</caption><thead><tr><th>Head</th></tr></thead><tbody><tr><td>Cell</td></tr></tbody></table>
    <details open><summary>More</summary><p>of it</p></details><dialog open>Dialog</dialog>
    <figure><svg width="20" height="20"><circle r="5" fill="red"/></svg><figcaption>Figure</figcaption></figure>
    <p hidden>hidden</p><p x-cloak>cloaked</p><p class="badge toast menu field button muted">words</p>
    <div class="uplot"><div class="u-wrap"><canvas width="5" height="5"></canvas></div><table class="u-legend"><tr class="u-series"><th>x</th></tr></table></div>
  </section>`
