import type { Pack } from './pack.ts'

const table = (row: number) => `What we'll do, row ${row}`

/**
 * A Customer Conduct Policy of 2024 that does not name its landlord. It has headings and no numbers; a row of its table
 * is cited as "What we'll do, row 6".
 */
export const policy2024: Pack = {
  key: 'policy-2024',
  packVersion: 2,
  document: {
    landlordName: 'not named',
    title: 'Customer Conduct Policy',
    version: 'silent',
    approvedOn: { says: '2024-06-25', clause: 'Ratified by' },
    approvedBy: { says: 'Executive Management Team', clause: 'Ratified by' },
    effectiveOn: 'silent',
    reviewDueOn: {
      says: '2027-06-30',
      clause: 'Date of next review',
      gist: 'Only the month is given, June 2027: its last day is used.',
    },
    reviewEveryYears: 'silent',
  },
  covers: [{ code: 'customer', clause: 'Introduction' }],
  channels: 'silent',
  categories: [
    {
      code: 'unacceptable-behaviour',
      name: 'Unacceptable behaviour',
      clause: 'What is unacceptable behaviour?',
      gist: 'Being aggressive or abusive to colleagues.',
      examples: [
        { code: 'violence', clause: 'What is unacceptable behaviour?', gist: 'Hurting someone.' },
        {
          code: 'threats',
          clause: 'What is unacceptable behaviour?',
          gist: 'Saying you will hurt someone or do them harm.',
        },
        {
          code: 'shouting-or-abusive-language',
          clause: 'What is unacceptable behaviour?',
          gist: 'A lot of shouting, or abusive words.',
        },
        {
          code: 'personal-abuse',
          clause: 'What is unacceptable behaviour?',
          gist: 'Abuse aimed at a person.',
        },
        {
          code: 'derogatory-or-discriminatory',
          clause: 'What is unacceptable behaviour?',
          gist: 'Insults, or remarks against who someone is, online too.',
        },
      ],
    },
    {
      code: 'unreasonable-demands',
      name: 'Unreasonable demands',
      clause: 'What are unreasonable demands?',
      gist: 'Asking for far more than a fair share of colleagues’ time, so that other customers may lose out.',
      examples: [
        {
          code: 'no-time-to-respond',
          clause: 'What are unreasonable demands?',
          gist: 'Getting in touch again before there was time to answer.',
        },
        { code: 'emails', clause: 'What are unreasonable demands?', gist: 'Far too many emails.' },
        {
          code: 'at-once',
          clause: 'What are unreasonable demands?',
          gist: 'Wanting an answer at once and not accepting the time that was agreed.',
        },
        {
          code: 'senior-only',
          clause: 'What are unreasonable demands?',
          gist: 'Always wanting the most senior people and not dealing with anyone else.',
        },
        {
          code: 'unclear-matter',
          clause: 'What are unreasonable demands?',
          gist: 'Not saying what exactly the matter is.',
        },
        {
          code: 'old-matters',
          clause: 'What are unreasonable demands?',
          gist: 'Going back to old matters that have been settled.',
        },
        {
          code: 'complaint-finished',
          clause: 'What are unreasonable demands?',
          gist: 'Going on with a complaint that has been through every stage.',
        },
      ],
    },
  ],
  combinationCounts: 'silent',
  guards: [
    {
      code: 'forceful-is-not-unacceptable',
      clause: 'Objectives',
      gist: 'Being forceful or determined is not, by itself, unacceptable.',
    },
    { code: 'hard-times', clause: 'Objectives', gist: 'People may not be themselves when life is hard.' },
  ],
  steps: {
    informal: 'silent',
    finding: {
      says: 'told',
      clause: table(3),
      gist: 'The customer is told the finding, and that the behaviour has to stop.',
    },
    warning: 'silent',
    restriction: { says: 'may', clause: table(4) },
    skipAhead: {
      says: { when: ['crime', 'violence', 'threat-of-violence'], leadsTo: ['police', 'legal-action'] },
      clause: table(8),
      gist: 'After violence or threats a court may be asked to act before the customer is told.',
    },
    endLiveContact: 'silent',
  },
  authorise: { restriction: 'silent', start: 'silent', swiftAction: 'silent' },
  evidence: [
    {
      code: 'facts-and-frequency',
      clause: table(1),
      gist: 'What the facts are, what happened, and how many times.',
    },
  ],
  assessments: [
    {
      code: 'customer-account',
      before: 'restriction',
      force: 'always',
      clause: table(1),
      gist: 'The customer is contacted, and their account is heard.',
    },
    {
      code: 'contributing-issues',
      before: 'restriction',
      force: 'always',
      clause: table(2),
      gist: 'Ask whether anything lies behind the behaviour.',
    },
  ],
  notice: {
    inWriting: 'silent',
    parts: [
      { code: 'finding', clause: table(3), gist: 'What was found.' },
      { code: 'appeal-right', clause: table(3), gist: 'That there is a right to appeal.' },
      { code: 'expected-behaviour', clause: table(4), gist: 'What is now expected.' },
      { code: 'how', clause: table(4), gist: 'How to get in touch.' },
      { code: 'how-often', clause: table(4), gist: 'How often.' },
      { code: 'when', clause: table(4), gist: 'When.' },
      {
        code: 'colleague-name-and-contact',
        clause: table(5),
        gist: 'If there is one named colleague: who it is and how to reach them.',
      },
    ],
  },
  measures: [
    { code: 'channels', kind: 'contact', clause: table(4), gist: 'Contact in one way, such as email.' },
    { code: 'frequency', kind: 'contact', clause: table(4), gist: 'Contact so often, such as once a week.' },
    {
      code: 'times',
      kind: 'contact',
      clause: table(4),
      gist: 'Contact at a set time, such as one day of the week.',
    },
    {
      code: 'named-colleague',
      kind: 'contact',
      clause: table(5),
      gist: 'All contact goes to one named colleague.',
    },
    {
      code: 'police',
      kind: 'enforcement',
      clause: table(7),
      gist: 'Incidents thought to be crimes are reported to the police.',
    },
    {
      code: 'legal-action',
      kind: 'enforcement',
      clause: table(8),
      gist: 'A court may be asked to act, against a person or about a tenancy.',
    },
  ],
  measuresOpen: { says: true, clause: table(4), gist: 'The ways named are examples.' },
  power: 'silent',
  guarantees: { oneChannelStaysOpen: 'silent', urgentPasses: 'silent', informationStillGiven: 'silent' },
  duration: { usualMonths: 'silent', mustBeStated: 'silent' },
  review: {
    cadence: 'silent',
    fromTimeToTime: 'silent',
    onNoImprovement: 'silent',
    onImprovement: 'silent',
    outcomeTold: 'silent',
  },
  appeal: {
    against: [
      { code: 'finding', clause: table(3) },
      { code: 'marker', clause: table(6) },
    ],
    grounds: { says: 'any', clause: table(3), gist: 'It is enough to disagree.' },
    windowDays: 'silent',
    windowFrom: 'silent',
    hearer: 'silent',
    independence: 'silent',
    decisionWorkingDays: 'silent',
    decisionInWriting: 'silent',
    final: 'silent',
  },
  vulnerability: [
    {
      code: 'ask-what-lies-behind',
      clause: table(2),
      gist: 'Ask about things such as mental health or a learning difficulty.',
    },
    {
      code: 'offer-support-with-agreement',
      clause: table(2),
      gist: 'With the person’s agreement, put them in touch with support or mediation.',
    },
  ],
  equality: [
    {
      code: 'screened',
      clause: 'Equality Impact Assessment carried out',
      gist: 'The policy itself had a first equality check.',
    },
  ],
  markers: {
    place: { says: 'may', clause: table(6), gist: 'A marker may be put on the tenancy record.' },
    reviewMonths: { says: 6, clause: table(6) },
    reviewDateTold: 'silent',
    visibleTo: 'silent',
    contractorsSee: 'silent',
    governedBy: { says: 'Violent Warning Marker Procedure', clause: 'Other related policies/documents' },
  },
  records: 'silent',
  external: [
    { code: 'police', clause: table(7), gist: 'Incidents thought to be crimes are reported to the police.' },
    {
      code: 'court-maybe-without-notice',
      clause: table(8),
      gist: 'A court may be asked to act, sometimes before the customer is told. Independent legal advice is suggested.',
    },
  ],
  tellCustomerOfReport: 'silent',
  sharing: 'silent',
  managementReporting: 'silent',
  formats: 'silent',
  controllers: 'silent',
  dataProtection: 'silent',
  conflicts: [
    {
      code: 'no-open-channel-promise',
      about: 'Nothing promises that a way to get in touch stays open, or that urgent needs pass.',
      between: [table(4)],
      against: 'Clearway’s own promises',
      resolution: 'Under every policy one ordinary way stays open, and urgent needs and repairs always pass.',
    },
    {
      code: 'restriction-not-named-in-appeal',
      about: 'The finding and the marker can be appealed. The way of contact that follows is not mentioned.',
      between: [table(3), table(4), table(6)],
      resolution: 'A restriction rests on the finding, so it can always be appealed with it.',
    },
    {
      code: 'nobody-named',
      about: 'The policy does not say who decides or who hears an appeal.',
      between: ['Introduction', table(3)],
      resolution: 'The landlord names both in its settings, with the date and the name of who decided.',
    },
    {
      code: 'no-warning-step',
      about: 'The customer is told to stop, but no warning is described before a limit on contact.',
      between: [table(3), table(4)],
      resolution:
        'The finding is sent in writing and serves as the warning: only behaviour after it can lead to a restriction.',
    },
    {
      code: 'marker-clock-only',
      about: 'A marker is reviewed every six months; for a restriction no review is mentioned.',
      between: [table(6), table(4)],
      against: 'Housing Ombudsman Complaint Handling Code',
      resolution:
        'The landlord decides how often a restriction is reviewed, at least every six months. The two clocks are kept apart.',
    },
    {
      code: 'per-week',
      about: 'Once a week does not say when a week starts.',
      between: [table(4)],
      resolution:
        'A week starts on Monday at midnight, London time. Answers to the landlord’s own questions are not counted.',
    },
    {
      code: 'finished-complaints',
      about:
        'Going on with a finished complaint is an example of unreasonable demands, but a new complaint must be taken.',
      between: ['What are unreasonable demands?'],
      against: 'Housing Ombudsman Complaint Handling Code',
      resolution: 'A message that reads as a new complaint goes to the complaints desk with its own clock.',
    },
  ],
  explanation: [
    { key: 'investigate-always', clause: table(1) },
    { key: 'ask-why', clause: table(2) },
    { key: 'tell-finding', clause: table(3) },
    { key: 'tell-how', clause: table(4) },
    { key: 'one-colleague', clause: table(5) },
    { key: 'marker-six-months', clause: table(6) },
    { key: 'police', clause: table(7) },
    { key: 'legal', clause: table(8) },
  ],
  clauses: [
    { clause: 'Introduction', gist: 'What the policy is for.', handling: 'shows' },
    {
      clause: 'Objectives',
      gist: 'Good contact, patience in hard times, and support for colleagues.',
      handling: 'shows',
    },
    { clause: 'Policy', gist: 'Heading over the rules.', handling: 'left to people' },
    {
      clause: 'What is unacceptable behaviour?',
      gist: 'Aggression and abuse, with examples.',
      handling: 'records',
    },
    {
      clause: 'What are unreasonable demands?',
      gist: 'Demands that take too much time, with examples.',
      handling: 'records',
    },
    {
      clause: "What we'll do",
      gist: 'A table of what the landlord does and what it means for the customer.',
      handling: 'shows',
    },
    {
      clause: table(1),
      gist: 'Each case is looked into, and the customer is asked for their account.',
      handling: 'enforces',
    },
    {
      clause: table(2),
      gist: 'Ask what lies behind it, and put people in touch with support.',
      handling: 'enforces',
    },
    { clause: table(3), gist: 'The finding is told and can be appealed.', handling: 'enforces' },
    { clause: table(4), gist: 'How, how often and when to get in touch.', handling: 'enforces' },
    { clause: table(5), gist: 'The name and details of the one colleague.', handling: 'enforces' },
    {
      clause: table(6),
      gist: 'A marker, looked at every six months, that can be appealed.',
      handling: 'enforces',
    },
    { clause: table(7), gist: 'Crimes are reported to the police.', handling: 'records' },
    { clause: table(8), gist: 'Courts, maybe without warning; get advice.', handling: 'records' },
    { clause: 'Monitoring', gist: 'The policy is reviewed with the others.', handling: 'left to people' },
    {
      clause: 'Other related policies/documents',
      gist: 'Other papers to read with this one.',
      handling: 'left to people',
    },
    { clause: 'Customer Consultation', gist: 'Customers had yet to be asked.', handling: 'left to people' },
    {
      clause: 'Equality Impact Assessment carried out',
      gist: 'A first equality check of the policy was done.',
      handling: 'left to people',
    },
    {
      clause: 'Person responsible for review',
      gist: 'Which director looks after it.',
      handling: 'left to people',
    },
    { clause: 'Supported in the review by', gist: 'Which manager helps.', handling: 'left to people' },
    { clause: 'Ratified by', gist: 'Who approved it, and when.', handling: 'shows' },
    { clause: 'Date of review', gist: 'When it was last reviewed.', handling: 'left to people' },
    { clause: 'Date of next review', gist: 'The month in which it is next reviewed.', handling: 'shows' },
  ],
}
