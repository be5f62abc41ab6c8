import type { Lane } from '../lane.ts'
import { lanes } from '../lane.ts'
import { featuresOf } from './features.ts'
import { look, type Passage } from './look.ts'
import { answerTo, makeScale, pressing, urgencyOf, weighWords } from './model.ts'
import { type Reading, selectText } from './new-text.ts'
import { manyPassages, moreFor } from './passages.ts'
import { trained } from './trained.ts'

export type { Lane }

/** What is judged. `body` is plain text (HTML is turned to text before); `unreadable` when the door could not read it. */
export type Message = { subject?: string; body?: string; fileNames?: string[]; unreadable?: boolean }
/**
 * `why`: the words that decided, as the customer wrote them; empty for `ordinary`. `isThreat`: somebody seems to be threatened, and
 * whoever goes there should know; it never holds anything back. `doubt`: how near an ordinary message came to going
 * through, 0 not at all, 1 nearly; 1 for all that goes through.
 */
export type Judgement = { lane: Lane; why: string[]; isThreat: boolean; doubt: number }

const mostReasons = 5
/** Words that are shown as a reason at the most. */
const longestReason = 12
/** A passage that scores so much less than the best (log-odds) does not say what lane the message is. */
const asideMargin = 2
/** What a file is called says little: it must score this much (log-odds) to let a message through. */
const nameThreshold = 1.7
/** Danger to life is taken when it is nearly as likely (log-odds) as what is likeliest. */
const lifeMargin = 1
/** A repair is an emergency when that is nearly as likely (log-odds): in doubt the shorter clock. */
const emergencyMargin = 0.8
/** A sentence that speaks so plainly (log-odds) of danger to life says the lane, whatever stands around it. */
const lifeSure = 2

function pass(lane: Lane, ...why: string[]): Judgement {
  return { lane, why, isThreat: false, doubt: 1 }
}

const asksSomething =
  /\b(please (confirm|let us know|tell us|reply|send)|let us know|can you|could you|are you able)\b/iu
/** Words of an answer to a question at the most. */
const longestAnswer = 15

/** What a receipt for an appeal prints: whatever comes under it is about the appeal (E1). */
const appealReference = /\bA-[0-9A-Z]{4}-[0-9A-Z]{4}\b/u

/** The words of a passage that speak most for letting it through, as the customer wrote them. */
function quote({ reads, seen }: Passage): string {
  const words = reads.flatMap(({ sentence }) =>
    sentence.words.map((word) => ({ ...word, text: sentence.text })),
  )
  const weights = weighWords(trained().model, featuresOf(seen.sentences), words.length)
  let best: { sum: number; from: number; to: number } = { sum: -Infinity, from: 0, to: 0 }
  for (let from = 0, at = 0; at < words.length; at++) {
    while (at - from >= longestReason || words[from]?.text !== words[at]?.text) from++
    const sum = weights.slice(from, at + 1).reduce((one, other) => one + other, 0)
    if (sum > best.sum) best = { sum, from, to: at }
  }
  const [first, last] = [words[best.from], words[best.to]]
  return (first?.text ?? '').slice(first?.from, last?.to).replace(/\s+/gu, ' ')
}

/** The lane of a passage that goes through: the likeliest, or a graver one when it is nearly as likely. */
function laneOf(answers: Float64Array): Lane {
  const scores = pressing.map((lane) => answerTo(lane, answers))
  const best = Math.max(...scores)
  const isNearly = (lane: (typeof pressing)[number], margin: number) =>
    (scores[pressing.indexOf(lane)] ?? -Infinity) >= best - margin
  if (isNearly('life-safety', lifeMargin)) return 'life-safety'
  const likeliest = pressing[scores.indexOf(best)] ?? 'urgent-need'
  return likeliest === 'repair' && isNearly('emergency-repair', emergencyMargin)
    ? 'emergency-repair'
    : likeliest
}

