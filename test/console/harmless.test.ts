import { describe, expect, it } from 'vitest'
import { longestShownHtml, makeHarmless } from '../../app/doors/console-harmless.server.ts'

/** Everything a browser could act on. Checked on what a browser would see as markup, so escaped text does not count. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<\/?([a-z0-9-]+)([^>]*)>/gi)].map((match) => `${match[1]}${match[2]}`.trim())
}

const hostile: [string, string][] = [
  ['a script tag', '<p>Rent</p><script>alert(1)</script>'],
  ['a script tag in capitals with a space', '<p>Rent</p><SCRIPT >alert(1)</SCRIPT >'],
  ['a script tag that is never closed', '<p>Rent</p><script>alert(1)'],
  ['a script tag inside a script tag', '<p>Rent</p><scr<script>ipt>alert(1)</scr</script>ipt>'],
  ['an event attribute', '<p onclick="alert(1)" onmouseover=alert(1)>Rent</p>'],
  ['an event attribute after a slash', '<p/onclick=alert(1)>Rent</p>'],
  ['a picture with an error handler', '<p>Rent</p><img src=x onerror=alert(1)>'],
  ['a tracking picture', '<p>Rent</p><img src="https://tracker.example/seen.gif" width=1 height=1>'],
  ['a javascript: link', '<p>Rent</p><a href="javascript:alert(1)">Open</a>'],
  ['a javascript: link with a tab in it', '<p>Rent</p><a href="java\tscript:alert(1)">Open</a>'],
  ['a javascript: link in entities', '<p>Rent</p><a href="&#106;avascript:alert(1)">Open</a>'],
  ['a data: link', '<p>Rent</p><a href="data:text/html,<script>alert(1)</script>">Open</a>'],
  ['a link whose address closes the tag', `<p>Rent</p><a href='"><script>alert(1)</script>'>Open</a>`],
  ['a style element', '<style>body{display:none}</style><p>Rent</p>'],
  ['a style attribute', '<p style="position:fixed;inset:0;background:url(https://tracker.example)">Rent</p>'],
  ['a style sheet', '<link rel=stylesheet href="https://tracker.example/a.css"><p>Rent</p>'],
  ['a class of our own pages', '<p class="govuk-button" id="main">Rent</p>'],
  [
    'an svg with a script',
    '<p>Rent</p><svg onload=alert(1)><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>',
  ],
  [
    'a math element',
    '<p>Rent</p><math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>',
  ],
  ['a meta refresh', '<meta http-equiv="refresh" content="0;url=https://tracker.example"><p>Rent</p>'],
  ['a base address', '<base href="https://tracker.example/"><p>Rent</p>'],
  [
    'a form',
    '<p>Rent</p><form action="https://tracker.example"><input name=password><button>Sign in</button></form>',
  ],
  [
    'a form that reaches our own buttons',
    '<p>Rent</p><button form="release" formaction="https://tracker.example">Go</button>',
  ],
  ['a frame', '<p>Rent</p><iframe srcdoc="<script>alert(1)</script>"></iframe>'],
  ['an object', '<p>Rent</p><object data="x.swf"><embed src="x.swf"></object>'],
  [
    'a noscript that hides a picture',
    '<p>Rent</p><noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  ],
  ['a comment that ends early', '<p>Rent</p><!--><img src=x onerror=alert(1)>-->'],
  ['a CDATA section', '<p>Rent</p><![CDATA[<script>alert(1)</script>]]>'],
  ['a template', '<p>Rent</p><template><script>alert(1)</script></template>'],
  ['a details element that opens by itself', '<p>Rent</p><details open ontoggle=alert(1)>x</details>'],
  ['a tag that is never closed', '<p>Rent</p><img src="x" onerror="alert(1)"'],
  ['closing tags that would end our page', '</div></main></body></html><p>Rent</p><script>alert(1)</script>'],
]

const onlyPlain =
  /^\/?(p|div|br|hr|b|strong|i|em|u|s|sub|sup|blockquote|pre|code|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|td|th)( dir="(ltr|rtl|auto)")?( \/)?$/

describe('HTML of a held message is made harmless', () => {
  it.each(hostile)('%s does nothing, and the words beside it stay', (_, html) => {
    const harmless = makeHarmless(html) ?? ''
    expect(harmless).toContain('Rent')
    for (const tag of tagsOf(harmless)) expect(tag).toMatch(onlyPlain)
    expect(harmless).not.toMatch(/<script|<style|<img|<a[ >]|onerror="|style=|class=|src=/i)
  })

  it('a link is its words and then its address, as text', () => {
    expect(makeHarmless('<p><a href="https://example.org/a?b=1&c=2">My photos</a></p>')).toBe(
      '<p>My photos [https://example.org/a?b=1&amp;c=2]</p>',
    )
  })

  it('a link that says one address and goes to another shows both', () => {
    expect(makeHarmless('<a href="https://evil.example">https://bank.example</a>')).toBe(
      'https://bank.example [https://evil.example]',
    )
  })

  it('a picture is its description', () => {
    expect(makeHarmless('<p><img src="cid:1" alt="The wall"> and <img src="cid:2"></p>')).toBe(
      '<p>[picture: The wall] and [picture]</p>',
    )
  })

  it('a description cannot smuggle a tag', () => {
    expect(makeHarmless('<img alt="<script>alert(1)</script>">')).toBe(
      '[picture: &lt;script&gt;alert(1)&lt;/script&gt;]',
    )
  })

  it('words that were hidden by a style are shown', () => {
    expect(makeHarmless('<p style="display:none">The gas is leaking</p>')).toBe('<p>The gas is leaking</p>')
  })

  it('lists, tables and right-to-left text keep their shape', () => {
    const html =
      '<ul><li>one</li></ul><table><tbody><tr><td>two</td></tr></tbody></table><p dir="rtl">تین</p>'
    expect(makeHarmless(html)).toBe(html)
  })

  it('headings of a message become paragraphs, so that they are not headings of our page', () => {
    expect(makeHarmless('<h1>Hello</h1>')).toBe('<p>Hello</p>')
  })

  it('ten thousand nested tags are laid out without a stack overflow', () => {
    const harmless = makeHarmless(`${'<div>'.repeat(10_000)}Rent${'</div>'.repeat(10_000)}`)
    expect(harmless).toContain('Rent')
    expect(harmless?.match(/<div>/g)?.length).toBeLessThanOrEqual(40)
  })

  it('what is one character too long is not laid out, and what just fits is', () => {
    expect(makeHarmless('x'.repeat(longestShownHtml))).toHaveLength(longestShownHtml)
    expect(makeHarmless('x'.repeat(longestShownHtml + 1))).toBeNull()
  })

  it('making it harmless twice changes nothing', () => {
    for (const [, html] of hostile) {
      const once = makeHarmless(html) ?? ''
      expect(makeHarmless(once)).toBe(once)
    }
  })
})
