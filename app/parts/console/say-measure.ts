import type { Measure } from '../../../rules/restriction.ts'
import { sayChannel } from './say-reason.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const list = new Intl.ListFormat('en-GB')

/** What kind of measure it is, and what it asks: for colleagues. `nameOf` gives the name of a named colleague. */
export function sayMeasure(measure: Measure, nameOf: (code: string) => string): string {
  switch (measure.code) {
    case 'channels':
      return `Only by ${list.format(measure.open.map((channel) => sayChannel(channel).toLowerCase()))}`
    case 'frequency':
      return `At most ${measure.limit} a ${measure.per}`
    case 'times':
      return `Only ${list.format(
        measure.windows.map(
          ({ days, from, to }) =>
            `${list.format(days.map((day) => weekdays[day - 1] ?? ''))} ${from} to ${to}`,
        ),
      )}`
    case 'named-colleague':
      return `All contact goes to ${nameOf(measure.colleague)}`
    case 'closed-subject':
      return `Closed subject: ${measure.subject}`
    case 'no-further-consideration':
      return `Not looked at again without something new: ${measure.subject}`
    case 'significant-only':
      return 'Significant matters only'
    case 'through-representative':
      return `Through ${measure.name} only (${measure.address})`
    case 'pause':
      return 'All ordinary contact is paused'
    case 'appointment-only':
      return `By appointment only. ${measure.detail}`
    case 'office-access':
      return `No visits to offices without an appointment. ${measure.detail}`
    case 'visit-precautions':
      return `Precautions on visits. ${measure.detail}`
    case 'involvement':
      return `May not join in resident involvement. ${measure.detail}`
    case 'applications':
      return `Applications. ${measure.detail}`
    case 'police':
      return `Reported to the police. ${measure.detail}`
    case 'legal-action':
      return `Legal action. ${measure.detail}`
    case 'behaviour-contract':
      return `Acceptable behaviour contract. ${measure.detail}`
    case 'injunction':
      return `Injunction. ${measure.detail}`
    case 'possession-notice':
      return `Notice seeking possession. ${measure.detail}`
    case 'possession':
      return `Possession. ${measure.detail}`
    case 'complaint-not-investigated':
      return `A complaint is not investigated. ${measure.detail}`
  }
}
