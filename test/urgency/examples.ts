import { readFileSync } from 'node:fs'
import type { Judgement } from '../../rules/urgency/judge.ts'
import { judge } from '../../rules/urgency/judge.ts'
import type { Lane } from '../../rules/lane.ts'

/** One example: the lane a duty officer would choose and the taxonomy code behind it (F is everything else). */
export type Example = { id: string; lane: Lane; code: string; subject?: string; body: string }
export type Score = { through: number; ofThrough: number; held: number; ofHeld: number }

/** Reads `examples/<name>.jsonl`. */
export function readExamples(name: string): Example[] {
  const text = readFileSync(new URL(`./examples/${name}.jsonl`, import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Example)
}

/** How many of those that must pass do, and how many of the ordinary ones are held. */
export function score(examples: Example[]): Score {
  const judged: [Example, Judgement][] = examples.map((example) => [example, judge(example)])
  const urgent = judged.filter(([example]) => example.lane !== 'ordinary')
  const ordinary = judged.filter(([example]) => example.lane === 'ordinary')
  return {
    through: urgent.filter(([, { lane }]) => lane !== 'ordinary').length,
    ofThrough: urgent.length,
    held: ordinary.filter(([, { lane }]) => lane === 'ordinary').length,
    ofHeld: ordinary.length,
  }
}
