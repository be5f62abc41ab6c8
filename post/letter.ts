import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler'
import { sayActualText } from './actual-text.ts'
import { type Letter, layOut } from './lay-out.ts'

const require = createRequire(import.meta.url)
const fonts = () => [
  require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-nastaliq-urdu/700Bold/NotoNastaliqUrdu_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-bengali/700Bold/NotoSansBengali_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-gurmukhi/700Bold/NotoSansGurmukhi_700Bold.ttf'),
]

type Press = { compiler: Typst.NodeCompiler; template: string }
let press: Press | null = null

/**
 * Opened with the first letter, and not before: where Typst or a font is missing, letters go as pages, and everything else
 * goes on. `#letter` is named in package.json, so that the template is found from the build too.
 */
function openPress(): Press {
  if (!press) {
    const typst = require('@myriaddreamin/typst-ts-node-compiler') as typeof Typst
    const fontBlobs = fonts().map((file) => readFileSync(file))
    press = {
      compiler: typst.NodeCompiler.create({ fontArgs: [{ fontBlobs }] }),
      template: readFileSync(require.resolve('#letter'), 'utf8'),
    }
  }
  return press
}

/** Why a letter could not be drawn. It quotes nothing of the letter. */
export class LetterNotDrawn extends Error {
  override readonly name = 'LetterNotDrawn'
  readonly code: string
  constructor(code: 'no-shape' | 'not-drawn') {
    super(`the letter could not be drawn (${code})`)
    this.code = code
  }
}

/**
 * The stored notice as a tagged PDF/UA-1 letter in its language and letter size. Its words are data to the template. Throws
 * `LetterNotDrawn`, for example when no font has one of its characters: whoever calls must have another way to tell it.
 */
export function writeLetter(letter: Letter): Buffer {
  const { data, said } = layOut(letter)
  try {
    const { compiler, template } = openPress()
    const inputs = { letter: JSON.stringify(data) }
    const pdf = compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: 'ua-1' })
    compiler.evictCache(10)
    return sayActualText(pdf, said)
  } catch (fault) {
    // The next letter gets a press of its own.
    press = null
    const hasNoShape = String(fault).includes('could not be displayed')
    // oxlint-disable-next-line preserve-caught-error -- what Typst says quotes the letter, and this is logged
    throw new LetterNotDrawn(hasNoShape ? 'no-shape' : 'not-drawn')
  }
}
