import { languages } from '../words/catalogue.ts'

/** How large letters are shown: 12, 18 or 24 points at the least. */
export const sizes = ['standard', 'large', 'giant'] as const
export type Size = (typeof sizes)[number]

/** Black on white with thick lines, or not; without a choice the browser's own wish counts. */
export const contrasts = ['normal', 'high'] as const
export type Contrast = (typeof contrasts)[number]

/** What somebody chose for how pages look. Null: nothing was chosen. */
export type Choice = { language: string | null; size: Size | null; contrast: Contrast | null }

/** The names in a page's address that choose how it looks. They are taken out of every address that a page shows. */
export const choiceNames = ['lang', 'size', 'contrast'] as const

function oneOf<T extends string>(all: readonly T[], name: string | null | undefined): T | null {
  return all.find((each) => each === name) ?? null
}

/** A language that we speak, or null. */
export function languageOf(code: string | null | undefined): string | null {
  return languages.find((each) => each.code === code)?.code ?? null
}

function choiceOf(language?: string | null, size?: string | null, contrast?: string | null): Choice {
  return {
    language: languageOf(language),
    size: oneOf(sizes, size),
    contrast: oneOf(contrasts, contrast),
  }
}

/** What the address of a page asks for. */
export function askedChoice(query: URLSearchParams): Choice {
  return choiceOf(query.get('lang'), query.get('size'), query.get('contrast'))
}

/** What was asked for counts; what was not stays as it was remembered. */
export function mergeChoices(asked: Choice, remembered: Choice): Choice {
  return {
    language: asked.language ?? remembered.language,
    size: asked.size ?? remembered.size,
    contrast: asked.contrast ?? remembered.contrast,
  }
}

/** True when the address of a page asks for anything at all. */
export function isAsked({ language, size, contrast }: Choice): boolean {
  return language !== null || size !== null || contrast !== null
}

const yearInSeconds = 365 * 86_400

function cookieName(isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}clearway-page`
}

/** What was chosen before, as `ur.large.high`. Nothing is signed: each part is one of a few known words, or nothing. */
export function rememberedChoice(cookies: string | null | undefined, isSecure: boolean): Choice {
  const start = `${cookieName(isSecure)}=`
  const value = (cookies ?? '').split(/; */).find((each) => each.startsWith(start))
  return choiceOf(...(value?.slice(start.length).split('.') ?? []))
}

/** A `Set-Cookie` header that remembers a choice. */
export function rememberChoice({ language, size, contrast }: Choice, isSecure: boolean): string {
  const value = [language ?? '', size ?? '', contrast ?? ''].join('.')
  const secure = isSecure ? '; Secure' : ''
  return `${cookieName(isSecure)}=${value}; Path=/; Max-Age=${yearInSeconds}; HttpOnly; SameSite=Lax${secure}`
}

/** The first of the browser's languages, by its own order of preference, that we speak. */
export function acceptedLanguage(header: string | null | undefined): string | null {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().split(';')
    const quality = rest.map((each) => each.trim()).find((each) => each.startsWith('q='))
    return { code: tag.toLowerCase().split('-')[0], weight: quality ? Number(quality.slice(2)) || 0 : 1 }
  })
  const ordered = wishes.filter((wish) => wish.weight > 0).sort((a, b) => b.weight - a.weight)
  return ordered.map((wish) => languageOf(wish.code)).find((code) => code !== null) ?? null
}
