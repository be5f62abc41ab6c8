import { z } from 'zod'

/** The roles a colleague can hold. A landlord's own job titles are mapped onto these by its pack and settings. */
export const roles = ['officer', 'manager', 'head', 'director', 'appeals', 'contractor'] as const
export type Role = (typeof roles)[number]

/** The ways in of a contact, as the documents name them. */
const channelCodes = ['email', 'web', 'sms', 'phone', 'letter', 'visit', 'social'] as const

/**
 * What each measure is to Clearway. `contact`: the gateway enforces it. `access` and `status`: shown to colleagues
 * and customer, enforced by people. `enforcement`: recorded only, it belongs to the courts, the police or legal staff.
 * 'end-of-contact' is written in a document but never exists as such: one ordinary channel always stays open (I2).
 */
export const measureKinds = {
  channels: 'contact',
  frequency: 'contact',
  times: 'contact',
  'named-colleague': 'contact',
  'closed-subject': 'contact',
  'no-further-consideration': 'contact',
  'significant-only': 'contact',
  'through-representative': 'contact',
  pause: 'contact',
  'end-of-contact': 'contact',
  'appointment-only': 'access',
  'office-access': 'access',
  'visit-precautions': 'access',
  involvement: 'status',
  applications: 'status',
  'complaint-not-investigated': 'status',
  warning: 'enforcement',
  police: 'enforcement',
  'legal-action': 'enforcement',
  'behaviour-contract': 'enforcement',
  injunction: 'enforcement',
  'possession-notice': 'enforcement',
  possession: 'enforcement',
} as const
export type MeasureCode = keyof typeof measureKinds
export type MeasureKind = (typeof measureKinds)[MeasureCode]
const measureCodes = Object.keys(measureKinds) as [MeasureCode, ...MeasureCode[]]

/** What a notice of a restriction must tell the customer, where a document asks for it. */
export const noticeParts = [
  'why',
  'action',
  'duration',
  'if-it-continues',
  'appeal-right',
  'appeal-hearer',
  'review',
  'finding',
  'expected-behaviour',
  'how',
  'how-often',
  'when',
  'colleague-name-and-contact',
  'marker-review',
] as const
export type NoticePart = (typeof noticeParts)[number]

/** What a written warning must tell the customer. */
export const warningParts = [
  'behaviour',
  'not-acceptable',
  'against-continuing',
  'dates-and-times-where-known',
  'proposed-action',
  'concerns',
  'chance-to-change',
] as const
export type WarningPart = (typeof warningParts)[number]

/** What must, should or may be looked into before something is decided. */
export const assessmentCodes = [
  'circumstances',
  'contributing-issues',
  'customer-account',
  'discussion',
  'support-liaison',
  'individual-assessment',
  'other-ways-of-communicating',
  'reasonable-adjustments',
  'existing-adjustments',
  'equality-impact',
  'seven-questions',
  'public-sector-duty',
  'relationship-breakdown',
  'ordinary-means-exhausted',
  'tailored',
  'proportionate',
] as const
export type AssessmentCode = (typeof assessmentCodes)[number]

/** The questions of an assessment that a document spells out (Stonewater 4.14). */
export const assessmentQuestions = [
  'persistent-demands',
  'meant-to-harass-or-divert',
  'abusive-or-aggressive',
  'safety-risk-to-colleagues',
  'individual-needs',
  'someone-to-represent',
  'adjustments-made',
] as const
export type AssessmentQuestion = (typeof assessmentQuestions)[number]

/** Rows of the page "what we will do / what this means to you". The words are in words/*.json, one pair for each key. */
export const explanationKeys = [
  'investigate',
  'investigate-always',
  'ask-why',
  'talk-first',
  'warn',
  'warn-first',
  'tell-finding',
  'tell-how',
  'tell-restriction',
  'one-colleague',
  'support-workers',
  'other-ways',
  'equality-check',
  'marker',
  'marker-six-months',
  'marker-shown',
  'marker-all-colleagues',
  'review-yearly',
  'review-one-to-three-months',
  'appeal-manager-not-involved',
  'appeal-three-reasons',
  'appeal-two-weeks',
  'formats',
  'report-outside',
  'police',
  'legal',
] as const
export type ExplanationKey = (typeof explanationKeys)[number]

const text = z.string().trim().min(1)
const clause = text.describe('Section number or heading in the document; never a copied sentence')
const day = z.iso.date()
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a code in kebab-case')

/** A value with the clause it rests on, or 'silent' where the document says nothing about it. */
const says = <T extends z.ZodType>(value: T) =>
  z.union([z.literal('silent'), z.strictObject({ says: value, clause, gist: text.optional() })])
