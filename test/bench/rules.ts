import readMail from '../../gateway/read-worker.ts'
import { decide } from '../../rules/decide.ts'
import { judge } from '../../rules/urgency/judge.ts'
import { aContact, aRestriction, emailOnly, onceAWeek, tuesdayMornings, usageAt } from '../rules/factories.ts'
import { measure, printTable } from './measure.ts'
import { aboutParking, aMessage } from './message.ts'

/** Deciding and judging one mail, beside taking the same mail apart. */
export async function benchRules(): Promise<void> {
  const raw = aMessage('weekly@demo.example', 'bench')
  const now = new Date('2026-11-24T10:00:00Z')
  const restrictions = [aRestriction([emailOnly, onceAWeek]), aRestriction([tuesdayMornings], { id: 'R-2' })]
  const contact = aContact({ text: aboutParking })
  const [within, over] = [1, 2].map((count) => usageAt(restrictions, now, count))
  printTable('One mail of 2 kB, two restrictions, one thread', [
    await measure('parse the mail', async () => await readMail(raw)),
    await measure('judge() how urgent it is', () => judge({ subject: 'Parking again', body: aboutParking })),
    await measure('decide() that it is delivered', () =>
      decide(contact, restrictions, within ?? new Map(), now),
    ),
    await measure('decide() that it is held, and when the way opens', () =>
      decide(contact, restrictions, over ?? new Map(), now),
    ),
  ])
}