/** What a passage must score above. Of words in no language that we know only what is plain is believed: the rest goes to a person anyway. */
function usualThreshold(language: string | null): number {
  const { englishThreshold, otherThreshold, sureThreshold } = trained()
  if (language === null) return sureThreshold
  return language === 'en' ? englishThreshold : otherThreshold
}

/** Why a message goes through although no passage of it says so: nobody could tell, so a person looks. */
function passUnjudged(
  { quoted, wasCut }: Reading,
  judged: { language: string | null; wordCount: number },
): string | null {
  if (wasCut) return 'too long to read whole'
  if (judged.wordCount <= longestAnswer && asksSomething.test(quoted)) return 'answers our question'
  return judged.language === null ? 'language not known' : null
}

/**
 * The lane for one message. Pure, total and deterministic; reads at most 25,000 characters of body. It can only let more through:
 * `ordinary` needs text, in a language that we know, no passage of which looks like anything else.
 */
export function judge(message: Message): Judgement {
  if (message.unreadable) return pass('urgent-need', 'could not be read')
  const reading = selectText(message)
  const { parts, wasCut } = reading
  // File names alone are no message: a picture may show anything
  const hasText = parts.slice(0, 2).some((part) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(part))
  const { model, longThreshold, sureThreshold, threatThreshold } = trained()
  const judged = look(parts.slice(0, 2), trained())
  // What a picture is called says something by itself, however ordinary the message is that it came with
  const named = look(parts.slice(2), trained())
  if (judged.wordCount + named.wordCount === 0) return pass('urgent-need', 'nothing to read')
  const weigh = makeScale(model)
  const score = (passage: Passage) => {
    const answers = weigh(passage.seen)
    return { passage, answers, score: urgencyOf(answers) }
  }
  const passages = judged.passages.map(score)
  const sentences = judged.sentences.map(score)
  const usual = usualThreshold(judged.language)
  const plainest = Math.max(...sentences.map((each) => each.score))
  const threshold =
    passages.length < manyPassages
      ? usual
      : Math.max(usual, longThreshold + moreFor(passages.length, plainest))
  const namedAs = named.passages.map(score).filter((each) => each.score > nameThreshold)
  const sure = sentences.filter((each) => each.score > sureThreshold)
  const scored = [...passages, ...namedAs, ...sure].toSorted((one, other) => other.score - one.score)
  const best = scored[0]?.score ?? -Infinity
  const isThreat = passages.some(({ answers }) => answerTo('threat', answers) > threatThreshold)
  if (best > threshold) {
    const telling = scored.filter(
      (each) => sure.includes(each) || (each.score > threshold && each.score > best - asideMargin),
    )
    const plain = sentences.filter(({ answers }) => answerTo('life-safety', answers) > lifeSure)
    const told = [
      ...telling.map(({ passage, answers }) => ({ lane: laneOf(answers), said: quote(passage) })),
      ...plain.map(({ passage }) => ({ lane: 'life-safety' as const, said: quote(passage) })),
    ]
    const lane = lanes.find((each) => told.some((one) => one.lane === each)) ?? 'urgent-need'
    const said = [...new Set(told.filter((one) => one.lane === lane).map((one) => one.said))]
    const why = [...said.slice(0, mostReasons), ...(wasCut ? ['too long to read whole'] : [])]
    return { lane, why, isThreat, doubt: 1 }
  }
  if (!hasText) return pass('urgent-need', 'nothing to read')
  const [reference] = parts.slice(0, 2).join(' ').match(appealReference) ?? []
  if (reference) return { ...pass('protected', reference), isThreat }
  const unjudged = passUnjudged(reading, judged)
  if (unjudged) {
    const lane = unjudged === 'answers our question' ? 'protected' : 'urgent-need'
    return { ...pass(lane, unjudged), isThreat }
  }
  if (isThreat) return { ...pass('urgent-need', 'seems to threaten somebody'), isThreat }
  return { lane: 'ordinary', why: [], isThreat, doubt: 2 / (1 + Math.exp(threshold - best)) }
}