export type Says<T> = 'silent' | { says: T; clause: string; gist?: string | undefined }

/** How strong the document's own word is. */
const force = z.enum(['always', 'normally', 'should', 'may'])

const point = z.strictObject({ code, clause, gist: text })
/** One thing a document says under one of its clauses, in our own words. */
export type Point = z.infer<typeof point>
const points = z.union([z.literal('silent'), z.array(point).min(1)])
export type Points = 'silent' | Point[]

const roleList = z.array(z.enum(roles)).min(1)

const documentSchema = z.strictObject({
  /** 'not named' where the document does not say whose it is. */
  landlordName: text,
  title: text,
  version: says(text),
  approvedOn: says(day),
  approvedBy: says(text),
  effectiveOn: says(day),
  /** Last day on which the document counts as current. A document that names only a month gets that month's last day. */
  reviewDueOn: says(day),
  reviewEveryYears: says(z.int().positive()),
})

const categorySchema = z.strictObject({
  code,
  name: text,
  clause,
  gist: text,
  examples: z.array(
    z.strictObject({
      code,
      clause,
      gist: text,
      /** The act is, on its own, lawful or protected: evidence of it needs a reason why this case is more than that. */
      lawfulInItself: z.literal(true).optional(),
    }),
  ),
})
export type Category = z.infer<typeof categorySchema>

const stepsSchema = z.strictObject({
  informal: says(z.enum(['always-first', 'consider-first', 'in-live-contact'])),
  /** The customer is told the finding that the conduct is not acceptable. */
  finding: says(z.enum(['told'])),
  warning: says(
    z.strictObject({
      rule: z.enum(['normally', 'mandatory', 'per-category']),
      /** For 'per-category': what applies to each category of conduct. */
      categories: z.record(code, z.enum(['mandatory', 'normally', 'silent'])).optional(),
      /** The document lists the warning among its measures, so it can be appealed like one. */
      listedAsMeasure: z.boolean(),
      mustState: z.array(z.strictObject({ code: z.enum(warningParts), clause, gist: text })),
    }),
  ),
  restriction: says(z.enum(['if-conduct-continues', 'may'])),
  /** When the steps before may be left out, and what may then be done. */
  skipAhead: says(z.strictObject({ when: z.array(code).min(1), leadsTo: z.array(z.enum(measureCodes)) })),
  /** A call, visit or meeting may be ended there and then: an event, not a restriction. */
  endLiveContact: says(z.literal(true)),
})

const authoriseSchema = z.strictObject({
  /** Who may impose a restriction: the document's own title for them, and the roles here that answer to it. */
  restriction: says(z.strictObject({ title: text, roles: roleList })),
  /** Who begins to use the document. */
  start: says(z.strictObject({ title: text, roles: roleList })),
  /** Who takes action that cannot wait for the ordinary steps. */
  swiftAction: says(z.strictObject({ title: text, roles: roleList })),
})

const assessmentSchema = z.strictObject({
  code: z.enum(assessmentCodes),
  before: z.enum(['any-step', 'restriction']),
  force,
  clause,
  gist: text,
  questions: z.array(z.strictObject({ code: z.enum(assessmentQuestions), gist: text })).optional(),
})
export type Assessment = z.infer<typeof assessmentSchema>

const noticeSchema = z.strictObject({
  inWriting: says(z.enum(['always', 'in-most-circumstances'])),
  parts: z.union([
    z.literal('silent'),
    z.array(z.strictObject({ code: z.enum(noticeParts), clause, gist: text })).min(1),
  ]),
})

const measureSchema = z
  .strictObject({
    code: z.enum(measureCodes),
    kind: z.enum(['contact', 'access', 'status', 'enforcement']),
    clause,
    gist: text,
    /** For 'channels': the channels the document speaks of leaving open. Absent where it leaves that open. */
    opens: z.array(z.enum(channelCodes)).min(1).optional(),
  })
  .refine((measure) => measure.kind === measureKinds[measure.code], 'kind differs from measureKinds')
export type PackMeasure = z.infer<typeof measureSchema>

