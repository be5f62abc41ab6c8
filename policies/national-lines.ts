import type { Nation } from './landlord.ts'

/** What a line is for. Those for danger and repairs come first; the others are for the page "help and support". */
export type LineCode = 'emergency' | 'gas' | 'power' | 'abuse' | 'listening' | 'health'

export type NationalLine = {
  code: LineCode
  phone: string
  /** What the line calls itself, where people would look for that name. */
  name?: string
  /** The page on which those who run the line, or their government, give the number. Null: nobody has confirmed it yet. */
  source: string | null
}

const emergency: NationalLine = {
  code: 'emergency',
  phone: '999',
  source:
    'https://www.lincs.police.uk/news/lincolnshire/news/2024/sep-2024/advice-if-you-know-someone-who-is-vulnerable/',
}

const samaritans: NationalLine = {
  code: 'listening',
  phone: '116 123',
  name: 'Samaritans',
  source: 'https://www.samaritans.org/how-we-can-help/contact-samaritan/',
}

const greatBritain: readonly NationalLine[] = [
  emergency,
  { code: 'gas', phone: '0800 111 999', source: 'https://www.northerngasnetworks.co.uk/work-in-your-area/' },
  {
    code: 'power',
    phone: '105',
    source: 'https://www.energynetworks.org/newsroom/power-cut-emergency-number-reaches-fifth-birthday',
  },
]

/** 999 in all nations for who cannot speak or hear: a text from a phone that is registered for it, and Relay UK. */
export const emergencyWithoutVoice = { text: '999', relay: '18000' }

/** Lines that anyone can call at any hour, by nation. Use `linesOf`, which leaves out what nobody has confirmed. */
export const nationalLines: Readonly<Record<Nation, readonly NationalLine[]>> = {
  'england-and-wales': [
    ...greatBritain,
    {
      code: 'abuse',
      phone: '0808 2000 247',
      name: 'National Domestic Abuse Helpline (England)',
      source: 'https://www.gov.uk/government/news/refuge-awarded-grant-to-operate-domestic-abuse-helpline',
    },
    {
      code: 'abuse',
      phone: '0808 80 10 800',
      name: 'Live Fear Free (Wales)',
      source: 'https://www.gov.wales/live-fear-free/sexual-violence',
    },
    samaritans,
    { code: 'health', phone: '111', name: 'NHS 111', source: 'https://www.neas.nhs.uk/your-service/111' },
  ],
  scotland: [
    ...greatBritain,
    {
      code: 'abuse',
      phone: '0800 027 1234',
      name: 'Scotland’s Domestic Abuse and Forced Marriage Helpline',
      source: 'https://safer.scot/information/da/report/',
    },
    samaritans,
  ],
  'northern-ireland': [
    emergency,
    // Confirm with the gas operators of Northern Ireland before a landlord there goes live. Until then 999 stands in.
    { code: 'gas', phone: '0800 002 001', source: null },
    {
      code: 'power',
      phone: '03457 643 643',
      source:
        'https://www.nienetworks.co.uk/news/article/2017/electricity-repair-efforts-continue-following-stor',
    },
    {
      code: 'abuse',
      phone: '0808 802 1414',
      name: 'Domestic and Sexual Abuse Helpline',
      source:
        'https://dsahelpline.org/2023/12/22/domestic-and-sexual-abuse-helpline-could-receive-50-calls-per-day-over-christmas-week/',
    },
    samaritans,
    {
      code: 'listening',
      phone: '0808 808 8000',
      name: 'Lifeline',
      source:
        'https://publichealth.hscni.net/news/world-suicide-prevention-day-contact-lifeline-if-youre-distress-or-despair',
    },
  ],
}

/** The lines of a nation that may be shown: those that somebody has confirmed. */
export function linesOf(nation: Nation): NationalLine[] {
  return nationalLines[nation].filter(({ source }) => source !== null)
}

/** The number to call for one thing, or 999 where no confirmed line is known. */
export function lineFor(nation: Nation, code: LineCode): string {
  return linesOf(nation).find((each) => each.code === code)?.phone ?? emergency.phone
}

/** Bodies that belong to nobody's landlord, where a customer can go about what the law promises to everyone. */
export type Body = { name: string; url: string; phone: string | null }

export const informationCommissioner: Body = {
  name: 'Information Commissioner’s Office',
  url: 'https://ico.org.uk/make-a-complaint/',
  // https://ico.org.uk/about-the-ico/our-information/service-standards
  phone: '0303 123 1113',
}

const equalityAdvice: Body = {
  name: 'Equality Advisory and Support Service',
  url: 'https://www.equalityadvisoryservice.com',
  phone: null,
}

/** Who helps when a website or a service leaves disabled people out. Their telephone numbers are not confirmed yet. */
export const equalityBodies: Readonly<Record<Nation, Body>> = {
  'england-and-wales': equalityAdvice,
  scotland: equalityAdvice,
  'northern-ireland': {
    name: 'Equality Commission for Northern Ireland',
    url: 'https://www.equalityni.org',
    phone: null,
  },
}

/**
 * Working days in which a complaint is acknowledged, answered, and answered again after a second look: from the day it
 * came, from the acknowledgement, and from the second acknowledgement. Null where no rule for the nation is confirmed.
 * England: https://www.housing-ombudsman.org.uk/residents/make-a-complaint/waiting-for-a-final-response
 */
export const complaintDays: Readonly<
  Record<Nation, { acknowledge: number; answer: number; again: number } | null>
> = {
  'england-and-wales': { acknowledge: 5, answer: 10, again: 20 },
  scotland: null,
  'northern-ireland': null,
}
