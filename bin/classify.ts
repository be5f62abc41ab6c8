import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { judge } from '../rules/urgency/judge.ts'

/**
 * `npm run --silent classify < messages.jsonl`: each line `{id, channel?, subject?, body, lang?}` gives one line
 * `{id, lane, through, why}` in the same order, as it is read. A line that cannot be read passes to a person.
 */
type Verdict = { id: unknown; lane: string; through: boolean; why: string[] }

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function passUnread(id: unknown, why: string): Verdict {
  return { id, lane: 'urgent-need', through: true, why: [why] }
}

function classifyLine(line: string, number: number): Verdict {
  let message: unknown
  try {
    message = JSON.parse(line)
  } catch (error) {
    return passUnread(
      null,
      `line ${number} is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`,
    )
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    return passUnread(null, `line ${number} is not JSON: expected an object such as {"id": 1, "body": "…"}`)
  }
  const { id = null, subject, body, fileNames } = message as Record<string, unknown>
  const isOdd = (value: unknown) => value !== undefined && value !== null && typeof value !== 'string'
  if (isOdd(subject) || isOdd(body)) return passUnread(id, `line ${number}: subject and body must be text`)
  const names = Array.isArray(fileNames) ? fileNames.filter((name) => typeof name === 'string') : []
  const { lane, why } = judge({ subject: textOf(subject), body: textOf(body), fileNames: names })
  return { id, lane, through: lane !== 'ordinary', why }
}

// A reader that stops early (`| head`) is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

let number = 0
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  number++
  if (line.trim() === '') continue
  if (!process.stdout.write(`${JSON.stringify(classifyLine(line, number))}\n`))
    await once(process.stdout, 'drain')
}
