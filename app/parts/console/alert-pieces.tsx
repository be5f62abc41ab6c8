import type { Chrome } from '../../doors/console.server.ts'
import { sayPlainly } from './pieces.tsx'

type Alert = Chrome['alerts'][number]

const words: Record<Alert['kind'], string> = {
  'life-safety': 'Somebody may be in danger',
  'staff-safety': 'Staff safety',
}

export function sayAlert(kind: Alert['kind']): string {
  return words[kind]
}

/** Whose contact raised it: the customer, where somebody is known. */
export function sayWhose({ customer }: Pick<Alert, 'customer'>): string {
  return customer ? `${sayPlainly(customer.name)} (${customer.reference})` : 'Somebody we do not know'
}

export function Whose({ customer }: Pick<Alert, 'customer'>) {
  if (!customer) return <>Somebody we do not know</>
  return (
    <>
      <bdi>{sayPlainly(customer.name)}</bdi> <span className="cc-nowrap">({customer.reference})</span>
    </>
  )
}

/** The precaution for colleagues, wherever a threat is shown. */
export function StaySafe({ kind }: Pick<Alert, 'kind'>) {
  if (kind !== 'staff-safety') return null
  return (
    <p className="cc-stay-safe">This message may threaten somebody. Do not go alone; tell your manager.</p>
  )
}

const faults: Record<string, string> = {
  timeout: 'no answer in time',
  '410': 'the address is no longer there (410)',
  'private-address': 'the address is inside a private network, and the settings do not say that it is meant',
  'not-https': 'the address is not https',
  'no-secret': 'there is no secret to sign with',
  ECONNREFUSED: 'nobody listens at the address',
  ENOTFOUND: 'there is no such address',
}

/** What went wrong with a call, from its code. */
export function sayFault(code: string): string {
  if (/^3\d\d$/.test(code)) return `the address sends on to another one (${code}), which is not followed`
  return faults[code] ?? `it was not taken (${code})`
}
