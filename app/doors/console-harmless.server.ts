import sanitizeHtml from 'sanitize-html'

/** Longer than this is not shown as laid out: its text and its bytes still are. In characters. */
export const longestShownHtml = 400_000

const plainTags = [
  'p',
  'div',
  'br',
  'hr',
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'sub',
  'sup',
  'blockquote',
  'pre',
  'code',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
]

/** Their text is for machines; nothing of it is shown. */
const silentTags = [
  'script',
  'style',
  'textarea',
  'option',
  'select',
  'noscript',
  'noembed',
  'noframes',
  'template',
  'title',
  'xmp',
  'iframe',
  'object',
  'svg',
  'math',
  'audio',
  'video',
  'canvas',
  'plaintext',
]

const layout = {
  nonTextTags: silentTags,
  disallowedTagsMode: 'discard',
  nestingLimit: 40,
  allowedAttributes: Object.fromEntries(
    plainTags.map((tag): [string, sanitizeHtml.AllowedAttribute[]] => [
      tag,
      [{ name: 'dir', values: ['ltr', 'rtl', 'auto'] }],
    ]),
  ),
  allowedStyles: {},
  allowedClasses: {},
  enforceHtmlBoundary: false,
} satisfies sanitizeHtml.IOptions

const none: sanitizeHtml.Attributes = {}

/** Headings of a message are not headings of our page. */
const asParagraph: sanitizeHtml.Transformer = (_, { dir }) => ({
  tagName: 'p',
  attribs: dir ? { dir } : none,
})

/**
 * The layout of a message without anything that can act, load or look like part of the console: no script, style,
 * form, picture or link. A link is its words and then its address in square brackets, as text. The answer is safe to
 * put into a page; nothing else that came from outside ever is. Null when it is too long to lay out.
 */
export function makeHarmless(html: string): string | null {
  if (html.length > longestShownHtml) return null
  const marked = sanitizeHtml(html, {
    ...layout,
    allowedTags: [...plainTags, 'a', 'img'],
    allowedAttributes: { ...layout.allowedAttributes, a: ['data-address'], img: ['data-words'] },
    transformTags: {
      h1: asParagraph,
      h2: asParagraph,
      h3: asParagraph,
      h4: asParagraph,
      h5: asParagraph,
      h6: asParagraph,
      center: asParagraph,
      section: asParagraph,
      article: asParagraph,
      a: (tagName, { href }) => ({ tagName, attribs: { 'data-address': href?.trim() ?? '' } }),
      img: (tagName, { alt }) => ({ tagName, attribs: { 'data-words': alt?.trim() ?? '' } }),
    },
  })
  // Once more with the short list only: whatever the step between made of it, nothing else can come out.
  return sanitizeHtml(sayLinksAndPictures(marked), { ...layout, allowedTags: plainTags })
}

const marks = /<a(?: data-address(?:="([^"]*)")?)?>|<\/a>|<img(?: data-words(?:="([^"]*)")?)? \/>/g

/** Puts the address of each link after its words, and words for each picture. Reads only what sanitize-html wrote. */
function sayLinksAndPictures(marked: string): string {
  const addresses: string[] = []
  return marked.replace(marks, (tag, address: string | undefined, words: string | undefined) => {
    if (tag.startsWith('<img')) return words ? `[picture: ${words}]` : '[picture]'
    if (tag !== '</a>') {
      addresses.push(address ?? '')
      return ''
    }
    const closing = addresses.pop()
    return closing ? ` [${closing}]` : ''
  })
}
