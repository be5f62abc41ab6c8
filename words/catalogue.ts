import ar from './ar.json' with { type: 'json' }
import bn from './bn.json' with { type: 'json' }
import cy from './cy.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import pa from './pa.json' with { type: 'json' }
import pl from './pl.json' with { type: 'json' }
import pt from './pt.json' with { type: 'json' }
import ro from './ro.json' with { type: 'json' }
import so from './so.json' with { type: 'json' }
import tr from './tr.json' with { type: 'json' }
import uk from './uk.json' with { type: 'json' }
import ur from './ur.json' with { type: 'json' }

/**
 * Every language we speak: its BCP 47 code, its name in itself, the direction it is written in, and whether a person
 * who speaks it has checked our words. What nobody has checked says so (`draft`).
 */
export const languages: readonly { code: string; name: string; dir: 'ltr' | 'rtl'; isChecked: boolean }[] = [
  { code: 'en', name: 'English', dir: 'ltr', isChecked: true },
  { code: 'cy', name: 'Cymraeg', dir: 'ltr', isChecked: false },
  { code: 'pl', name: 'Polski', dir: 'ltr', isChecked: false },
  { code: 'ro', name: 'Română', dir: 'ltr', isChecked: false },
  { code: 'ur', name: 'اردو', dir: 'rtl', isChecked: false },
  { code: 'ar', name: 'العربية', dir: 'rtl', isChecked: false },
  { code: 'bn', name: 'বাংলা', dir: 'ltr', isChecked: false },
  { code: 'pa', name: 'ਪੰਜਾਬੀ', dir: 'ltr', isChecked: false },
  { code: 'so', name: 'Soomaali', dir: 'ltr', isChecked: false },
  { code: 'pt', name: 'Português', dir: 'ltr', isChecked: false },
  { code: 'tr', name: 'Türkçe', dir: 'ltr', isChecked: false },
  { code: 'uk', name: 'Українська', dir: 'ltr', isChecked: false },
]

type Leaves<Tree, Start extends string = ''> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? `${Start}${Name}`
    : Leaves<Tree[Name], `${Start}${Name}.`>
}[keyof Tree & string]

/** The dotted name of one message, for example 'notice.held.subject'. English has all of them. */
export type Key = Leaves<typeof en>

type Tree = { [name: string]: string | Tree }

/** All messages of one language by dotted name. */
export function flatten(tree: Tree, start = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string') all.set(start + name, value)
    else for (const [key, message] of flatten(value, `${start}${name}.`)) all.set(key, message)
  }
  return all
}

/** Messages by language and dotted name, as written. */
export const messages: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['en', flatten(en)],
  ['cy', flatten(cy)],
  ['pl', flatten(pl)],
  ['ro', flatten(ro)],
  ['ur', flatten(ur)],
  ['ar', flatten(ar)],
  ['bn', flatten(bn)],
  ['pa', flatten(pa)],
  ['so', flatten(so)],
  ['pt', flatten(pt)],
  ['tr', flatten(tr)],
  ['uk', flatten(uk)],
])
