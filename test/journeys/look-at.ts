/** What is wrong with how a page stands in the browser. Runs there, so it is one function that needs nothing outside. */
export function lookAt(): string[] {
  const found: string[] = []
  const tell = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.className} "${element.textContent?.trim().slice(0, 40)}"`
  const root = document.documentElement
  const width = root.clientWidth
  if (root.scrollWidth > width) found.push(`is ${root.scrollWidth - width} px wider than the screen`)
  if (document.scripts.length > 0) found.push('has a script')
  if (document.querySelectorAll('h1').length !== 1) found.push('has not one h1')

  /** Words for screen readers alone, and what only shows when it has the focus. */
  const isHidden = (element: Element) =>
    !element.checkVisibility({ visibilityProperty: true }) ||
    element.closest('.govuk-visually-hidden, .govuk-skip-link') !== null
  const shown = [...document.body.querySelectorAll('*')].filter((element) => !isHidden(element))

  const outOf = (part: DOMRect, box: { left: number; right: number; top: number; bottom: number }) =>
    part.left < box.left - 1 ||
    part.right > box.right + 1 ||
    part.top < box.top - 1 ||
    part.bottom > box.bottom + 1

  for (const element of shown) {
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const parts = [...range.getClientRects()].filter((part) => part.width > 0)
      if (parts.some((part) => part.left < -1 || part.right > width + 1)) {
        found.push(`${tell(element)} runs out of the screen`)
      }
      for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box)
        if (overflowX === 'visible' && overflowY === 'visible') continue
        const within = box.getBoundingClientRect()
        // A box of one pixel is there for those who listen.
        if (within.width <= 1) break
        if (parts.some((part) => outOf(part, within))) found.push(`${tell(element)} is cut off`)
      }
    }
  }

  const controls = shown.filter((element) =>
    element.matches('a[href], button, input:not([type=hidden]), select, textarea, summary'),
  )
  const rects = controls.map((element) => [...element.getClientRects()])
  controls.forEach((one, at) => {
    controls.slice(at + 1).forEach((other, ahead) => {
      if (one.contains(other) || other.contains(one)) return
      const overlaps = rects[at]?.some((a) =>
        rects[at + 1 + ahead]?.some((b) => {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
          return across > 1 && down > 1
        }),
      )
      if (overlaps) found.push(`${tell(one)} and ${tell(other)} lie over each other`)
    })
  })
  return found
}

/** What a keyboard can reach, in the order of the page: of radio buttons in one group, the one that is chosen or the first. */
export function countStops(): number {
  const groups = new Set<string>()
  return [
    ...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary'),
  ].filter((element) => {
    if (!element.checkVisibility() || element.closest('[inert], fieldset:disabled')) return false
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
    const isFirst = !groups.has(element.name)
    groups.add(element.name)
    return isFirst
  }).length
}

/** The element that has the focus: what it is, whether it can be seen that it has it, and whether anything lies over it. */
export function lookAtFocus(): { name: string; isSeen: boolean; isCovered: boolean } | null {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const looks = () => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor } =
      getComputedStyle(element)
    const around = element.closest('.cw-offer')
    const ring = around ? getComputedStyle(around).outline : ''
    return [outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor, ring].join()
  }
  const focused = looks()
  const { left, right, top, bottom } = element.getClientRects()[0] ?? new DOMRect()
  // The middle of what is on the screen of it: a large field can be higher than what is left of the screen.
  const middle = (from: number, to: number, most: number) => (Math.max(0, from) + Math.min(most, to)) / 2
  const over = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight))
  const isCovered = !(over && (element.contains(over) || over.contains(element)))
  const html = element as HTMLElement
  html.blur()
  const isSeen = looks() !== focused
  html.focus({ preventScroll: true })
  return { name: `${element.tagName} "${element.textContent?.trim().slice(0, 40)}"`, isSeen, isCovered }
}
