import { describe, expect, test } from 'vitest'
import type { Inbound } from '../../gateway/receive.ts'
import { judgeInbound } from '../../gateway/recognise.ts'

const ours = 'contact@landlord.example'

function aForm(part: Partial<Inbound>): Inbound {
  return {
    ...{ key: 'form', channel: 'web', from: {}, evidence: 'verified', messageId: null, raw: null },
    ...{ subject: 'A request', body: '', fileNames: [], unparsed: false, desk: 'contact' },
    receivedAt: new Date('2026-11-25T10:00:00Z'),
    ...part,
  }
}

describe('I5: of a form, what the customer typed is judged, and not the labels around it', () => {
  const body = 'There is a strong smell of gas in my kitchen.\n\nSupport with: money'

  test.each([
    ['danger in their own words raises it', 'There is a strong smell of gas in my kitchen.', 'life-safety'],
    ['its twin, danger only in words that are not theirs, does not', 'I want to pay by card.', 'protected'],
    ['ticks alone leave it where the form puts it', ' ', 'protected'],
  ])('%s', (_, ownWords, lane) => {
    expect(judgeInbound(aForm({ body, ownWords, lane: 'protected' }), ours).lane).toBe(lane)
  })

  test('where all words are theirs, all are judged', () => {
    expect(judgeInbound(aForm({ body }), ours).lane).toBe('life-safety')
  })

  test('a message without words still passes to a person', () => {
    expect(judgeInbound(aForm({ subject: '' }), ours).lane).toBe('urgent-need')
  })
})
