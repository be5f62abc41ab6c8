import { parseGlossary } from './glossary.ts'
import type { Knowledge } from './look.ts'
import { makeMeanings } from './meanings.ts'
import meanings from './meanings.json' with { type: 'json' }
import { type Model, unpackModel } from './model.ts'
import { makeSpeller } from './spelling.ts'
import file from './trained.json' with { type: 'json' }

/** What `npm run train` learned from the examples. A passage that scores above the threshold of English, or of other languages, goes through. */
export type Trained = Knowledge & {
  model: Model
  englishThreshold: number
  otherThreshold: number
  /** With `moreFor` what the best passage of a long message must score above, in any language. */
  longThreshold: number
  /** A sentence that scores above this by itself goes through whatever stands around it. */
  sureThreshold: number
  threatThreshold: number
}

let known: Trained | undefined

/** Unpacked on the first call, then kept. */
export function trained(): Trained {
  known ??= {
    tongues: {
      english: new Set(file.english.split(' ')),
      mend: makeSpeller(file.common.split(' ')),
      others: new Map(Object.entries(file.glossaries).map(([code, lines]) => [code, parseGlossary(lines)])),
    },
    meanings: makeMeanings(meanings.words, meanings.bytes, meanings.size),
    model: unpackModel(file.model),
    englishThreshold: file.englishThreshold,
    otherThreshold: file.otherThreshold,
    longThreshold: file.longThreshold,
    sureThreshold: file.sureThreshold,
    threatThreshold: file.threatThreshold,
  }
  return known
}