const appealSchema = z.strictObject({
  against: z.union([
    z.literal('silent'),
    z.array(z.strictObject({ code: z.enum(['finding', 'warning', 'restriction', 'marker']), clause })).min(1),
  ]),
  /** 'any', or the closed list. An appeal on another ground is never refused by software (domain rule): people look at it. */
  grounds: z.union([says(z.literal('any')), z.array(z.strictObject({ code, clause, gist: text })).min(1)]),
  windowDays: says(z.int().positive()),
  /** The event the window runs from, and whether the appeal must be sent or received inside it. */
  windowFrom: says(
    z.strictObject({ event: z.enum(['imposed', 'notified']), mustBe: z.enum(['sent', 'received']) }),
  ),
  hearer: says(z.strictObject({ title: text, roles: roleList })),
  independence: says(z.enum(['no-earlier-part'])),
  decisionWorkingDays: says(z.int().positive()),
  decisionInWriting: says(z.literal(true)),
  final: says(z.boolean()),
})

/**
 * One landlord's document as data. Facts and figures are the document's; every gist is in our own words. Where the
 * document says nothing the value is 'silent': what the platform needs then comes from the landlord's own settings.
 */
export const packSchema = z.strictObject({
  key: code,
  /** The version of this data, raised whenever it changes; stored with each notice. */
  packVersion: z.int().positive(),
  document: documentSchema,
  covers: z.array(z.strictObject({ code, clause })).min(1),
  channels: says(z.array(z.enum(channelCodes)).min(1)),
  categories: z.array(categorySchema).min(1),
  /** Several kinds of conduct together may be what makes it unacceptable. */
  combinationCounts: says(z.literal(true)),
  guards: points,
  steps: stepsSchema,
  authorise: authoriseSchema,
  evidence: points,
  assessments: z.union([z.literal('silent'), z.array(assessmentSchema).min(1)]),
  notice: noticeSchema,
  measures: z.array(measureSchema).min(1),
  /** True when the list of measures is not the whole list. */
  measuresOpen: says(z.boolean()),
  /** The general power the measures rest on. */
  power: says(z.union([z.literal('any-service'), z.array(z.enum(channelCodes)).min(1)])),
  guarantees: z.strictObject({
    oneChannelStaysOpen: says(z.literal(true)),
    urgentPasses: says(z.strictObject({ writtenUnder: z.array(z.enum(measureCodes)) })),
    informationStillGiven: says(z.literal(true)),
  }),
  duration: z.strictObject({ usualMonths: says(z.int().positive()), mustBeStated: says(z.literal(true)) }),
  review: z.strictObject({
    /** Months from the start, and from each review, within which the next review is held. */
    cadence: says(
      z.strictObject({ minMonths: z.int().positive().nullable(), maxMonths: z.int().positive() }),
    ),
    /** Reviewed from time to time, with no interval. */
    fromTimeToTime: says(z.literal(true)),
    onNoImprovement: says(z.enum(['explain-and-continue'])),
    onImprovement: says(z.enum(['change-or-lift'])),
    outcomeTold: says(z.literal(true)),
  }),
  appeal: appealSchema,
  vulnerability: points,
  equality: points,
  markers: z.strictObject({
    place: says(z.enum(['will', 'may', 'where-appropriate'])),
    reviewMonths: says(z.int().positive()),
    reviewDateTold: says(z.literal(true)),
    visibleTo: says(roleList),
    contractorsSee: says(z.enum(['flag-only'])),
    governedBy: says(text),
  }),
  records: points,
  external: points,
  tellCustomerOfReport: says(z.enum(['unless-it-would-interfere'])),
  sharing: says(z.strictObject({ consentUnless: z.array(code) })),
  managementReporting: points,
  formats: points,
  controllers: says(z.array(z.strictObject({ name: text, registration: text })).min(1)),
  dataProtection: points,
  /** Where the document pulls two ways, or against the law or Clearway's own promises, and how Clearway settles it. */
  conflicts: z.array(
    z.strictObject({
      code,
      about: text,
      between: z.array(clause).min(1),
      /** What outside the document it pulls against, if anything. */
      against: text.optional(),
      resolution: text,
    }),
  ),
  /**
   * Rows of the page that tells customers what the landlord will do. A row either has a key, and so words in every
   * language, or brings its own words in English (`we`: what we will do, `you`: what this means to you), which are shown
   * as English in every language until somebody gives them a key.
   */
  explanation: z
    .array(
      z.union([
        z.strictObject({ key: z.enum(explanationKeys), clause }),
        z.strictObject({ code, we: text, you: text, clause }),
      ]),
    )
    .min(1),
  /** Every clause of the document, in its order, with what becomes of it. */
  clauses: z
    .array(
      z.strictObject({
        clause,
        gist: text,
        handling: z.enum(['enforces', 'shows', 'records', 'left to people']),
      }),
    )
    .min(1),
})
export type Pack = z.infer<typeof packSchema>
export type Handling = Pack['clauses'][number]['handling']
